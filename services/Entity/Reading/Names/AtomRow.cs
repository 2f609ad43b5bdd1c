using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Names;

/// <summary>A text as a row of atoms.</summary>
internal sealed class AtomRow
{
    private static readonly Atom Outside = new(default, Word.None, TokenKind.Punctuation, -1, -1, false, false);

    private Atom[] _atoms;

    private AtomRow(SegmentedText text)
    {
        Text = text;
        _atoms = new Atom[text.Tokens.Count + (text.Tokens.Count / 16) + 4];
    }

    public SegmentedText Text { get; }

    /// <summary>At which atoms names of states begin, as <see cref="StateNames"/> found them; null before it was asked.</summary>
    public StateMarks? States { get; set; }

    public int Count { get; private set; }

    /// <summary>The atom at an index; an empty one beyond either end.</summary>
    public ref readonly Atom this[int index] => ref (uint)index < (uint)Count ? ref _atoms[index] : ref Outside;

    /// <summary>Atoms of the sentences that begin in a range of characters.</summary>
    public static AtomRow Of(SegmentedText text, TextSpan range)
    {
        var row = new AtomRow(text);
        for (var s = 0; s < text.Sentences.Count; s++)
        {
            var sentence = text.Sentences[s];
            var opens = true;
            for (var t = sentence.FirstToken; t < sentence.EndToken; t++)
            {
                var token = text.Tokens[t];
                if (!range.Contains(token.Span))
                    continue;
                row.Append(token, text.Words[t], t, s, opens);
                opens = token.Kind == TokenKind.Punctuation && (opens || text.Text[token.Span.Start] is '"' or '“' or '„' or '«' or ':');
            }
        }
        return row;
    }

    /// <summary>Range of characters from one atom to another, both included.</summary>
    public TextSpan SpanOf(int first, int last) => new(this[first].Span.Start, this[last].Span.End);

    /// <summary>The characters from one atom to another, both included.</summary>
    public string TextOf(int first, int last) => SpanOf(first, last).Of(Text.Text);

    /// <summary>The same without making a string of them.</summary>
    public ReadOnlySpan<char> CharactersOf(int first, int last) => Text.Text.AsSpan()[this[first].Span.Start..this[last].Span.End];

    /// <summary>Whether the two atoms stand in one sentence.</summary>
    public bool SameSentence(int one, int other) => this[one].Sentence >= 0 && this[one].Sentence == this[other].Sentence;

    /// <summary>Index of the first atom of a token or of one after it.</summary>
    public int FirstOfToken(int token)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_atoms[middle].Token < token)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private void Append(Token token, Word word, int index, int sentence, bool isFirst)
    {
        if (token.Kind != TokenKind.Word)
        {
            Add(new Atom(token.Span, word, token.Kind, index, sentence, false, false));
            return;
        }
        if ((word.Cues & WordCues.Hyphen) == 0)
        {
            Add(new Atom(token.Span, word, TokenKind.Word, index, sentence, isFirst, false));
            return;
        }
        var text = Text.Text.AsSpan(token.Span.Start, token.Span.Length);
        var start = 0;
        var joined = false;
        while (start < text.Length)
        {
            var length = text[(start + 1)..].IndexOfAny('-', '‐', '‑');
            var end = length < 0 ? text.Length : start + 1 + length;
            Add(new Atom(
                new TextSpan(token.Span.Start + start, token.Span.Start + end), Word.Of(text[start..end]), TokenKind.Word, index, sentence, isFirst && !joined, joined));
            start = end + 1;
            joined = true;
        }
    }

    private void Add(Atom atom)
    {
        if (Count == _atoms.Length)
            Array.Resize(ref _atoms, Count * 2);
        _atoms[Count++] = atom;
    }
}
