using Truceline.Entity.Reading.Names;

namespace Truceline.Entity.Reading.Text;

/// <summary>A text cut into tokens and sentences. Immutable, safe to share between threads.</summary>
internal sealed class SegmentedText
{
    private Word[]? _words;

    private SegmentedText(string text, List<Token> tokens, List<Sentence> sentences)
    {
        Text = text;
        Tokens = new Row<Token>([.. tokens]);
        Sentences = new Row<Sentence>([.. sentences]);
    }

    /// <summary>The text as it was received.</summary>
    public string Text { get; }

    /// <summary>All tokens in order; none overlap.</summary>
    public Row<Token> Tokens { get; }

    /// <summary>All sentences in order; together they hold every token once.</summary>
    public Row<Sentence> Sentences { get; }

    /// <summary>Segments any text, the empty one included. Works in time linear in its length.</summary>
    public static SegmentedText Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = Tokenizer.Tokenize(text);
        return new SegmentedText(text, tokens, SentenceSplitter.Split(text, tokens));
    }

    /// <summary>What is known of each token by its letters alone; looked up once a text.</summary>
    public ReadOnlySpan<Word> Words => _words ??= LookUp();

    /// <summary>The characters of a token.</summary>
    public string TextOf(Token token) => token.Span.Of(Text);

    /// <summary>The characters of the token at an index.</summary>
    public string TextOf(int token) => Tokens[token].Span.Of(Text);

    private Word[] LookUp()
    {
        var words = new Word[Tokens.Count];
        for (var i = 0; i < words.Length; i++)
        {
            var (span, kind) = Tokens[i];
            var characters = Text.AsSpan(span.Start, span.Length);
            words[i] = kind == TokenKind.Word ? Word.Of(characters) : Word.OfMark(characters);
        }
        return words;
    }

    /// <summary>Whether the token at an index has these characters, case aside; false beyond either end.</summary>
    public bool Is(int token, string word) =>
        token >= 0 && token < Tokens.Count
        && Text.AsSpan(Tokens[token].Span.Start, Tokens[token].Span.Length).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Range of characters from one token to another, both included.</summary>
    public TextSpan SpanOf(int firstToken, int lastToken) => new(Tokens[firstToken].Span.Start, Tokens[lastToken].Span.End);

    /// <summary>Index of the first token that ends after a character position; the count of tokens when there is none.</summary>
    public int FirstTokenAfter(int position)
    {
        var (low, high) = (0, Tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Tokens[middle].Span.End <= position)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>Indexes [First, End) of the tokens that share characters with a span.</summary>
    public (int First, int End) TokensIn(TextSpan span)
    {
        var first = FirstTokenAfter(span.Start);
        var end = first;
        while (end < Tokens.Count && Tokens[end].Span.Start < span.End)
            end++;
        return (first, end);
    }

    /// <summary>The tokens of a sentence.</summary>
    public IEnumerable<Token> TokensOf(Sentence sentence)
    {
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            yield return Tokens[i];
    }

    /// <summary>Index of the sentence that holds a token.</summary>
    public int SentenceOf(int token)
    {
        var (low, high) = (0, Sentences.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Sentences[middle].EndToken <= token)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>The sentence at a character position, or the next one after it; null past the last.</summary>
    public Sentence? SentenceAt(int position)
    {
        var token = FirstTokenAfter(position);
        return token < Tokens.Count ? Sentences[SentenceOf(token)] : null;
    }
}
