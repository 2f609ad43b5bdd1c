using Truceline.Entity.Reading.Places;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Names;

/// <summary>A token, or a part of one between hyphens, as names are matched: "Al-Nusra" is two atoms.</summary>
/// <param name="Span">Its characters.</param>
/// <param name="Key">Strict key; the character itself for punctuation, "'s" for the possessive ending.</param>
/// <param name="Kind">Kind of its token.</param>
/// <param name="Sentence">Index of its sentence.</param>
/// <param name="IsCapital">Its first letter is a capital.</param>
/// <param name="IsAllCapitals">It has two letters or more, all capitals.</param>
/// <param name="IsFirst">It opens its sentence or a quotation, where a capital says nothing.</param>
/// <param name="IsJoined">A hyphen joins it to the atom before.</param>
internal readonly record struct Atom(
    TextSpan Span, string Key, TokenKind Kind, int Sentence, bool IsCapital, bool IsAllCapitals, bool IsFirst, bool IsJoined)
{
    /// <summary>Whether it is a word, the possessive ending excluded.</summary>
    public bool IsWord => Kind == TokenKind.Word && Key != "'s";
}

/// <summary>A text as a row of atoms.</summary>
internal sealed class AtomRow
{
    private readonly List<Atom> _atoms = [];

    private AtomRow(SegmentedText text) => Text = text;

    public SegmentedText Text { get; }

    public int Count => _atoms.Count;

    /// <summary>The atom at an index; an empty one beyond either end.</summary>
    public Atom this[int index] => index >= 0 && index < _atoms.Count ? _atoms[index] : new Atom(default, "", TokenKind.Punctuation, -1, false, false, false, false);

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
                row.Append(token, s, opens);
                opens = token.Kind == TokenKind.Punctuation && (opens || text.Text[token.Span.Start] is '"' or '“' or '„' or '«' or ':');
            }
        }
        return row;
    }

    /// <summary>Range of characters from one atom to another, both included.</summary>
    public TextSpan SpanOf(int first, int last) => new(this[first].Span.Start, this[last].Span.End);

    /// <summary>The characters from one atom to another, both included.</summary>
    public string TextOf(int first, int last) => SpanOf(first, last).Of(Text.Text);

    /// <summary>Whether the two atoms stand in one sentence.</summary>
    public bool SameSentence(int one, int other) => this[one].Sentence >= 0 && this[one].Sentence == this[other].Sentence;

    private void Append(Token token, int sentence, bool isFirst)
    {
        var text = Text.Text;
        if (token.Kind != TokenKind.Word)
        {
            var key = text[token.Span.Start] == '’' ? "'" : token.Span.Of(text);
            _atoms.Add(new Atom(token.Span, key, token.Kind, sentence, false, false, false, false));
            return;
        }
        var start = token.Span.Start;
        var joined = false;
        while (start < token.Span.End)
        {
            var end = start;
            while (end < token.Span.End && !(text[end] is '-' or '‐' or '‑' && end > start))
                end++;
            var span = new TextSpan(start, end);
            _atoms.Add(Make(span, token, sentence, isFirst && !joined, joined));
            start = end + 1;
            joined = true;
        }
    }

    private Atom Make(TextSpan span, Token token, int sentence, bool isFirst, bool joined)
    {
        var word = span.Of(Text.Text);
        var key = Tokenizer.IsApostrophe(word[0]) && span == token.Span && word.Length == 2 ? "'s" : NameKey.Strict(word);
        var letters = word.Where(char.IsLetter).ToList();
        return new Atom(
            span, key, TokenKind.Word, sentence, letters.Count > 0 && char.IsUpper(letters[0]),
            letters.Count > 1 && letters.TrueForAll(char.IsUpper), isFirst, joined);
    }
}
