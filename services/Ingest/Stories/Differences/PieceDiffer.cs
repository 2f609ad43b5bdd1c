using DiffPlex;

namespace Truceline.Ingest.Stories.Differences;

/// <summary>Compares two lists of pieces (DiffPlex: the shortest script of changes, Myers 1986).</summary>
internal static class PieceDiffer
{
    /// <summary>Most pieces of one side that are compared; the work may grow with the product of both.</summary>
    internal const int MostPieces = 5000;

    /// <summary>The places where the lists differ, in order.</summary>
    /// <param name="before">The earlier pieces; at most <see cref="MostPieces"/> are compared, the rest counts as changed.</param>
    /// <param name="after">The later pieces, likewise.</param>
    internal static List<ChangedBlock> Compare(IReadOnlyList<TextPiece> before, IReadOnlyList<TextPiece> after)
    {
        var (head, tail) = Common(before, after);
        var (old, @new) = (before.Count - head - tail, after.Count - head - tail);
        if (old == 0 && @new == 0)
        {
            return [];
        }

        if (old == 0 || @new == 0 || old > MostPieces || @new > MostPieces)
        {
            return [new(head, old, head, @new)];
        }

        var chunker = new Prepared(Keys(before, head, old), Keys(after, head, @new));
        var result = new Differ().CreateDiffs(Prepared.Before, Prepared.After, ignoreWhiteSpace: false, ignoreCase: false, chunker);
        return [.. result.DiffBlocks.Select(b => new ChangedBlock(head + b.DeleteStartA, b.DeleteCountA, head + b.InsertStartB, b.InsertCountB))];
    }

    private static (int Head, int Tail) Common(IReadOnlyList<TextPiece> before, IReadOnlyList<TextPiece> after)
    {
        var shorter = Math.Min(before.Count, after.Count);
        var head = 0;
        while (head < shorter && before[head].Key == after[head].Key)
        {
            head++;
        }

        var tail = 0;
        while (tail < shorter - head && before[^(tail + 1)].Key == after[^(tail + 1)].Key)
        {
            tail++;
        }

        return (head, tail);
    }

    private static string[] Keys(IReadOnlyList<TextPiece> pieces, int from, int count)
    {
        var keys = new string[count];
        for (var i = 0; i < count; i++)
        {
            keys[i] = pieces[from + i].Key;
        }

        return keys;
    }

    /// <summary>Hands the library pieces that were cut before.</summary>
    private sealed class Prepared(string[] before, string[] after) : IChunker
    {
        internal const string Before = "before";
        internal const string After = "after";

        public IReadOnlyList<string> Chunk(string text) => text == Before ? before : after;
    }
}

/// <summary>A place where two lists of pieces differ.</summary>
/// <param name="Before">First piece of the earlier list.</param>
/// <param name="BeforeCount">How many of its pieces are gone.</param>
/// <param name="After">First piece of the later list.</param>
/// <param name="AfterCount">How many of its pieces are new.</param>
internal readonly record struct ChangedBlock(int Before, int BeforeCount, int After, int AfterCount);
