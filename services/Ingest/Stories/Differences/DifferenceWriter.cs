using Truceline.Ingest.V1;

namespace Truceline.Ingest.Stories.Differences;

/// <summary>Writes changes down as a proto, with spans in code points of both texts, up to the bounds that the proto names.</summary>
/// <param name="before">The earlier text.</param>
/// <param name="after">The later text.</param>
/// <param name="byWords">Whether changes are shown by words.</param>
internal sealed class DifferenceWriter(string before, string after, bool byWords)
{
    private const int MostChanges = 500;
    private const int MostFigures = 100;
    private const int LongestShown = 2000;
    private readonly CodePoints _before = new(before);
    private readonly CodePoints _after = new(after);

    /// <summary>What was written so far.</summary>
    internal TextDifference Difference { get; } = new();

    /// <summary>A sentence that stands on one side only.</summary>
    internal void Add(TextPiece? old, TextPiece? @new) => Add(old?.Start, old?.End, @new?.Start, @new?.End);

    /// <summary>A sentence that stands for another one.</summary>
    internal void Add(TextPiece old, TextPiece @new, List<TextPiece> oldWords, List<TextPiece> newWords, List<ChangedBlock> blocks)
    {
        if (!byWords)
        {
            Add(old.Start, old.End, @new.Start, @new.End);
        }

        foreach (var block in byWords ? blocks : [])
        {
            var (from, to) = Extent(oldWords, block.Before, block.BeforeCount);
            var (newFrom, newTo) = Extent(newWords, block.After, block.AfterCount);
            Add(from, to, newFrom, newTo);
        }

        foreach (var (was, @is) in Figures.Changed(oldWords, newWords, blocks))
        {
            if (Difference.Figures.Count == MostFigures)
            {
                Difference.Truncated = true;
                return;
            }

            Difference.Figures.Add(new FigureChange
            {
                Before = was.Of(before),
                After = @is.Of(after),
                BeforeSpan = _before.Of(was.Start, was.End),
                AfterSpan = _after.Of(@is.Start, @is.End),
            });
        }
    }

    private static (int? From, int? To) Extent(List<TextPiece> words, int from, int count) =>
        count == 0 ? (null, null) : (words[from].Start, words[from + count - 1].End);

    private void Add(int? oldStart, int? oldEnd, int? newStart, int? newEnd)
    {
        if (Difference.Changes.Count == MostChanges)
        {
            Difference.Truncated = true;
            return;
        }

        var change = new TextChange
        {
            Kind = oldStart is null ? TextChangeKind.Added : newStart is null ? TextChangeKind.Removed : TextChangeKind.Replaced,
        };
        if (oldStart is { } os && oldEnd is { } oe)
        {
            change.Before = _before.Of(os, oe);
            change.BeforeText = Shown(before, os, oe);
        }

        if (newStart is { } ns && newEnd is { } ne)
        {
            change.After = _after.Of(ns, ne);
            change.AfterText = Shown(after, ns, ne);
        }

        Difference.Changes.Add(change);
    }

    // Half of a surrogate pair would be no text.
    private static string Shown(string text, int start, int end)
    {
        var last = Math.Min(end, start + LongestShown);
        return text[start..(last < end && char.IsHighSurrogate(text[last - 1]) ? last - 1 : last)];
    }
}
