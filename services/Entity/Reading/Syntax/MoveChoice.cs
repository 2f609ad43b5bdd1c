namespace Truceline.Entity.Reading.Syntax;

/// <summary>Which moves a state allows, and the best of them.</summary>
internal static class MoveChoice
{
    /// <summary>Whether a move can be made: only the last token left hangs under the root, and only by the root's relation.</summary>
    public static bool IsLegal(ParserState state, int move)
    {
        if (move == Move.Shift)
            return state.CanShift;
        var relation = Move.RelationOf(move);
        if (relation == Relation.Punct)
            return false;
        if (Move.IsLeft(move))
            return state.CanLeft && (state.Next == state.Count) == (relation == Relation.Root);
        return state.CanRight && relation != Relation.Root;
    }

    /// <summary>The legal move with the highest score, of equal ones the first. A state that is not done always has one.</summary>
    public static int Best(ParserState state, ReadOnlySpan<int> scores)
    {
        var best = -1;
        for (var move = 0; move < Move.Count; move++)
        {
            if ((best < 0 || scores[move] > scores[best]) && IsLegal(state, move))
                best = move;
        }
        return best;
    }
}
