namespace Truceline.Entity.Reading.Text;

/// <summary>What sort of characters a token is made of.</summary>
internal enum TokenKind
{
    /// <summary>
    /// Letters with their marks, digits after a letter, inner hyphens and apostrophes ("rebel-held", "Sana'a", "S-300"),
    /// initialisms with their stops ("U.S."), and the possessive ending ("'s") by itself.
    /// </summary>
    Word,

    /// <summary>Digits with inner separators ("360,000", "3.5") and an ordinal ending ("15th"). A unit written on to it is a token of its own.</summary>
    Number,

    /// <summary>Everything else but white space; a run of one dash or stop ("--", "...") is one token.</summary>
    Punctuation,
}

/// <summary>The least unit of text that the readers look at.</summary>
/// <param name="Span">Its characters; never empty.</param>
/// <param name="Kind">What it is made of.</param>
internal readonly record struct Token(TextSpan Span, TokenKind Kind);

/// <summary>A run of tokens that ends with a full stop or its like, or at the end of a paragraph.</summary>
/// <param name="Span">From its first token to its last, closing quotes and brackets included.</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="TokenCount">Number of its tokens; at least 1.</param>
/// <param name="Paragraph">Index of the paragraph that it stands in, from 0.</param>
internal readonly record struct Sentence(TextSpan Span, int FirstToken, int TokenCount, int Paragraph = 0)
{
    /// <summary>Index one past its last token.</summary>
    public int EndToken => FirstToken + TokenCount;
}
