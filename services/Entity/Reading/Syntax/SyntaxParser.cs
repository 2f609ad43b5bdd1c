using System.Collections.Concurrent;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Syntax;

/// <summary>
/// Tags the tokens of a sentence with their parts of speech and finds what depends on what: a greedy arc-hybrid parser with an averaged perceptron, trained with a dynamic oracle
/// (Goldberg and Nivre 2013). Takes any tokens; works in time linear in their number. Thread-safe: each call borrows a session of its own.
/// </summary>
internal sealed class SyntaxParser
{
    /// <summary>A longer sentence is parsed in pieces of so many tokens; the later ones hang under the first.</summary>
    public const int Longest = 512;

    private const int MostIdle = 4;

    private readonly SyntaxModel _model;
    private readonly ConcurrentBag<SyntaxSession> _idle = [];

    public SyntaxParser(SyntaxModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
    }

    /// <summary>Version of the model.</summary>
    public string Version => _model.Card.Version;

    /// <summary>What the model says of itself.</summary>
    public Tagging.TaggerCard Card => _model.Card;

    /// <summary>Loads the model that the assembly holds; takes some tens of milliseconds, so do it once.</summary>
    public static SyntaxParser Load()
    {
        using var stream = DataFile.Open("syntax.model");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new SyntaxParser(SyntaxModelFile.Read(bytes));
    }

    /// <summary>Parses one sentence of a text.</summary>
    public SentenceTree Parse(SegmentedText text, Sentence sentence)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new string[sentence.TokenCount];
        var kinds = new TokenKind[sentence.TokenCount];
        for (var i = 0; i < words.Length; i++)
            (words[i], kinds[i]) = (text.TextOf(sentence.FirstToken + i), text.Tokens[sentence.FirstToken + i].Kind);
        return Parse(words, kinds);
    }

    /// <summary>Parses the tokens of one sentence.</summary>
    /// <param name="words">Their characters.</param>
    /// <param name="kinds">What each is made of, as <see cref="Tokenizer"/> says.</param>
    /// <exception cref="ArgumentException">The numbers differ.</exception>
    public SentenceTree Parse(string[] words, TokenKind[] kinds)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(kinds);
        if (words.Length != kinds.Length)
            throw new ArgumentException("Each word has a kind.", nameof(kinds));
        if (!_idle.TryTake(out var session))
            session = new SyntaxSession(_model);
        var tokens = words.Length <= Longest ? session.Parse(words, kinds) : Pieces(session, words, kinds);
        if (_idle.Count < MostIdle)
            _idle.Add(session);
        return new SentenceTree(words, tokens);
    }

    private static SyntaxToken[] Pieces(SyntaxSession session, string[] words, TokenKind[] kinds)
    {
        var all = new SyntaxToken[words.Length];
        var root = -1;
        for (var start = 0; start < words.Length; start += Longest)
        {
            var end = Math.Min(start + Longest, words.Length);
            var piece = session.Parse(words[start..end], kinds[start..end]);
            for (var i = 0; i < piece.Length; i++)
            {
                var isRoot = piece[i].Head < 0;
                all[start + i] = !isRoot ? piece[i] with { Head = piece[i].Head + start }
                    : root < 0 ? piece[i]
                    : piece[i] with { Head = root, Relation = Relation.Parataxis };
                if (isRoot && root < 0)
                    root = start + i;
            }
        }
        return all;
    }
}
