using System.Collections.Frozen;

namespace Truceline.Entity.Reading.Places.Recognition;

/// <summary>What a word says of the names beside it. Flags.</summary>
[Flags]
internal enum WordTraits
{
    None = 0,

    /// <summary>English texts write it in lower case.</summary>
    English = 1,

    /// <summary>A preposition or verb after which a name is most likely a place.</summary>
    Locative = 2,

    /// <summary>A word for a kind of place: "province", "town".</summary>
    PlaceNoun = 4,

    /// <summary>A verb of those who speak or decide: before it a place is its government.</summary>
    Speech = 8,

    /// <summary>A noun that heads the name of an organisation or building: "University", "Ministry".</summary>
    Body = 16,

    /// <summary>A title before a person's name.</summary>
    Title = 32,

    /// <summary>A weekday, month, direction or other word that names no place by itself.</summary>
    Never = 64,

    /// <summary>A lower-case word within names: "of", "de".</summary>
    Joiner = 128,

    /// <summary>A conjunction or mark between the items of a list.</summary>
    And = 256,
}

/// <summary>Traits of words. Immutable.</summary>
internal static class WordTable
{
    private static readonly FrozenDictionary<string, WordTraits>.AlternateLookup<ReadOnlySpan<char>> Table = Build().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Traits of a word, case aside.</summary>
    public static WordTraits Of(ReadOnlySpan<char> word) => Table.TryGetValue(word, out var traits) ? traits : WordTraits.None;

    private static FrozenDictionary<string, WordTraits> Build()
    {
        var table = new Dictionary<string, WordTraits>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in DataFile.Rows("english-words.tsv").SelectMany(r => r).SelectMany(c => c.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            table[word] = WordTraits.English;
        foreach (var row in DataFile.Rows("place-words.tsv"))
        {
            var trait = Enum.Parse<WordTraits>(row[0], ignoreCase: true);
            foreach (var word in row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                table[word] = table.GetValueOrDefault(word) | trait;
        }
        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
