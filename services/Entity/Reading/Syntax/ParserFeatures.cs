namespace Truceline.Entity.Reading.Syntax;

/// <summary>
/// What the next move is guessed from: words, tags and clusters of the top of the stack and of the tokens to come, their children and frames, distances, commas and quotes between
/// them (after Zhang and Nivre 2011), and prepositions with the words that they may hang under.
/// </summary>
internal static class ParserFeatures
{
    /// <summary>More than are ever put.</summary>
    public const int Most = 128;

    private const uint NoTag = 250;

    /// <summary>Puts the features of a state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="into">Room for <see cref="Most"/>.</param>
    /// <returns>How many were put.</returns>
    public static int Fill(ParserState state, Span<ulong> into)
    {
        var list = new FeatureList(into);
        int s0 = state.Stack(0), s1 = state.Stack(1), s2 = state.Stack(2);
        int b0 = state.Next, b1 = state.Next + 1, b2 = state.Next + 2, b3 = state.Next + 3;
        uint s0w = Word(state, s0), s1w = Word(state, s1), b0w = Word(state, b0), b1w = Word(state, b1);
        uint s0p = Tag(state, s0), s1p = Tag(state, s1), s2p = Tag(state, s2);
        uint b0p = Tag(state, b0), b1p = Tag(state, b1), b2p = Tag(state, b2), b3p = Tag(state, b3);
        uint s0c = Cluster(state, s0), s1c = Cluster(state, s1), b0c = Cluster(state, b0), b1c = Cluster(state, b1), b2c = Cluster(state, b2);
        var between = Between(state, s0, b0);
        var inner = Between(state, s1, s0);
        var near = Distance(s0, b0);

        // Words by themselves.
        list.Put(s0w, s0p);
        list.Put(s0w);
        list.Put(s0p);
        list.Put(s0c, s0p);
        list.Put(b0w, b0p);
        list.Put(b0w);
        list.Put(b0p);
        list.Put(b0c, b0p);
        list.Put(b1w, b1p);
        list.Put(b1p);
        list.Put(b1c);
        list.Put(b2p, Word(state, b2));
        list.Put(b2p);
        list.Put(s1w, s1p);
        list.Put(s1p);
        list.Put(s1c, s1p);
        list.Put(s2p, Word(state, s2));

        // Pairs and triples.
        list.Put(s0w, s0p, b0w, b0p);
        list.Put(s0w, s0p, b0p);
        list.Put(s0w, b0w);
        list.Put(s0p, b0w, b0p);
        list.Put(s0p, b0p);
        list.Put(s0c, b0c);
        list.Put(s0c, b0p, s0p);
        list.Put(s0p, b0p, b0c);
        list.Put(b0p, b1p);
        list.Put(b0w, b1p);
        list.Put(b0w, b1w);
        list.Put(b0p, b1w);
        list.Put(s1w, s1p, s0w, s0p);
        list.Put(s1w, s0w);
        list.Put(s1w, s1p, s0p);
        list.Put(s1p, s0w, s0p);
        list.Put(s1p, s0p);
        list.Put(s1c, s0c);
        list.Put(s1c, s1p, s0p);
        list.Put(s1p, s0p, s0c);
        list.Put(s1p, b0p);
        list.Put(s1w, b0w);
        list.Put(b0p, b1p, b2p);
        list.Put(s0p, b0p, b1p);
        list.Put(s0w, b0p, b1p);
        list.Put(s0p, b0w, b1p);
        list.Put(s1p, s0p, b0p);
        list.Put(s1p, s0w, b0p);
        list.Put(s1w, s0p, b0p);
        list.Put(s1p, s0p, b0w);
        list.Put(s2p, s1p, s0p);
        list.Put(s2p, s1p, s0p, b0p);
        list.Put(s1p, s0p, b0p, b1p);
        list.Put(s0p, b0p, b1p, b2p);
        list.Put(b0p, b1p, b2p, b3p);

        // Children.
        int s0l = Left(state, s0), s0l2 = Left2(state, s0), s0r = Right(state, s0), s0r2 = Right2(state, s0);
        int s1l = Left(state, s1), s1r = Right(state, s1), s1r2 = Right2(state, s1), b0l = Left(state, b0), b0l2 = Left2(state, b0);
        list.Put(s0p, Tag(state, s0l), b0p);
        list.Put(s0p, Tag(state, s0r), b0p);
        list.Put(s0p, b0p, Tag(state, b0l));
        list.Put(s1p, s0p, Tag(state, s0l));
        list.Put(s1p, s0p, Tag(state, s0r));
        list.Put(s1p, Tag(state, s1r), s0p);
        list.Put(s1p, Tag(state, s1l), s0p);
        list.Put(s1p, Tag(state, s1r), s0p, b0p);
        list.Put(s0p, Label(state, s0l), Label(state, s0l2));
        list.Put(s0p, Label(state, s0r), Label(state, s0r2));
        list.Put(s0w, Label(state, s0l));
        list.Put(s0w, Label(state, s0r));
        list.Put(b0p, Label(state, b0l), Label(state, b0l2));
        list.Put(b0w, Label(state, b0l));
        list.Put(s1p, Label(state, s1r), Label(state, s1r2));
        list.Put(s1w, Label(state, s1r), s0p);
        list.Put(s1p, s0p, Label(state, s1r), Label(state, s0l));
        list.Put(s0p, s0r < 0 ? 0 : Word(state, s0r), b0p);
        list.Put(s1p, Word(state, s1r), s0p);
        list.Put(b0p, Word(state, b0l));

        // Frames and distances.
        uint s0f = Frame(state, s0), s1f = Frame(state, s1), b0f = Frame(state, b0);
        list.Put(s0p, s0f);
        list.Put(s0w, s0f);
        list.Put(s0c, s0f, b0p);
        list.Put(s0p, s0f, b0p);
        list.Put(s1p, s1f);
        list.Put(s1w, s1f);
        list.Put(s1p, s1f, s0p);
        list.Put(s1p, s1f, s0p, b0p);
        list.Put(s1p, s1f, s0p, s0f);
        list.Put(b0p, b0f);
        list.Put(b0w, b0f, s0p);
        list.Put(s0p, s0f, b0p, b0f);
        list.Put(s0p, b0p, near);
        list.Put(s0w, near);
        list.Put(b0w, near);
        list.Put(s1p, s0p, Distance(s1, s0));
        list.Put(s1w, s0p, Distance(s1, s0));

        // Punctuation.
        list.Put(s0p, b0p, between);
        list.Put(s1p, s0p, inner);
        list.Put(s1p, s0p, inner, between);
        list.Put(s0p, b0p, between, b1p);
        list.Put(s0w, b0p, between);
        list.Put(s0p, b0w, between);
        list.Put(s1p, s1f, s0p, inner);
        list.Put(s0p, s0f, b0p, between);
        list.Put(s1p, s0p, b0p, between | (inner << 8));
        list.Put(s1w, s0p, b0p, between);
        list.Put(s0p, b0p, Before(state, b1), Before(state, b2));
        list.Put(s0w, b0w, between);
        list.Put(s0c, b0c, between);

        // A preposition and what it may hang under.
        uint s0k = CaseOf(state, s0l), b0k = b0p;
        list.Put(s1w, s0k, s0p);
        list.Put(s1c, s0k, s0c);
        list.Put(s1p, s0k, s0w);
        list.Put(s2p, s1p, s0k);
        list.Put(s1w, s0w, b0w);
        list.Put(s1c, s0c, b0w);
        list.Put(s0c, b0w, b1c);
        list.Put(s1c, b0w, b1c);
        list.Put(s0c, b0w, b2c, b0k);
        list.Put(s1c, b0w, b2c, b0k);
        list.Put(s1p, s0w, b0w);
        return list.Count;
    }

