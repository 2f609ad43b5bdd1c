using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Truceline.Ingest.Stories.Signatures;

/// <summary>
/// What is known of each report, by number: the signature's record, its id and its story's, 512 bytes side by side on cache lines of their own. Not
/// thread-safe.
/// </summary>
internal sealed class RecordStore
{
    private const int ChunkBits = 14;
    private const int Line = 64;
    private const int Stride = SignatureRecord.Length + (2 * CompactIds.Length);

    // The last byte of a record is spare.
    private const int LiveOffset = SignatureRecord.Length - 1;

    private readonly List<(byte[] Bytes, int Start)> _chunks = [];
    private readonly CompactIds _reports = new();
    private readonly CompactIds _stories = new();

    /// <summary>Bytes that they take.</summary>
    internal long MemoryBytes => _chunks.Sum(c => (long)c.Bytes.Length) + _reports.MemoryBytes + _stories.MemoryBytes;

    internal SignatureRecord this[uint number] => new(At(number)[..SignatureRecord.Length]);

    /// <summary>Keeps a report.</summary>
    internal void Set(uint number, SignatureRecord record, string reportId, string storyId)
    {
        while (_chunks.Count <= number >> ChunkBits)
        {
            var bytes = GC.AllocateUninitializedArray<byte>((Stride << ChunkBits) + Line, pinned: true);
            HugePages.Ask(bytes);
            _chunks.Add((bytes, (int)((Line - ((nuint)Marshal.UnsafeAddrOfPinnedArrayElement(bytes, 0) % Line)) % Line)));
        }

        record.CopyTo(At(number));
        At(number)[LiveOffset] = 1;
        _reports.Write(reportId, number, ReportAt(number));
        SetStory(number, storyId);
    }

    /// <summary>Moves a report to a story.</summary>
    internal void SetStory(uint number, string storyId) => _stories.Write(storyId, number, StoryAt(number));

    /// <summary>The report's id; empty when it was taken out.</summary>
    internal CompactId ReportOf(uint number) => _reports.Read(number, ReportAt(number));

    /// <summary>Its story's id.</summary>
    internal CompactId StoryOf(uint number) => _stories.Read(number, StoryAt(number));

    /// <summary>Whether there is a report with a number.</summary>
    internal bool IsLive(uint number) => At(number)[LiveOffset] != 0;

    /// <summary>Takes a report out: its record is like no other, its ids are gone.</summary>
    internal void Clear(uint number)
    {
        var record = At(number)[..SignatureRecord.Length];
        record.Fill(SketchShape.Empty);
        SignatureRecord.WriteHeader(record, 0, 0, (0, false), exactOnly: true);
        _reports.Write("", number, ReportAt(number));
        _stories.Write("", number, StoryAt(number));
    }

    /// <summary>Fetches a report that will be compared.</summary>
    internal unsafe void Prefetch(uint number)
    {
        if (Sse.IsSupported)
        {
            fixed (byte* at = At(number))
            {
                for (var line = 0; line < Stride; line += Line)
                {
                    Sse.Prefetch0(at + line);
                }
            }
        }
    }

    private Span<byte> ReportAt(uint number) => At(number).Slice(SignatureRecord.Length, CompactIds.Length);

    private Span<byte> StoryAt(uint number) => At(number).Slice(SignatureRecord.Length + CompactIds.Length, CompactIds.Length);

    private Span<byte> At(uint number)
    {
        var (bytes, start) = _chunks[(int)(number >> ChunkBits)];
        return bytes.AsSpan(start + ((int)(number & ((1 << ChunkBits) - 1)) * Stride), Stride);
    }
}
