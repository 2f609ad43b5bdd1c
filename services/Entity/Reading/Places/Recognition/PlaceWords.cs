using Truceline.Entity.Reading.Names;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Places.Recognition;

/// <summary>A token, or a part of one between hyphens.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Token">Index of its token.</param>
/// <param name="Sentence">Index of its sentence.</param>
/// <param name="Word">What is known by its letters.</param>
/// <param name="Shape">How it is written.</param>
internal readonly record struct PlaceWord(int Start, int End, int Token, int Sentence, Word Word, WordShape Shape)
{
    /// <summary>Whether it is written in a way.</summary>
    public bool Is(WordShape shape) => (Shape & shape) != 0;

    /// <summary>Whether it says something of the names beside it.</summary>
    public bool Has(WordTraits traits) => (Word.PlaceTraits & traits) != 0;
}

/// <summary>How a word is written. Flags.</summary>
[Flags]
internal enum WordShape : byte
{
    None = 0,

    /// <summary>Letters, the possessive ending excluded.</summary>
    Word = 1,

    /// <summary>Its first letter is a capital.</summary>
    Capital = 2,

    /// <summary>All its letters, two or more, are capitals.</summary>
    AllCapitals = 4,

    /// <summary>It opens its sentence or a quotation, where a capital says nothing.</summary>
    First = 8,

    /// <summary>A hyphen joins it to the word before.</summary>
    Joined = 16,

    /// <summary>The possessive ending.</summary>
    Possessive = 32,

    Comma = 64,

    /// <summary>Any other mark.</summary>
    Mark = 128,
}

/// <summary>A text as a row of words for the recognition of places.</summary>
internal sealed class PlaceWords
{
    private static readonly PlaceWord Nothing = new(0, 0, -1, -1, Word.None, WordShape.Mark);

    private PlaceWord[] _words;

    private PlaceWords(SegmentedText text, int capacity)
    {
        Text = text;
        _words = new PlaceWord[capacity + 4];
    }

    public SegmentedText Text { get; }

    public int Count { get; private set; }

    /// <summary>The word at an index; an empty one beyond either end.</summary>
    public ref readonly PlaceWord this[int index] => ref (uint)index < (uint)Count ? ref _words[index] : ref Nothing;

    /// <summary>Words of the tokens that lie in a range of characters.</summary>
    public static PlaceWords Of(SegmentedText text, TextSpan range)
    {
        var (first, end) = text.TokensIn(range);
        var words = new PlaceWords(text, (end - first) * 9 / 8);
        var sentence = first < end ? text.SentenceOf(first) : 0;
        var opens = true;
        for (var t = first; t < end; t++)
        {
            var token = text.Tokens[t];
            if (!range.Contains(token.Span))
                continue;
            while (text.Sentences[sentence].EndToken <= t)
            {
                sentence++;
                opens = true;
            }
            words.Append(token, text.Words[t], t, sentence, opens);
            opens = token.Kind == TokenKind.Punctuation && (opens || text.Text[token.Span.Start] is '"' or '“' or '„' or '«' or ':');
        }
        return words;
    }

    /// <summary>The characters of a word.</summary>
    public ReadOnlySpan<char> SpanOf(int word) => Text.Text.AsSpan(_words[word].Start, _words[word].End - _words[word].Start);

    /// <summary>Whether two words stand in one sentence.</summary>
    public bool SameSentence(int one, int other) => this[one].Sentence >= 0 && this[one].Sentence == this[other].Sentence;

    private void Append(Token token, Word known, int index, int sentence, bool isFirst)
    {
        var characters = Text.Text.AsSpan();
        if (token.Kind != TokenKind.Word)
        {
            var shape = characters[token.Span.Start] == ',' ? WordShape.Comma : WordShape.Mark;
            Add(new PlaceWord(token.Span.Start, token.Span.End, index, sentence, Word.None, shape));
            return;
        }
        if ((known.Cues & WordCues.Hyphen) == 0)
        {
            Add(new PlaceWord(token.Span.Start, token.Span.End, index, sentence, known, known.PlaceShape | (isFirst ? WordShape.First : 0)));
            return;
        }
        var start = token.Span.Start;
        var joined = false;
        while (start < token.Span.End)
        {
            var length = characters[(start + 1)..token.Span.End].IndexOfAny('-', '‐', '‑');
            var end = length < 0 ? token.Span.End : start + 1 + length;
            var word = !joined && end == token.Span.End ? known : Word.Of(characters[start..end]);
            var shape = word.PlaceShape | (joined ? WordShape.Joined : 0) | (isFirst && !joined ? WordShape.First : 0);
            Add(new PlaceWord(start, end, index, sentence, word, shape));
            start = end + 1;
            joined = true;
        }
    }

    private void Add(PlaceWord word)
    {
        if (Count == _words.Length)
            Array.Resize(ref _words, Count * 2);
        _words[Count++] = word;
    }

    /// <summary>How a word is written, apart from where it stands.</summary>
    public static WordShape ShapeOf(ReadOnlySpan<char> word)
    {
        if (word.Length is 1 or 2 && Tokenizer.IsApostrophe(word[0]))
            return WordShape.Possessive;
        var (letters, capitals, first) = (0, 0, false);
        foreach (var c in word)
        {
            if (!char.IsLetter(c))
                continue;
            var upper = char.IsUpper(c);
            first |= upper && letters == 0;
            letters++;
            capitals += upper ? 1 : 0;
        }
        return WordShape.Word | (first ? WordShape.Capital : 0) | (letters > 1 && letters == capitals ? WordShape.AllCapitals : 0);
    }
}
