using System.Collections.Frozen;

namespace Truceline.Entity.Reading.Places.Recognition;

/// <summary>Adjectives of nationality and names of peoples, one or two words long. Immutable.</summary>
internal sealed class StatesNamed
{
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _demonyms;

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
        _demonyms = demonyms.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The state whose people or adjective begins at a word, and its last word; null when none does.</summary>
    public (string Iso, int Last)? At(PlaceWords words, int first)
    {
        var text = words.Text.Text.AsSpan();
        if (words.SameSentence(first, first + 1) && words[first + 1].Is(WordShape.Capital)
            && _demonyms.TryGetValue(text[words[first].Start..words[first + 1].End], out var two))
        {
            return (two, first + 1);
        }
        return _demonyms.TryGetValue(words.SpanOf(first), out var one) ? (one, first) : null;
    }
}
