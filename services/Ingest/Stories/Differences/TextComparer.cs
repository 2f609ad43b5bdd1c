using Truceline.Ingest.V1;

namespace Truceline.Ingest.Stories.Differences;

/// <summary>How two texts differ. Pure; the work is bounded whatever the texts.</summary>
/// <param name="Difference">What changed.</param>
/// <param name="Similarity">Twice the words in common, in order, by the words of both; 1 when both have none.</param>
internal sealed record TextComparison(TextDifference Difference, double Similarity);

/// <summary>
/// Compares two texts in two steps: sentences first, then, in sentences that stand for each other, the words. So a long text with few changes costs
/// little, and changes are shown in whole sentences that people can read.
/// </summary>
internal static class TextComparer
{
    /// <summary>How an earlier text became a later one.</summary>
    /// <param name="before">The earlier text.</param>
    /// <param name="after">The later text.</param>
    /// <param name="byWords">Whether changes are shown by words; else by sentences.</param>
    internal static TextComparison Compare(string before, string after, bool byWords = false)
    {
        var (old, @new) = (SentenceCutter.Cut(before), SentenceCutter.Cut(after));
        var writer = new DifferenceWriter(before, after, byWords);
        var (common, kept) = (0, 0);
        foreach (var block in PieceDiffer.Compare(old, @new))
        {
            // What stands before the block is the same in both.
            common += WordsIn(before, old, kept, block.Before);
            kept = block.Before + block.BeforeCount;
            common += CompareBlock(before, after, old, @new, block, writer);
        }

        common += WordsIn(before, old, kept, old.Count);
        var all = WordsIn(before, old, 0, old.Count) + WordsIn(after, @new, 0, @new.Count);
        return new TextComparison(writer.Difference, all == 0 ? 1 : Math.Min(1, 2.0 * common / all));
    }

    /// <returns>How many words of the block stayed.</returns>
    private static int CompareBlock(
        string before, string after, List<TextPiece> old, List<TextPiece> @new, ChangedBlock block, DifferenceWriter writer)
    {
        var oldWords = old.GetRange(block.Before, block.BeforeCount).ConvertAll(s => WordCutter.Cut(before, s.Start, s.End));
        var newWords = @new.GetRange(block.After, block.AfterCount).ConvertAll(s => WordCutter.Cut(after, s.Start, s.End));
        var common = 0;
        foreach (var (i, j) in SentencePairs.Pair(oldWords, newWords))
        {
            if (i < 0 || j < 0)
            {
                writer.Add(i < 0 ? null : old[block.Before + i], j < 0 ? null : @new[block.After + j]);
                continue;
            }

            var blocks = PieceDiffer.Compare(oldWords[i], newWords[j]);
            common += oldWords[i].Count(WordCutter.IsWord) - blocks.Sum(b => oldWords[i].GetRange(b.Before, b.BeforeCount).Count(WordCutter.IsWord));
            writer.Add(old[block.Before + i], @new[block.After + j], oldWords[i], newWords[j], blocks);
        }

        return common;
    }

    private static int WordsIn(string text, List<TextPiece> sentences, int from, int to)
    {
        var words = 0;
        for (var i = from; i < to; i++)
        {
            words += WordCutter.Cut(text, sentences[i].Start, sentences[i].End).Count(WordCutter.IsWord);
        }

        return words;
    }
}
