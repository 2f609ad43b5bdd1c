namespace Truceline.Entity.Reading.Syntax;

/// <summary>Makes of a parsed state the tokens of the whole sentence.</summary>
internal static class Trees
{
    /// <summary>
    /// Puts the punctuation back: a mark hangs under the highest token beside it whose subtree ends or begins there, so that no arcs cross. A sentence of marks alone hangs under its first.
    /// </summary>
    /// <param name="state">The parsed state.</param>
    /// <param name="tokens">Index in the sentence of each of the state's tokens.</param>
    /// <param name="count">Number of tokens of the sentence.</param>
    public static SyntaxToken[] WithPunctuation(ParserState state, List<int> tokens, int count)
    {
        var result = new SyntaxToken[count];
        if (tokens.Count == 0)
        {
            for (var i = 0; i < count; i++)
                result[i] = new SyntaxToken(UPos.Punct, i == 0 ? -1 : 0, i == 0 ? Relation.Root : Relation.Punct);
            return result;
        }
        PassiveRelations.Settle(state);
        var at = 0;
        for (var i = 0; i < count; i++)
        {
            if (at < tokens.Count && tokens[at] == i)
            {
                var head = state.Heads[at];
                result[i] = new SyntaxToken(state.Tags[at], head >= state.Count ? -1 : tokens[head], state.Relations[at]);
                at++;
                continue;
            }
            result[i] = new SyntaxToken(UPos.Punct, tokens[Over(state, at)], Relation.Punct);
        }
        return result;
    }

    /// <summary>The lowest token above both neighbours of the gap before a token: no arc that goes over the gap is crossed.</summary>
    private static int Over(ParserState state, int next)
    {
        if (next == 0 || next == state.Count)
            return RootOf(state);
        var (left, right) = (next - 1, next);
        var (leftDepth, rightDepth) = (DepthOf(state, left), DepthOf(state, right));
        for (; leftDepth > rightDepth; leftDepth--)
            left = state.Heads[left];
        for (; rightDepth > leftDepth; rightDepth--)
            right = state.Heads[right];
        while (left != right)
            (left, right) = (state.Heads[left], state.Heads[right]);
        return left;
    }

    private static int DepthOf(ParserState state, int token)
    {
        var depth = 0;
        for (; state.Heads[token] < state.Count; token = state.Heads[token])
            depth++;
        return depth;
    }

    private static int RootOf(ParserState state)
    {
        var token = 0;
        while (state.Heads[token] < state.Count)
            token = state.Heads[token];
        return token;
    }
}
