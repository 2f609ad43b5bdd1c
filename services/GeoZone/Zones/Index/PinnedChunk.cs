using System.Runtime.InteropServices;

namespace Truceline.GeoZone.Zones.Index;

/// <summary>
/// Memory outside the managed heap, for many blocks; freed when none of them is referred to any more. On Linux large chunks are put in huge pages where the system allows
/// it: looking up the page of an address would cost as much as fetching it.
/// </summary>
internal sealed unsafe partial class PinnedChunk
{
    private const nuint HugePage = 2 << 20;
    private const int AdviseHugePages = 14;

    private readonly byte* _start;
    private readonly nuint _size;
    private nuint _used;

    /// <param name="size">Bytes; rounded up to a whole number of huge pages from half of one on.</param>
    public PinnedChunk(nuint size)
    {
        var huge = size >= HugePage / 2;
        _size = huge ? (size + HugePage - 1) / HugePage * HugePage : (size + 63) / 64 * 64;
        _start = (byte*)NativeMemory.AlignedAlloc(_size, huge ? HugePage : 64);
        GC.AddMemoryPressure((long)_size);
        // Where it cannot be done, nothing is lost but speed.
        if (huge && OperatingSystem.IsLinux())
            _ = Advise(_start, _size, AdviseHugePages);
    }

    ~PinnedChunk()
    {
        NativeMemory.AlignedFree(_start);
        GC.RemoveMemoryPressure((long)_size);
    }

    /// <summary>Takes memory on a border of 64 bytes; null when there is not so much left.</summary>
    public void* Take(nuint size)
    {
        size = (size + 63) / 64 * 64;
        if (_used + size > _size)
            return null;
        var taken = _start + _used;
        _used += size;
        return taken;
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(void* address, nuint length, int advice);
}

/// <summary>Takes memory from chunk after chunk. Of one thread.</summary>
internal sealed unsafe class ChunkWriter(nuint chunkSize)
{
    private PinnedChunk? _chunk;

    // A leaf is read a vector at a time, beyond its end too.
    private const nuint ReadAhead = 64;

    /// <summary>Copies words into memory, with room to read ahead into.</summary>
    public (PinnedChunk Chunk, ulong Start) Write(ReadOnlySpan<uint> words)
    {
        var size = (nuint)words.Length * 4 + ReadAhead;
        var start = _chunk is null ? null : _chunk.Take(size);
        if (start is null)
        {
            _chunk = new(nuint.Max(size, chunkSize));
            start = _chunk.Take(size);
        }
        words.CopyTo(new Span<uint>(start, words.Length));
        return (_chunk!, (ulong)start);
    }
}
