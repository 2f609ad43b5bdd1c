using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Truceline.Ingest.Stories.Signatures;

/// <summary>Records of signatures by number, side by side in memory and each on cache lines of its own. Not thread-safe.</summary>
internal sealed class RecordStore
{
    private const int ChunkBits = 12;
    private const int Line = 64;

    private readonly List<(byte[] Bytes, int Start)> _chunks = [];

    /// <summary>Bytes that they take.</summary>
    internal long MemoryBytes => _chunks.Sum(c => (long)c.Bytes.Length);

    internal SignatureRecord this[uint number] => new(At(number));

    /// <summary>Keeps a record.</summary>
    internal void Set(uint number, SignatureRecord record)
    {
        while (_chunks.Count <= number >> ChunkBits)
        {
            var bytes = GC.AllocateUninitializedArray<byte>((SignatureRecord.Length << ChunkBits) + Line, pinned: true);
            _chunks.Add((bytes, (int)((Line - ((nuint)Marshal.UnsafeAddrOfPinnedArrayElement(bytes, 0) % Line)) % Line)));
        }

        record.CopyTo(At(number));
    }

    /// <summary>Makes a record that is like no other.</summary>
    internal void Clear(uint number)
    {
        var record = At(number);
        record.Fill(SketchShape.Empty);
        SignatureRecord.WriteHeader(record, 0, 0, 0, exactOnly: true);
    }

    /// <summary>Fetches a record that will be compared.</summary>
    internal unsafe void Prefetch(uint number)
    {
        if (Sse.IsSupported)
        {
            fixed (byte* at = At(number))
            {
                for (var line = 0; line < SignatureRecord.Length; line += Line)
                {
                    Sse.Prefetch0(at + line);
                }
            }
        }
    }

    private Span<byte> At(uint number)
    {
        var (bytes, start) = _chunks[(int)(number >> ChunkBits)];
        return bytes.AsSpan(start + ((int)(number & ((1 << ChunkBits) - 1)) * SignatureRecord.Length), SignatureRecord.Length);
    }
}
