using System.Collections.Concurrent;
using Truceline.Entity.Reading.Coordinates;
using Truceline.Entity.Reading.Header;
using Truceline.Entity.Reading.Places;
using Truceline.Entity.Reading.Quantities;
using Truceline.Entity.Reading.Text;
using Truceline.Entity.Reading.Times;

namespace Truceline.Entity.Reading.Names;

/// <summary>What is known of a word by its letters alone; made once for each spelling and shared.</summary>
internal sealed class Word
{
    // A text of nothing but new words must not fill the memory: past so many the table starts afresh.
    private const int MostWords = 100_000;

    // What is longer is hardly a word, and met once.
    private const int LongestKept = 64;

    private static Table s_table = new();

    private Word(string key, string text)
    {
        Key = key;
        Hash = HashOf(key);
        Singular = SingularOf(key);
        SingularHash = Singular is null ? 0 : HashOf(Singular);
        var (letters, capitals) = (0, 0);
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
                continue;
            if (letters == 0)
                IsCapital = char.IsUpper(c);
            letters++;
            capitals += char.IsUpper(c) ? 1 : 0;
        }
        IsAllCapitals = letters > 1 && capitals == letters;
        Traits = WordLists.TraitsOf(key);
        PlaceShape = Places.Recognition.PlaceWords.ShapeOf(text);
        PlaceTraits = Places.Recognition.WordTable.Of(text);
        (Folded, Loose) = NameHash.Fold(text);
        Folded = Folded == key ? key : Folded;
        Cues = CuesOf(text);
        var alone = default(NameHash);
        alone.Add(Folded, Loose);
        Alone = alone;
        Languages = LanguageGuess.LanguagesOf(text);
    }

    /// <summary>Stands for punctuation and for what lies beyond the ends.</summary>
    public static Word None { get; } = new("", "");

    /// <summary>The possessive ending.</summary>
    public static Word Possessive { get; } = new("'s", "'s");

    /// <summary>Strict key: lower case, without diacritics and apostrophes.</summary>
    public string Key { get; }

    /// <summary>Hash of the key, the same in every run.</summary>
    public int Hash { get; }

    /// <summary>The key without the ending of the plural; null when it has none.</summary>
    public string? Singular { get; }

    /// <summary>Hash of the singular.</summary>
    public int SingularHash { get; }

    /// <summary>The first letter is a capital.</summary>
    public bool IsCapital { get; }

    /// <summary>Two letters or more, all capitals.</summary>
    public bool IsAllCapitals { get; }

    /// <summary>The lists that it stands in.</summary>
    public WordTraits Traits { get; }

    /// <summary>How it is written, as places are recognised by it.</summary>
    public Places.Recognition.WordShape PlaceShape { get; }

    /// <summary>What it says of names of places beside it.</summary>
    public Places.Recognition.WordTraits PlaceTraits { get; }

    /// <summary>Its letters as the strict hash of a name takes them.</summary>
    public string Folded { get; }

    /// <summary>Its letters as the loose hash of a name takes them; empty for an article.</summary>
    public string Loose { get; }

    /// <summary>Hashes of a name that it is the only word of, or the first.</summary>
    public NameHash Alone { get; }

    /// <summary>What may begin with it or hold it.</summary>
    public WordCues Cues { get; }

    /// <summary>The languages that use it all the time (<see cref="LanguageGuess"/>): a bit for each.</summary>
    public int Languages { get; }

    /// <summary>The word with a spelling. Thread-safe.</summary>
    public static Word Of(ReadOnlySpan<char> text) => s_table.Find(text);

    /// <summary>Punctuation, keyed by itself.</summary>
    public static Word OfMark(ReadOnlySpan<char> text) => text is ['’'] ? s_table.Find("'") : s_table.Find(text);

    /// <summary>Hash of a key.</summary>
    public static int HashOf(ReadOnlySpan<char> key)
    {
        var hash = 2166136261u;
        foreach (var c in key)
            hash = (hash ^ c) * 16777619u;
        return (int)(hash ^ (hash >> 15));
    }

    private static string? SingularOf(string key) =>
        (key.Length > 3 || (key.Length == 3 && char.IsAsciiDigit(key[1]))) && key.EndsWith('s') && !key.EndsWith("ss", StringComparison.Ordinal)
            ? key.EndsWith("ies", StringComparison.Ordinal) ? key[..^3] + "y" : key[..^1]
            : null;

    private static WordCues CuesOf(string text) =>
        (Lexer.IsTriggerWord(text) ? WordCues.Time : 0) | (NumberScanner.IsNumberWord(text) ? WordCues.Number : 0) | (Amounts.IsVague(text) ? WordCues.VagueNumber : 0)
        | (OutcomeSentences.IsStem(text) ? WordCues.Outcome : 0) | (DesignationReader.MayOpen(text) ? WordCues.Designation : 0)
        | (text.AsSpan().IndexOfAny('-', '‐', '‑') >= 0 ? WordCues.Hyphen : 0);

    private static Word Make(string text)
    {
        if (text.Length == 2 && Tokenizer.IsApostrophe(text[0]) && text[1] is 's' or 'S')
            return Possessive;
        return new Word(text.Any(char.IsLetter) ? NameKey.Strict(text) : text, text);
    }

    private sealed class Table
    {
        private readonly ConcurrentDictionary<string, Word> _words;
        private readonly ConcurrentDictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> _lookup;
        private int _count;

        public Table()
        {
            _words = new ConcurrentDictionary<string, Word>(StringComparer.Ordinal);
            _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        }

        public Word Find(ReadOnlySpan<char> text)
        {
            if (_lookup.TryGetValue(text, out var word))
                return word;
            var key = text.ToString();
            if (key.Length > LongestKept)
                return Make(key);
            if (_words.TryAdd(key, Make(key)) && Interlocked.Increment(ref _count) > MostWords)
                s_table = new Table();
            return _words[key];
        }
    }
}

/// <summary>What a word may be a part of: what lacks the cue need not be tried. Flags.</summary>
[Flags]
internal enum WordCues : byte
{
    None = 0,

    /// <summary>An expression of time.</summary>
    Time = 1,

    /// <summary>A number in words.</summary>
    Number = 2,

    /// <summary>A vague number: "dozens".</summary>
    VagueNumber = 4,

    /// <summary>A sentence that tells what became of people.</summary>
    Outcome = 8,

    /// <summary>The name of a unit, a post or a callsign.</summary>
    Designation = 16,

    /// <summary>Parts that hyphens join.</summary>
    Hyphen = 32,
}

/// <summary>Lists that a word stands in, as far as every word of a text is asked for them.</summary>
[Flags]
internal enum WordTraits
{
    None = 0,
    EnglishWord = 1,
    FirstName = 2,
    Calendar = 4,
    OrganisationHead = 8,
    ArmedHead = 16,
    FacilityHead = 32,
    OutletNoun = 64,
    Portfolio = 128,
    WeaponModifier = 256,
    NominalHead = 512,
}
