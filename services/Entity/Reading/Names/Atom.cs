using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Names;

/// <summary>A token, or a part of one between hyphens, as names are matched: "Al-Nusra" is two atoms.</summary>
/// <param name="Span">Its characters.</param>
/// <param name="Word">What is known by its letters.</param>
/// <param name="Kind">Kind of its token.</param>
/// <param name="Token">Index of its token; -1 beyond the ends.</param>
/// <param name="Sentence">Index of its sentence; -1 beyond the ends.</param>
/// <param name="IsFirst">It opens its sentence or a quotation, where a capital says nothing.</param>
/// <param name="IsJoined">A hyphen joins it to the atom before.</param>
internal readonly record struct Atom(TextSpan Span, Word Word, TokenKind Kind, int Token, int Sentence, bool IsFirst, bool IsJoined)
{
    /// <summary>Strict key; the character itself for punctuation, "'s" for the possessive ending.</summary>
    public string Key => Word.Key;

    // What every source asks of every atom is kept beside it: its word lies elsewhere in memory.
    private readonly WordTraits _traits = Word.Traits;

    /// <summary>Hash of its key.</summary>
    public int Hash { get; } = Word.Hash;

    /// <summary>Hash of its key without the ending of the plural; 0 when it has none.</summary>
    public int SingularHash { get; } = Word.SingularHash;

    /// <summary>Its first letter is a capital.</summary>
    public bool IsCapital { get; } = Kind == TokenKind.Word && Word.IsCapital;

    /// <summary>It has two letters or more, all capitals.</summary>
    public bool IsAllCapitals { get; } = Kind == TokenKind.Word && Word.IsAllCapitals;

    /// <summary>Whether it is a word, the possessive ending excluded.</summary>
    public bool IsWord { get; } = Kind == TokenKind.Word && !ReferenceEquals(Word, Word.Possessive);

    /// <summary>Whether it stands in one of the lists.</summary>
    public bool Is(WordTraits traits) => (_traits & traits) != 0;
}
