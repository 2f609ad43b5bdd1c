using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Training.Gazetteers;

/// <summary>What names lead to: postings by the hashes of loose keys and skeletons, in the order of the file, and the table of first words.</summary>
internal sealed class NameIndex
{
    private const int ShortestLoose = 2;
    private const int ShortestSkeleton = 3;

    public List<(ulong Hash, uint Posting)> Postings { get; private set; } = [];

    public List<(ulong Hash, uint Posting)> Skeletons { get; private set; } = [];

    public byte[] FirstWords { get; } = new byte[FirstWordTable.Length];

    /// <summary>Indexes rows by their positions in the list.</summary>
    public static NameIndex Of(List<GazetteerRow> rows)
    {
        var index = new NameIndex();
        for (var i = 0; i < rows.Count; i++)
            index.Add(rows[i], i);
        index.Postings = InOrder(index.Postings);
        index.Skeletons = InOrder(index.Skeletons);
        return index;
    }

    private void Add(GazetteerRow row, int number)
    {
        var seen = new HashSet<(ulong Loose, uint Check)>();
        var skeletons = new HashSet<ulong>();
        foreach (var (name, isMain) in row.OtherNames.Select(n => (n, false)).Prepend((row.Name, true)))
        {
            var hash = NameHash.Of(name);
            if (hash.LooseLength < ShortestLoose || !seen.Add((hash.Loose, hash.Check)))
                continue;
            var isLatin = name.All(c => c < '\u0370' || c >= '\u1E00');
            if (!isLatin && seen.Count(s => s.Loose == hash.Loose) > 1)
                continue; // Transliterated it meets a Latin name already.
            Postings.Add((hash.Loose, GazetteerFormat.Posting(number, isMain, hash.Check)));
            var (first, words) = FirstWordTable.Of(name);
            FirstWordTable.Add(FirstWords, first, words);
            if (words > 1)
                FirstWordTable.Add(FirstWords, hash.Loose, 1); // Written as one word it is still found.
            Span<char> key = NameKey.Loose(name).ToCharArray();
            key = key[..NameFolding.Skeleton(key)];
            if (row.HasSkeletons && key.Length >= ShortestSkeleton && NameHash.OfKey(key) is var skeleton && skeletons.Add(skeleton))
                Skeletons.Add((skeleton, GazetteerFormat.SkeletonPosting(skeleton, number)));
        }
    }

    private static List<(ulong Hash, uint Posting)> InOrder(List<(ulong Hash, uint Posting)> postings) =>
        [.. postings.OrderBy(p => GazetteerFormat.Bucket(p.Hash)).ThenBy(p => (ushort)p.Hash).ThenBy(p => p.Posting)];
}
