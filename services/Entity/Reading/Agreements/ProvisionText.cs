using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Agreements;

/// <summary>The words of one provision, lead-in and list item put together, with the way back to the document.</summary>
internal sealed class ProvisionText
{
    private readonly Words _words;
    private readonly List<int> _tokens = [];

    /// <summary>Puts pieces of a document together.</summary>
    /// <param name="words">The document's words.</param>
    /// <param name="pieces">Ranges of characters, in order, none overlapping.</param>
    public ProvisionText(Words words, IEnumerable<TextSpan> pieces)
    {
        _words = words;
        foreach (var piece in pieces)
        {
            var (first, end) = words.Source.TokensIn(piece);
            for (var i = first; i < end; i++)
                _tokens.Add(i);
        }
    }

    private ProvisionText(Words words, List<int> tokens) => (_words, _tokens) = (words, tokens);

    /// <summary>Number of words and marks.</summary>
    public int Count => _tokens.Count;

    /// <summary>The word at an index in lower case; empty beyond either end.</summary>
    public string this[int index] => index >= 0 && index < _tokens.Count ? _words[_tokens[index]] : "";

    /// <summary>Whether the word begins with a capital.</summary>
    public bool IsCapital(int index) => index >= 0 && index < _tokens.Count && _words.IsCapital(_tokens[index]);

    /// <summary>Whether it is a word, not a number or a mark.</summary>
    public bool IsWord(int index) => index >= 0 && index < _tokens.Count && _words.IsWord(_tokens[index]);

    /// <summary>Whether it is a number in digits.</summary>
    public bool IsNumber(int index) => index >= 0 && index < _tokens.Count && _words.IsNumber(_tokens[index]);

    /// <summary>Whether it is written in capitals altogether ("UNIFIL").</summary>
    public bool IsAcronym(int index) => IsCapital(index) && Raw(index) is { Length: > 1 } raw && raw.All(c => !char.IsLower(c));

    /// <summary>The word as it is written.</summary>
    public string Raw(int index) => index < 0 || index >= Count ? "" : _words.Source.TextOf(_tokens[index]);

    /// <summary>Characters from the word at an index to the one before another, in the document.</summary>
    public TextSpan Span(int first, int end)
    {
        var from = Math.Clamp(first, 0, Count - 1);
        return _words.Source.SpanOf(_tokens[from], _tokens[Math.Clamp(end - 1, from, Count - 1)]);
    }

    /// <summary>The words [first, end) as they are written; a gap between pieces becomes a blank.</summary>
    public string Text(int first, int end)
    {
        end = Math.Min(end, Count);
        if (end <= first || first < 0)
            return "";
        if (_tokens[end - 1] - _tokens[first] == end - 1 - first)
            return Span(first, end).Of(_words.Source.Text);
        var gap = first + 1;
        while (gap < end && _tokens[gap] == _tokens[gap - 1] + 1)
            gap++;
        return Span(first, gap).Of(_words.Source.Text) + " " + Text(gap, end);
    }

    /// <summary>Ranges of the document that the words [first, end) come from, one for each unbroken run.</summary>
    public IEnumerable<TextSpan> Pieces(int first, int end)
    {
        end = Math.Min(end, Count);
        var start = Math.Max(0, first);
        for (var i = start + 1; i <= end && start < end; i++)
        {
            if (i < end && _tokens[i] == _tokens[i - 1] + 1)
                continue;
            yield return Span(start, i);
            start = i;
        }
    }

    /// <summary>The words of a range as a phrase.</summary>
    public Phrase PhraseOf(int first, int end) => new(Text(first, end), Span(first, end));

    /// <summary>Index of the first word that begins at a position of the document or later; the count when there is none.</summary>
    public int IndexAt(int position)
    {
        for (var i = 0; i < _tokens.Count; i++)
        {
            if (_words.Source.Tokens[_tokens[i]].Span.Start >= position)
                return i;
        }
        return _tokens.Count;
    }

    /// <summary>Index of the first word in [first, end) that a condition holds for; -1 when there is none.</summary>
    public int Find(int first, int end, Func<string, bool> condition)
    {
        for (var i = Math.Max(0, first); i < end && i < Count; i++)
        {
            if (condition(this[i]))
                return i;
        }
        return -1;
    }

    /// <summary>The part [first, end) by itself.</summary>
    public ProvisionText Slice(int first, int end) => new(_words, _tokens.GetRange(Math.Min(first, Count), Math.Max(0, Math.Min(end, Count) - first)));

    /// <summary>Its parts between semicolons and full stops, none empty.</summary>
    public IEnumerable<(ProvisionText Part, bool AfterSemicolon)> Sentences()
    {
        var (start, after) = (0, false);
        for (var i = 0; i <= Count; i++)
        {
            var isEnd = i == Count || this[i] is ";" or "!" or "?" || (this[i] is "." && (i + 1 == Count || IsCapital(i + 1) || IsNumber(i + 1)));
            if (!isEnd)
                continue;
            if (i > start)
                yield return (Slice(start, i), after);
            (start, after) = (i + 1, i < Count && this[i] is ";");
        }
    }
}
