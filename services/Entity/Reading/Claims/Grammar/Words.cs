using System.Collections.Frozen;
using Truceline.Entity.Reading.Syntax;
using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Claims.Grammar;

/// <summary>The words of a text in lower case, by token index, for comparison.</summary>
internal sealed class Words
{
    private readonly string[] _lower;
    private readonly SyntaxReader? _syntax;
    private readonly SentenceTree?[] _trees;

    /// <summary>The words of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="syntax">What tells parts of speech; null: none are told.</param>
    public Words(SegmentedText text, SyntaxReader? syntax = null)
    {
        Source = text;
        (_syntax, _trees) = (syntax, new SentenceTree?[text.Sentences.Count]);
        _lower = new string[text.Tokens.Count];
        for (var i = 0; i < _lower.Length; i++)
            _lower[i] = text.TextOf(i).Replace('’', '\'').ToLowerInvariant();
    }

    /// <summary>The text that the words are of.</summary>
    public SegmentedText Source { get; }

    /// <summary>The word at an index in lower case; empty beyond either end.</summary>
    public string this[int token] => token >= 0 && token < _lower.Length ? _lower[token] : "";

    /// <summary>Whether the token's first character is a capital letter.</summary>
    public bool IsCapital(int token) => token >= 0 && token < _lower.Length && char.IsUpper(Source.Text[Source.Tokens[token].Span.Start]);

    /// <summary>Whether the token is a word, not a number or a mark.</summary>
    public bool IsWord(int token) => token >= 0 && token < _lower.Length && Source.Tokens[token].Kind == TokenKind.Word;

    /// <summary>Whether the token is a number in digits.</summary>
    public bool IsNumber(int token) => token >= 0 && token < _lower.Length && Source.Tokens[token].Kind == TokenKind.Number;

    /// <summary>The tree of the sentence in which a token stands, and the token that the sentence begins with; null without a parser. Each sentence is parsed once, when it is first asked for.</summary>
    public (SentenceTree Tree, int First)? TreeAt(int token)
    {
        if (_syntax is null || token < 0 || token >= _lower.Length)
        {
            return null;
        }
        var at = Source.SentenceOf(token);
        var sentence = Source.Sentences[at];
        return (_trees[at] ??= _syntax.Parser.Parse(Source, sentence), sentence.FirstToken);
    }

    /// <summary>Part of speech of a token; null without a parser.</summary>
    public UPos? PosAt(int token) => TreeAt(token) is var (tree, first) ? tree.PosOf(token - first) : null;

    /// <summary>Clusters of words that are used alike: the fine and the coarse one of a token; (0, 0) when it has none.</summary>
    public (int Fine, int Coarse) ClustersAt(int token) => _syntax is null || token < 0 || token >= _lower.Length ? default : _syntax.Clusters.Of(WordHash.Lower(_lower[token]));

    /// <summary>Index of the first token in [first, end) that is in the set; -1 when there is none.</summary>
    public int Find(int first, int end, FrozenSet<string> set)
    {
        for (var i = Math.Max(first, 0); i < end && i < _lower.Length; i++)
        {
            if (set.Contains(_lower[i]))
                return i;
        }
        return -1;
    }

    /// <summary>Whether a token in [first, end) is in the set.</summary>
    public bool Any(int first, int end, FrozenSet<string> set) => Find(first, end, set) >= 0;

    /// <summary>A set of words written with spaces between.</summary>
    public static FrozenSet<string> Set(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