    private static uint Word(ParserState state, int i) => i < 0 ? 1 : i < state.Count ? state.Words[i].Word : i == state.Count ? 2u : 3u;

    private static uint Cluster(ParserState state, int i) => i < 0 ? 60001 : i < state.Count ? state.Words[i].Cluster : 60002u;

    /// <summary>Part of speech, and for verbs and nouns the form that the ending shows.</summary>
    private static uint Tag(ParserState state, int i)
    {
        if (i < 0)
            return NoTag;
        if (i >= state.Count)
            return i == state.Count ? NoTag + 1 : NoTag + 2;
        var tag = state.Tags[i];
        return (uint)tag | (tag is UPos.Verb or UPos.Noun or UPos.Adj ? (uint)state.Words[i].Form << 5 : 0);
    }

    private static uint Label(ParserState state, int i) => i < 0 ? NoTag : (uint)state.Relations[i];

    private static uint Frame(ParserState state, int i) => i < 0 ? 0u : state.Frame[i] | 0x10000u;

    private static int Left(ParserState state, int i) => i < 0 ? -1 : state.Left1[i];

    private static int Left2(ParserState state, int i) => i < 0 ? -1 : state.Left2[i];

    private static int Right(ParserState state, int i) => i < 0 ? -1 : state.Right1[i];

    private static int Right2(ParserState state, int i) => i < 0 ? -1 : state.Right2[i];

    private static uint CaseOf(ParserState state, int left) =>
        left >= 0 && state.Relations[left] is Relation.Case or Relation.Mark ? state.Words[left].Word : 0;

    private static uint Before(ParserState state, int i) => i < 0 || i > state.Count ? 0u : state.Before[i];

    private static uint Between(ParserState state, int left, int right)
    {
        if (left < 0 || right > state.Count)
            return 0;
        var commas = Math.Min(state.Commas[right] - state.Commas[left], 2);
        return (uint)(state.Before[right] | (commas << 7));
    }

    private static uint Distance(int left, int right) => left < 0 ? 0u : (right - left) switch
    {
        < 5 => (uint)(right - left),
        < 8 => 5,
        < 12 => 6,
        _ => 7,
    };
}
