using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Truceline.Ingest.Stories.Signatures;

/// <summary>Hashes of the runs of words, sixteen at a time, and of all words in their order. The same on every machine.</summary>
internal static class RunHashes
{
    /// <summary>Runs that are hashed together; the words must be followed by as many zeros and a run more.</summary>
    internal const int Lanes = 16;

    private const uint A = 0x9E3779B1;
    private const uint B = 0x85EBCA77;
    private const uint C = 0xC2B2AE3D;
    private const uint D = 0x27D4EB2F;
    private const uint Order = 0x165667B1;

    /// <summary>Fills the runs that begin at each word.</summary>
    /// <returns>A hash of all words in their order.</returns>
    internal static ulong Fill(SignatureScratch scratch)
    {
        Span<uint> lanes = stackalloc uint[Lanes];
        ref var words = ref MemoryMarshal.GetArrayDataReference(scratch.Words);
        ref var runs = ref MemoryMarshal.GetArrayDataReference(scratch.Runs);
        ref var lane = ref MemoryMarshal.GetReference(lanes);
        if (Vector512.IsHardwareAccelerated)
        {
            var order = Vector512<uint>.Zero;
            for (nuint i = 0; i < (uint)scratch.Count; i += Lanes)
            {
                var run = Mix(
                    (Vector512.LoadUnsafe(ref words, i) * A) + (Vector512.LoadUnsafe(ref words, i + 1) * B)
                    + (Vector512.LoadUnsafe(ref words, i + 2) * C) + (Vector512.LoadUnsafe(ref words, i + 3) * D));
                run.StoreUnsafe(ref runs, i);
                order = (order * Order) + run;
            }

            order.StoreUnsafe(ref lane);
        }
        else
        {
            var low = Vector256<uint>.Zero;
            var high = Vector256<uint>.Zero;
            for (nuint i = 0; i < (uint)scratch.Count; i += Lanes)
            {
                low = (low * Order) + Run256(ref words, ref runs, i);
                high = (high * Order) + Run256(ref words, ref runs, i + 8);
            }

            low.StoreUnsafe(ref lane);
            high.StoreUnsafe(ref lane, 8);
        }

        var hash = (ulong)scratch.Count;
        for (var i = 0; i < Lanes; i += 2)
        {
            hash = WordScan.Fold(hash ^ lanes[i] ^ ((ulong)lanes[i + 1] << 32), 0xA0761D6478BD642F);
        }

        return hash;
    }

    private static Vector256<uint> Run256(ref uint words, ref uint runs, nuint i)
    {
        var run = (Vector256.LoadUnsafe(ref words, i) * A) + (Vector256.LoadUnsafe(ref words, i + 1) * B)
            + (Vector256.LoadUnsafe(ref words, i + 2) * C) + (Vector256.LoadUnsafe(ref words, i + 3) * D);
        run ^= run >>> 15;
        run *= B;
        run ^= run >>> 13;
        run *= C;
        run ^= run >>> 16;
        run.StoreUnsafe(ref runs, i);
        return run;
    }

    private static Vector512<uint> Mix(Vector512<uint> run)
    {
        run ^= run >>> 15;
        run *= B;
        run ^= run >>> 13;
        run *= C;
        return run ^ (run >>> 16);
    }
}
