using System.Buffers.Binary;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Stories.Signatures;

/// <summary>
/// What a report's text is compared by: a sketch of its runs of words, of its beginning, its names and its figures, and the keys under which copies
/// find each other. The title, boilerplate, case, white space, quotes and other punctuation are not in it. Immutable, safe for many threads.
/// </summary>
internal sealed class StorySignature
{
    /// <summary>Version of the serialised form. One that was made by another version can't be compared: make it again of the report.</summary>
    internal const byte Version = 1;

    /// <summary>Most keys of a signature, the exact one not counted.</summary>
    internal const int MostKeys = SketchShape.MostGroups + SketchShape.HeadGroups;

    private const int HeaderLength = 2;
    private readonly byte[] _bytes;

    private StorySignature(byte[] bytes) => _bytes = bytes;

    /// <summary>The serialised form, to be stored; about 0.5 kB. Not a copy: it must not be changed.</summary>
    internal ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>Hash of all words of the text in their order (for forms and rows also of what they say in fields); equal when two texts differ in case,
    /// white space and punctuation only.</summary>
    internal ulong Exact => Record.Exact;

    /// <summary>Number of words.</summary>
    internal int Words => Record.Words;

    /// <summary>Whether it matches none but the same text: forms, rows of event tables, and texts of fewer than <see cref="SketchShape.FewestWords"/> words.</summary>
    internal bool ExactOnly => Record.ExactOnly;

    /// <summary>What is compared.</summary>
    internal SignatureRecord Record => new(_bytes.AsSpan(HeaderLength, SignatureRecord.Length));

    /// <summary>Number of keys under which copies find it; 0 when <see cref="ExactOnly"/>.</summary>
    internal int KeyCount => _bytes[1];

    /// <summary>The signature of a report. Pure: it depends on the text, the boilerplate marked in it, the observation, and the day of publication (of receipt
    /// when that is unknown).</summary>
    internal static StorySignature Of(Report report) => SignatureMaker.Make(report);

    /// <summary>A signature as it was stored; null when the bytes are of another version or no signature.</summary>
    internal static StorySignature? FromBytes(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        return span.Length >= HeaderLength + SignatureRecord.Length && span[0] == Version && span[1] <= MostKeys
            && span.Length == HeaderLength + SignatureRecord.Length + (sizeof(uint) * span[1])
            ? new StorySignature(bytes.ToArray())
            : null;
    }

    /// <summary>One of the keys.</summary>
    internal uint Key(int index) => BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(HeaderLength + SignatureRecord.Length + (sizeof(uint) * index)));

    /// <summary>Puts one together.</summary>
    internal static StorySignature Of(ReadOnlySpan<byte> record, ReadOnlySpan<uint> keys)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(HeaderLength + SignatureRecord.Length + (sizeof(uint) * keys.Length));
        bytes[0] = Version;
        bytes[1] = (byte)keys.Length;
        record.CopyTo(bytes.AsSpan(HeaderLength));
        for (var i = 0; i < keys.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(HeaderLength + SignatureRecord.Length + (sizeof(uint) * i)), keys[i]);
        }

        return new StorySignature(bytes);
    }
}
