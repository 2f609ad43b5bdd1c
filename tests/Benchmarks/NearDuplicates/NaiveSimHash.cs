namespace Truceline.Benchmarks.NearDuplicates;

/// <summary>SimHash (Charikar 2002) as it is first written down: the words of a text, each five of them joined and hashed to 64 bits, 64 counters.</summary>
internal static class NaiveSimHash
{
    private const int Run = 5;

    /// <summary>The hash of a text.</summary>
    internal static ulong Of(string text)
    {
        var words = text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var counters = new int[64];
        for (var i = 0; i + Run <= words.Length; i++)
        {
            var hash = Hash(string.Join(' ', words, i, Run));
            for (var bit = 0; bit < 64; bit++)
            {
                counters[bit] += ((hash >> bit) & 1) != 0 ? 1 : -1;
            }
        }

        var result = 0UL;
        for (var bit = 0; bit < 64; bit++)
        {
            result |= counters[bit] > 0 ? 1UL << bit : 0;
        }

        return result;
    }

    // FNV-1a.
    private static ulong Hash(string text)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 0x100000001B3;
        }

        return hash;
    }
}
