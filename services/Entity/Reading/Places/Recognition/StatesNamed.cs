using System.Collections.Frozen;

namespace Truceline.Entity.Reading.Places.Recognition;

/// <summary>Adjectives of nationality and names of peoples, one or two words long. Immutable.</summary>
internal sealed class StatesNamed
{
    private const int Beginning = 3;
    private const int FilterBits = 1 << 12;

    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _demonyms;

    // The first letters of them all: few words have the same.
    private readonly ulong[] _filter = new ulong[FilterBits / 64];

    public StatesNamed(CountryTable countries)
    {
        var demonyms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var country in countries.All)
        {
            foreach (var demonym in country.Demonyms)
            {
                demonyms.TryAdd(demonym, country.Iso);
                demonyms.TryAdd(demonym + "s", country.Iso);
            }
        }
        foreach (var demonym in demonyms.Keys.Where(d => d.Length >= Beginning))
            _filter[BitOf(demonym) >> 6] |= 1ul << (BitOf(demonym) & 63);
        _demonyms = demonyms.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The state whose people or adjective begins at a word, and its last word; null when none does.</summary>
    public (string Iso, int Last)? At(PlaceWords words, int first)
    {
        var word = words.SpanOf(first);
        if (word.Length >= Beginning && (_filter[BitOf(word) >> 6] & (1ul << (BitOf(word) & 63))) == 0)
            return null;
        var text = words.Text.Text.AsSpan();
        if (words.SameSentence(first, first + 1) && words[first + 1].Is(WordShape.Capital)
            && _demonyms.TryGetValue(text[words[first].Start..words[first + 1].End], out var two))
        {
            return (two, first + 1);
        }
        return _demonyms.TryGetValue(word, out var one) ? (one, first) : null;
    }

    private static int BitOf(ReadOnlySpan<char> word) => ((word[0] * 31 * 31) + (word[1] * 31) + word[2]) & (FilterBits - 1);
}
