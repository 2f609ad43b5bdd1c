using System.Text;
using System.Text.RegularExpressions;

namespace Truceline.Ingest.Documents;

/// <summary>What a document and whoever sent it say of its encoding.</summary>
internal static partial class DeclaredEncodings
{
    // HTML asks for the declaration within the first 1,024 bytes; pages in the wild are less strict.
    private const int Sight = 4096;

    /// <summary>
    /// The encodings that are declared, the most credible first: XML declaration or HTML <c>meta</c>, then the media type's charset; but the latter
    /// first when it names anything but the Western default that servers add unasked.
    /// </summary>
    /// <param name="bytes">The document's beginning, in an encoding that holds ASCII.</param>
    /// <param name="mediaType">Media type as declared, with its parameters; may be empty.</param>
    internal static IEnumerable<Encoding> Of(ReadOnlySpan<byte> bytes, string mediaType)
    {
        var outside = Charset().Match(mediaType) is { Success: true } parameter ? EncodingNames.Find(parameter.Groups[1].Value) : null;
        var inside = Inside(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Sight)]));
        Encoding?[] all = outside is { CodePage: 1252 } ? [inside, outside] : [outside, inside];
        return all.OfType<Encoding>().DistinctBy(e => e.CodePage);
    }

    private static Encoding? Inside(string head)
    {
        var match = Xml().Match(head);
        if (!match.Success)
        {
            match = Meta().Match(head);
        }

        // Whoever could read this declaration byte by byte was not reading UTF-16.
        return match.Success && EncodingNames.Find(match.Groups[1].Value) is { } found
            ? found.CodePage is 1200 or 1201 or 12000 or 12001 ? Encoding.UTF8 : found
            : null;
    }

    [GeneratedRegex("""charset\s*=\s*["']?([A-Za-z0-9_.:\-]{1,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();

    [GeneratedRegex("""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_.:\-]{1,40})["']""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Xml();

    [GeneratedRegex("""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:\-]{1,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Meta();
}
