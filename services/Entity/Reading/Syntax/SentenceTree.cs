namespace Truceline.Entity.Reading.Syntax;

/// <summary>
/// A sentence with its parts of speech and dependencies. Tokens are counted from 0 within the sentence. Every tree has one root, no cycle and no crossing arcs; the tree of an empty
/// sentence has no token. Immutable, safe to share between threads. What asks for clauses and subjects stands in <see cref="Clauses"/>.
/// </summary>
internal sealed class SentenceTree
{
    private readonly string[] _words;
    private readonly SyntaxToken[] _tokens;
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;
    private readonly int[] _left;
    private readonly int[] _right;

    /// <summary>Builds a tree.</summary>
    /// <param name="words">The tokens' characters.</param>
    /// <param name="tokens">What is said of each; a head outside of the sentence counts as none.</param>
    /// <exception cref="ArgumentException">The numbers differ, or heads go round in a circle.</exception>
    public SentenceTree(string[] words, SyntaxToken[] tokens)
    {
        if (words.Length != tokens.Length)
            throw new ArgumentException("A tree has a token for each word.", nameof(tokens));
        (_words, _tokens) = (words, tokens);
        (_firstChild, _nextSibling) = (new int[tokens.Length], new int[tokens.Length]);
        (_left, _right) = (new int[tokens.Length], new int[tokens.Length]);
        Array.Fill(_firstChild, -1);
        Array.Fill(_nextSibling, -1);
        Root = -1;
        for (var i = tokens.Length - 1; i >= 0; i--)
        {
            (_left[i], _right[i]) = (i, i + 1);
            var head = tokens[i].Head;
            if (head < 0 || head >= tokens.Length)
                Root = i;
            else
                (_nextSibling[i], _firstChild[head]) = (_firstChild[head], i);
        }
        Widen();
    }

    /// <summary>Number of tokens.</summary>
    public int Count => _tokens.Length;

    /// <summary>The head of the sentence; -1 when there is no token.</summary>
    public int Root { get; }

    /// <summary>What is said of a token.</summary>
    public SyntaxToken this[int token] => _tokens[token];

    /// <summary>Characters of a token.</summary>
    public string WordOf(int token) => _words[token];

    /// <summary>Whether a token has these characters, case aside.</summary>
    public bool Is(int token, string word) => _words[token].Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Part of speech of a token.</summary>
    public UPos PosOf(int token) => _tokens[token].Pos;

    /// <summary>Token that a token depends on; -1 for the root.</summary>
    public int HeadOf(int token) => _tokens[token].Head;

    /// <summary>How a token depends on its head.</summary>
    public Relation RelationOf(int token) => _tokens[token].Relation;

    /// <summary>Tokens that depend on a token, in order.</summary>
    public IEnumerable<int> ChildrenOf(int token)
    {
        for (var child = _firstChild[token]; child >= 0; child = _nextSibling[child])
            yield return child;
    }

    /// <summary>Tokens that depend on a token by one relation, in order.</summary>
    public IEnumerable<int> ChildrenOf(int token, Relation relation)
    {
        for (var child = _firstChild[token]; child >= 0; child = _nextSibling[child])
        {
            if (_tokens[child].Relation == relation)
                yield return child;
        }
    }

    /// <summary>The first token that depends on a token by a relation; -1 when none does.</summary>
    public int ChildOf(int token, Relation relation)
    {
        for (var child = _firstChild[token]; child >= 0; child = _nextSibling[child])
        {
            if (_tokens[child].Relation == relation)
                return child;
        }
        return -1;
    }

    /// <summary>Range [First, End) of a token with all that depends on it.</summary>
    public (int First, int End) SpanOf(int token) => (_left[token], _right[token]);

    /// <summary>Whether a token is another or depends on it, however far.</summary>
    public bool IsUnder(int token, int ancestor)
    {
        while (token >= 0 && token != ancestor)
            token = _tokens[token].Head;
        return token >= 0;
    }

    /// <summary>Number of arcs between a token and the root.</summary>
    public int DepthOf(int token)
    {
        var depth = 0;
        for (var i = _tokens[token].Head; i >= 0; i = _tokens[i].Head)
            depth++;
        return depth;
    }

    private void Widen()
    {
        var order = new int[_tokens.Length];
        var count = 0;
        for (var i = 0; i < _tokens.Length; i++)
        {
            if (_tokens[i].Head < 0 || _tokens[i].Head >= _tokens.Length)
                order[count++] = i;
        }
        for (var at = 0; at < count; at++)
        {
            for (var child = _firstChild[order[at]]; child >= 0; child = _nextSibling[child])
                order[count++] = child;
        }
        if (count < order.Length)
            throw new ArgumentException("Heads go round in a circle.");
        for (var at = count - 1; at >= 0; at--)
        {
            var (token, head) = (order[at], _tokens[order[at]].Head);
            if (head < 0 || head >= _tokens.Length)
                continue;
            _left[head] = Math.Min(_left[head], _left[token]);
            _right[head] = Math.Max(_right[head], _right[token]);
        }
    }
}
