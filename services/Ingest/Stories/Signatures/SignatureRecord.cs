using System.Buffers.Binary;

namespace Truceline.Ingest.Stories.Signatures;

/// <summary>The part of a signature that is compared, of fixed length: a view of its bytes. All numbers are little endian.</summary>
internal readonly ref struct SignatureRecord(ReadOnlySpan<byte> bytes)
{
    /// <summary>Length in bytes; seven cache lines.</summary>
    internal const int Length = HeaderOffset + 16;

    internal const int WholeOffset = 0;
    internal const int HeadOffset = WholeOffset + SketchShape.WholeBins;
    internal const int NamesOffset = HeadOffset + SketchShape.HeadBins;
    internal const int FiguresOffset = NamesOffset + SketchShape.NameBins;
    internal const int HeaderOffset = FiguresOffset + SketchShape.FigureBins;

    private const int ExactFlag = 1;
    private const int PublishedFlag = 2;

    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>Sketch of all runs of words.</summary>
    internal ReadOnlySpan<byte> Whole => _bytes.Slice(WholeOffset, SketchShape.WholeBins);

    /// <summary>Sketch of the first runs of words.</summary>
    internal ReadOnlySpan<byte> Head => _bytes.Slice(HeadOffset, SketchShape.HeadBins);

    /// <summary>Sketch of the names.</summary>
    internal ReadOnlySpan<byte> Names => _bytes.Slice(NamesOffset, SketchShape.NameBins);

    /// <summary>Sketch of the figures.</summary>
    internal ReadOnlySpan<byte> Figures => _bytes.Slice(FiguresOffset, SketchShape.FigureBins);

    /// <summary>Hash of all words in their order.</summary>
    internal ulong Exact => BinaryPrimitives.ReadUInt64LittleEndian(_bytes[HeaderOffset..]);

    /// <summary>Number of words.</summary>
    internal int Words => BinaryPrimitives.ReadInt32LittleEndian(_bytes[(HeaderOffset + 8)..]);

    /// <summary>Days from 2000-01-01 to publication, or to receipt when that is unknown, [1, 65,535]; 0 when both are.</summary>
    internal int Day => BinaryPrimitives.ReadUInt16LittleEndian(_bytes[(HeaderOffset + 12)..]);

    /// <summary>The day when it is that of publication; 0 otherwise.</summary>
    internal int PublishedDay => (_bytes[HeaderOffset + 14] & PublishedFlag) != 0 ? Day : 0;

    /// <summary>Whether it matches none but the same text.</summary>
    internal bool ExactOnly => (_bytes[HeaderOffset + 14] & ExactFlag) != 0;

    /// <summary>Copies all bytes.</summary>
    internal void CopyTo(Span<byte> record) => _bytes.CopyTo(record);

    /// <summary>Writes the part that is no sketch.</summary>
    internal static void WriteHeader(Span<byte> record, ulong exact, int words, (int Number, bool IsPublished) day, bool exactOnly)
    {
        var header = record[HeaderOffset..];
        BinaryPrimitives.WriteUInt64LittleEndian(header, exact);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], words);
        BinaryPrimitives.WriteUInt16LittleEndian(header[12..], (ushort)day.Number);
        header[14] = (byte)((exactOnly ? ExactFlag : 0) | (day.IsPublished ? PublishedFlag : 0));
        // Whoever stores records may use it.
        header[15] = 0;
    }
}
