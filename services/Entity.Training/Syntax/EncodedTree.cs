using Truceline.Entity.Reading.Syntax;
using Truceline.Entity.UnitTests.Syntax;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Training.Syntax;

/// <summary>An annotated sentence as the parser sees it: without punctuation, the root behind the last token.</summary>
internal sealed class EncodedTree
{
    public EncodedTree(TreeExample example, WordClusters clusters)
    {
        var content = example.Content;
        var index = new int[example.Words.Length];
        for (var i = 0; i < content.Length; i++)
            index[content[i]] = i;
        Words = [.. content.Select(i => SyntaxWord.Of(example.Words[i], clusters))];
        Tags = [.. content.Select(i => example.Tokens[i].Pos)];
        Guessed = [.. Tags];
        Heads = [.. content.Select(i => example.Tokens[i].Head < 0 ? content.Length : index[example.Tokens[i].Head])];
        Relations = [.. content.Select(i => example.Tokens[i].Relation)];
        Before = new byte[content.Length + 1];
        var at = 0;
        for (var i = 0; i < example.Words.Length; i++)
        {
            if (example.Kinds[i] == TokenKind.Punctuation)
                Before[at] |= Marks.Of(example.Words[i]);
            else
                at++;
        }
    }

    public int Count => Words.Length;

    public SyntaxWord[] Words { get; }

    public byte[] Before { get; }

    public UPos[] Tags { get; }

    /// <summary>Tags as a tagger gives them that has not seen the sentence.</summary>
    public UPos[] Guessed { get; }

    public int[] Heads { get; }

    public Relation[] Relations { get; }

    /// <summary>Begins a state with the sentence.</summary>
    public void Begin(ParserState state)
    {
        state.Begin(Count);
        Words.CopyTo(state.Words, 0);
        Before.CopyTo(state.Before, 0);
        Guessed.CopyTo(state.Tags, 0);
        state.CountCommas();
    }
}
