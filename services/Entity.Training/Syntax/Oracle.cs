using Truceline.Entity.Reading.Syntax;

namespace Truceline.Entity.Training.Syntax;

/// <summary>The dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013): how many arcs of the right tree a move makes impossible.</summary>
/// <param name="heads">Right heads; that of the root is the number of tokens.</param>
/// <param name="relations">Right relations.</param>
internal sealed class Oracle(int[] heads, Relation[] relations)
{
    private readonly HashSet<int> _stack = [];

    /// <summary>Costs of shifting and of hanging the top of the stack under the next token or under the one below it.</summary>
    public (int Shift, int Left, int Right) Costs(ParserState state)
    {
        var (next, top, below) = (state.Next, state.Stack(0), state.Stack(1));
        var shift = 0;
        if (next < state.Count)
        {
            _stack.Clear();
            for (var depth = 0; depth < state.Depth; depth++)
                _stack.Add(state.Stack(depth));
            shift += heads[next] != top && _stack.Contains(heads[next]) ? 1 : 0;
            foreach (var token in _stack)
                shift += heads[token] == next ? 1 : 0;
        }
        if (top < 0)
            return (shift, 0, 0);
        var (left, right) = (0, 0);
        // Tokens that are still to come and hang under the top lose their head by either move; a head to come is lost by the right one.
        for (var token = next; token < state.Count; token++)
        {
            if (heads[token] == top)
                (left, right) = (left + 1, right + 1);
        }
        var head = heads[top];
        left += head == below || head > next ? 1 : 0;
        right += head >= next ? 1 : 0;
        return (shift, left, right);
    }

    /// <summary>The move of a kind with the right relation where its arc is right; any relation is as good where it is not.</summary>
    public bool IsRight(ParserState state, int move)
    {
        if (move == Move.Shift)
            return true;
        var top = state.Stack(0);
        var head = Move.IsLeft(move) ? state.Next : state.Stack(1);
        return heads[top] != head || relations[top] == Move.RelationOf(move);
    }
}
