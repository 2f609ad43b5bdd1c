namespace Truceline.Ingest.Stories.Signatures;

/// <summary>Keys under which copies find each other: of each group of bins the run with the smallest hash (MinHash with bands of one row, so that a copy of
/// a small part still shares some).</summary>
internal static class RunKeys
{
    /// <summary>Adds the keys of what is in the bins.</summary>
    /// <param name="scratch">Bins, and the words for more bits of the hash.</param>
    /// <param name="groups">Number of groups, a power of two: the keys of few groups are among those of many.</param>
    /// <param name="keys">Where to; a key that is there already is left out.</param>
    /// <param name="count">How many are there.</param>
    /// <returns>How many are there then.</returns>
    internal static int Add(SignatureScratch scratch, int groups, Span<uint> keys, int count)
    {
        var size = SketchShape.WholeBins / groups;
        for (var group = 0; group < groups; group++)
        {
            foreach (var bin in scratch.Bins.AsSpan(group * size, size))
            {
                if (bin == long.MaxValue)
                {
                    continue;
                }

                var words = scratch.Words.AsSpan(RunSketch.IndexOf(bin), SketchShape.Run);
                var key = (uint)(WordScan.Fold(words[0] | ((ulong)words[1] << 32), (words[2] | ((ulong)words[3] << 32)) ^ 0xE7037ED1A0B428DB) >> 16);
                if (!keys[..count].Contains(key))
                {
                    keys[count++] = key;
                }

                break;
            }
        }

        return count;
    }
}
