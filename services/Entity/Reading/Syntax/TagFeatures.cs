namespace Truceline.Entity.Reading.Syntax;

/// <summary>What the part of speech of a token is guessed from: the word, its ending and shape, its neighbours, the two tags before it.</summary>
internal static class TagFeatures
{
    /// <summary>More than are ever put.</summary>
    public const int Most = 48;

    private static readonly SyntaxWord Edge = new(1, 0, 0, 1, 1, 1, 0, 0);

    /// <summary>Puts the features of a token.</summary>
    /// <param name="words">All words of the sentence.</param>
    /// <param name="before">Marks before each word, and behind the last.</param>
    /// <param name="tags">Tags of those before.</param>
    /// <param name="i">The token.</param>
    /// <param name="into">Room for <see cref="Most"/>.</param>
    /// <returns>How many were put.</returns>
    public static int Fill(ReadOnlySpan<SyntaxWord> words, ReadOnlySpan<byte> before, ReadOnlySpan<UPos> tags, int i, Span<ulong> into)
    {
        var list = new FeatureList(into);
        ref readonly var w = ref words[i];
        ref readonly var l1 = ref i > 0 ? ref words[i - 1] : ref Edge;
        ref readonly var l2 = ref i > 1 ? ref words[i - 2] : ref Edge;
        ref readonly var r1 = ref i + 1 < words.Length ? ref words[i + 1] : ref Edge;
        ref readonly var r2 = ref i + 2 < words.Length ? ref words[i + 2] : ref Edge;
        var t1 = i > 0 ? (uint)tags[i - 1] : 30;
        var t2 = i > 1 ? (uint)tags[i - 2] : 30;
        var shape = w.Shape | (i == 0 ? 64u : 0);
        list.Put(w.Word);
        list.Put(w.Ending);
        list.Put(w.ShortEnding);
        list.Put(w.Beginning);
        list.Put(shape);
        list.Put(w.Cluster);
        list.Put(w.Coarse);
        list.Put(w.Word, shape & 65);
        list.Put(w.Ending, shape);
        list.Put(w.Cluster, shape & 1);
        list.Put(t1);
        list.Put(t1, t2);
        list.Put(t1, w.Word);
        list.Put(t1, w.Ending);
        list.Put(t1, w.Cluster);
        list.Put(t1, t2, w.ShortEnding);
        list.Put(l1.Word);
        list.Put(l1.Ending);
        list.Put(l1.Cluster);
        list.Put(l1.Word, w.Ending);
        list.Put(l1.Word, w.Word);
        list.Put(l2.Word);
        list.Put(l2.Word, l1.Word);
        list.Put(r1.Word);
        list.Put(r1.Ending);
        list.Put(r1.Cluster);
        list.Put(r1.Shape, shape);
        list.Put(r1.Word, w.Ending);
        list.Put(r1.Word, w.Word);
        list.Put(r1.Coarse, w.Coarse);
        list.Put(r1.Cluster, w.Ending);
        list.Put(r2.Word);
        list.Put(r2.Coarse);
        list.Put(r1.Word, r2.Word);
        list.Put(t1, r1.Coarse, w.Coarse);
        list.Put(t1, r1.Word);
        list.Put(t1, r1.Ending, w.ShortEnding);
        list.Put(l1.Shape, shape, r1.Shape);
        list.Put(before[i], t1, w.ShortEnding);
        list.Put(before[i + 1], w.Ending);
        list.Put(before[i], before[i + 1], t1);
        return list.Count;
    }
}
