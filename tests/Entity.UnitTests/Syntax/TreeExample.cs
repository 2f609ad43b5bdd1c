using Truceline.Entity.Reading.Syntax;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.UnitTests.Syntax;

/// <summary>An annotated sentence.</summary>
/// <param name="Words">Characters of its tokens.</param>
/// <param name="Kinds">What each is made of.</param>
/// <param name="Tokens">Its tree; heads of punctuation may be missing.</param>
internal sealed record TreeExample(string[] Words, TokenKind[] Kinds, SyntaxToken[] Tokens)
{
    /// <summary>Indexes of what is no punctuation.</summary>
    public int[] Content { get; } = [.. Enumerable.Range(0, Words.Length).Where(i => Kinds[i] != TokenKind.Punctuation)];

    /// <summary>Whether the heads of all but punctuation make one tree without crossing arcs.</summary>
    public bool IsProjective()
    {
        var roots = 0;
        foreach (var i in Content)
        {
            var head = Tokens[i].Head;
            if (head < 0)
                roots++;
            else if (Kinds[head] == TokenKind.Punctuation)
                return false;
            var (low, high) = (Math.Min(i, head), Math.Max(i, head));
            if (Content.Any(k => k > low && k < high && (Tokens[k].Head < low || Tokens[k].Head > high)))
                return false;
            var steps = 0;
            for (var up = i; up >= 0; up = Tokens[up].Head)
            {
                if (++steps > Words.Length)
                    return false;
            }
        }
        return roots == 1;
    }
}
