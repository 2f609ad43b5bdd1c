namespace Truceline.Entity.Reading.Tagging;

/// <summary>
/// Warships by the prefix of their names ("USS Hopper (DDG 70)"): the prefix and the name are one platform, the pennant number behind them another
/// mention of it. No corpus holds enough of them to learn it.
/// </summary>
internal static class ShipNames
{
    /// <summary>How sure a ship is: the prefix stands for nothing else before a name.</summary>
    public const float Belief = 0.95f;

    private static readonly ulong[] Prefixes =
        [.. new[] { "uss", "usns", "uscgc", "hms", "hmas", "hmcs", "hmnzs", "fs", "tcg" }.Select(p => WordHash.Lower(p))];

    /// <summary>Whether a word is a ship's prefix.</summary>
    public static bool IsPrefix(in WordEntry word) => (word.Shape & WordShape.AllCapitals) != 0 && Array.IndexOf(Prefixes, word.Lower) >= 0;

    /// <summary>Labels the ships of a run. Mentions that one cuts keep nothing before it.</summary>
    /// <param name="words">Numbers of the run's words.</param>
    /// <param name="store">The words.</param>
    /// <param name="labels">The labels as decoded; a ship's are written over them.</param>
    public static void Mark(ReadOnlySpan<int> words, WordStore store, Span<byte> labels)
    {
        for (var i = 0; i + 1 < words.Length; i++)
        {
            if (!IsPrefix(in store[words[i]]) || !IsName(in store[words[i + 1]], labels[i + 1]))
                continue;
            var end = EndOf(labels, i);
            for (var before = i - 1; before >= 0 && labels[before] != TagLabel.Outside && !TagLabel.Ends(labels[before]); before--)
                labels[before] = TagLabel.Outside;
            Write(labels[i..end]);
            i = end - 1;
            if (end + 3 < words.Length && IsPennant(words.Slice(end, 4), store))
            {
                labels[end] = labels[end + 3] = TagLabel.Outside;
                Write(labels.Slice(end + 1, 2));
                i = end + 3;
            }
        }
    }

    /// <summary>In a line of capitals a capital says nothing: there the decoder must have seen a name.</summary>
    private static bool IsName(in WordEntry word, byte label) =>
        word.IsCapitalised && ((word.Shape & WordShape.AllCapitals) == 0 || label != TagLabel.Outside);

    /// <summary>End of the name: that of the mention which the decoder saw there, else one word.</summary>
    private static int EndOf(ReadOnlySpan<byte> labels, int prefix)
    {
        var last = prefix;
        if (TagLabel.Ends(labels[last]) || labels[last] == TagLabel.Outside)
            last++;
        while (last + 1 < labels.Length && labels[last] != TagLabel.Outside && !TagLabel.Ends(labels[last]))
            last++;
        return last + 1;
    }

    /// <summary>"(DDG 70)".</summary>
    private static bool IsPennant(ReadOnlySpan<int> words, WordStore store) =>
        (store[words[0]].Shape & WordShape.Opening) != 0
        && (store[words[1]].Shape & (WordShape.AllCapitals | WordShape.SingleCapital)) != 0
        && (store[words[2]].Shape & WordShape.AllDigits) != 0
        && (store[words[3]].Shape & WordShape.Closing) != 0;

    private static void Write(Span<byte> labels)
    {
        for (var i = 0; i < labels.Length; i++)
            labels[i] = (byte)(i == 0 ? TagLabel.Begin(TagType.MilitaryPlatform) : i == labels.Length - 1 ? TagLabel.Last(TagType.MilitaryPlatform) : TagLabel.Inside(TagType.MilitaryPlatform));
    }
}
