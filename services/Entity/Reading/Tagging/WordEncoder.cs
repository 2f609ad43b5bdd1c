namespace Truceline.Entity.Reading.Tagging;

/// <summary>Turns words into what the network sees of them. Immutable, thread-safe.</summary>
internal sealed class WordEncoder(WordVectors vectors, WordTable lexicon, int bagBits)
{
    /// <summary>Lists of names, and words about them, only mean something when the word is written as a name.</summary>
    private const LexiconFlags NameFlags = LexiconFlags.FirstName | LexiconFlags.Surname | LexiconFlags.Place | LexiconFlags.LargePlace | LexiconFlags.Organisation;

    private const string Hyphens = "-‐‑/";

    public WordVectors Vectors => vectors;

    public WordTable Lexicon => lexicon;

    public WordEntry Encode(ReadOnlySpan<char> word)
    {
        var entry = new WordEntry { Lower = WordHash.Lower(word), Shape = WordFeatures.ShapeOf(word) };
        entry.Vector = vectors.Find(entry.Lower);
        if (entry.Vector < 0)
            entry.Vector = FindPart(word);
        entry.Lexicon = FlagsOf(word);
        if ((entry.Shape & WordShape.Lower) != 0)
            entry.Lexicon &= ~NameFlags;
        entry.HashedCount = WordFeatures.Hashed(word, entry.Shape, bagBits, entry.Hashed);
        return entry;
    }

    /// <summary>A word without a vector is seen as its last part ("al-Nusra", "ISIL-held"), an abbreviation as it is without its stop.</summary>
    private int FindPart(ReadOnlySpan<char> word)
    {
        if (word.Length > 2 && word[^1] == '.')
            return vectors.Find(WordHash.Lower(word[..^1]));
        var cut = word.LastIndexOfAny(Hyphens);
        return cut > 0 && cut < word.Length - 1 ? vectors.Find(WordHash.Lower(word[(cut + 1)..])) : -1;
    }

    /// <summary>What the lexicon says of a single word; designations of aircraft it knows by their pattern.</summary>
    public LexiconFlags FlagsOf(ReadOnlySpan<char> word) =>
        PhraseFlags(WordHash.Append(0, WordHash.Lower(word))) | (AircraftDesignations.Is(word) ? LexiconFlags.Platform : LexiconFlags.None);

    /// <summary>What the lexicon says of a phrase by its hash (<see cref="WordHash.Append"/>).</summary>
    public LexiconFlags PhraseFlags(ulong phrase) => (LexiconFlags)lexicon.Find(phrase, 0);
}
