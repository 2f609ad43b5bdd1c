using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Syntax;

/// <summary>What one thread needs to parse: buffers. Not thread-safe; used again for the next sentence.</summary>
internal sealed class SyntaxSession(SyntaxModel model)
{
    private readonly ParserState _state = new();
    private readonly int[] _scores = new int[256];
    private readonly ulong[] _features = new ulong[ParserFeatures.Most];
    private readonly List<SyntaxWord> _words = [];
    private readonly List<int> _tokens = [];
    private readonly List<byte> _before = [];

    /// <summary>Parses the tokens of one sentence.</summary>
    public SyntaxToken[] Parse(IReadOnlyList<string> words, IReadOnlyList<TokenKind> kinds)
    {
        Encode(words, kinds);
        _state.Begin(_tokens.Count);
        _words.CopyTo(_state.Words);
        _before.CopyTo(_state.Before);
        _state.CountCommas();
        Tag();
        while (!_state.IsDone)
            _state.Make(Best());
        return Trees.WithPunctuation(_state, _tokens, words.Count);
    }

    private void Encode(IReadOnlyList<string> words, IReadOnlyList<TokenKind> kinds)
    {
        _words.Clear();
        _tokens.Clear();
        _before.Clear();
        byte marks = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (kinds[i] == TokenKind.Punctuation)
            {
                marks |= Marks.Of(words[i]);
                continue;
            }
            _tokens.Add(i);
            _words.Add(SyntaxWord.Of(words[i], model.Clusters));
            _before.Add(marks);
            marks = 0;
        }
        _before.Add(marks);
    }

    private void Tag()
    {
        var words = _state.Words.AsSpan(0, _state.Count);
        for (var i = 0; i < words.Length; i++)
        {
            var count = TagFeatures.Fill(words, _state.Before, _state.Tags, i, _features);
            Array.Clear(_scores);
            model.Tags.Add(_features.AsSpan(0, count), _scores);
            var best = UPos.X;
            for (var tag = UPos.X; tag <= UPos.Verb; tag++)
            {
                if (_scores[(int)tag] > _scores[(int)best])
                    best = tag;
            }
            _state.Tags[i] = best;
        }
    }

    private int Best()
    {
        var count = ParserFeatures.Fill(_state, _features);
        Array.Clear(_scores);
        model.Moves.Add(_features.AsSpan(0, count), _scores);
        return MoveChoice.Best(_state, _scores);
    }
}
