namespace Truceline.Ingest.Stories.Differences;

/// <summary>Finds figures that changed: "30" to "34", "thirty" to "at least 34".</summary>
internal static class Figures
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
        "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "hundreds", "thousand",
        "thousands", "million", "millions", "dozen", "dozens", "scores", "zero", "none",
    };

    /// <summary>Pairs the figures that stand in each changed block, in order.</summary>
    /// <param name="before">Words of the earlier sentence.</param>
    /// <param name="after">Words of the later one.</param>
    /// <param name="blocks">Where they differ.</param>
    internal static IEnumerable<(TextPiece Before, TextPiece After)> Changed(
        IReadOnlyList<TextPiece> before, IReadOnlyList<TextPiece> after, IEnumerable<ChangedBlock> blocks) =>
        from block in blocks
        from pair in In(before, block.Before, block.BeforeCount).Zip(In(after, block.After, block.AfterCount))
        select pair;

    /// <summary>Whether a word is a figure: it begins with a digit, or is a number in English words.</summary>
    internal static bool IsFigure(string word) => char.IsDigit(word[0]) || Words.Contains(word.Split('-')[0]);

    private static IEnumerable<TextPiece> In(IReadOnlyList<TextPiece> words, int from, int count)
    {
        for (var i = from; i < from + count; i++)
        {
            if (IsFigure(words[i].Key))
            {
                yield return words[i];
            }
        }
    }
}
