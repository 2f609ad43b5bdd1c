using System.Globalization;
using System.Text;

namespace Truceline.Entity.Reading.Places;

/// <summary>
/// The places of the readable tables: states (countries.tsv), what the sources of the compiled file lack (supplement.tsv), and roads and
/// lines with their courses (lines.tsv). Immutable after loading.
/// </summary>
internal sealed class SupplementIndex
{
    private const int TypicalCity = 300_000;
    private const int TypicalTown = 20_000;
    private const char FamousMark = '!';

    private readonly Dictionary<ulong, List<(uint Check, bool IsMain, bool IsFamous, GazetteerPlace Place)>> _byName = [];
    private readonly Dictionary<string, IReadOnlyList<LinePoint>> _shapes = new(StringComparer.Ordinal);
    private readonly List<(ulong FirstWord, int Words)> _firstWords = [];
    private readonly List<(GazetteerPlace Place, IReadOnlyList<string> Names)> _settlements = [];

    /// <summary>Reads the embedded tables.</summary>
    /// <exception cref="InvalidDataException">Two rows would have one id.</exception>
    public static SupplementIndex Load(CountryTable countries)
    {
        var index = new SupplementIndex();
        foreach (var state in countries.All)
            index.Add(state.Place, state.OtherNames);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in DataFile.Rows("supplement.tsv"))
        {
            var place = Parse(row);
            // Of namesakes in two states (Tripoli) the first has the plain id.
            if (ids.Contains(place.Id) && place.Country is { } country)
                place = place with { Id = $"{place.Id}-{country.ToLowerInvariant()}" };
            if (!ids.Add(place.Id))
                throw new InvalidDataException($"supplement.tsv has two rows {place.Id}.");
            index.Add(place, DataFile.List(row[2]));
            if (place.Kind is PlaceKind.City or PlaceKind.Town or PlaceKind.Village)
                index._settlements.Add((place, [place.Name, .. DataFile.List(row[2]).Select(n => n.TrimStart(FamousMark))]));
        }
        foreach (var row in DataFile.Rows("lines.tsv"))
        {
            var (place, names, course) = LineTable.Parse(row);
            if (!ids.Add(place.Id))
                throw new InvalidDataException($"lines.tsv has two rows {place.Id}.");
            index.Add(place, names);
            index._shapes.Add(place.Id, course);
        }
        return index;
    }

    /// <summary>Adds the places that bear a name.</summary>
    public void Find(NameHash name, List<NameMatch> matches)
    {
        if (!_byName.TryGetValue(name.Loose, out var found))
            return;
        foreach (var (check, isMain, isFamous, place) in found)
        {
            var isExact = check == name.Check;
            AddBest(matches, new NameMatch(place, isExact ? NameFit.Exact : NameFit.Folded, isMain && isExact) { IsFamous = isFamous && isExact });
        }
    }

    /// <summary>Adds a match; of two of one place the better stays.</summary>
    public static void AddBest(List<NameMatch> matches, NameMatch match)
    {
        var known = matches.FindIndex(m => m.Place.Id == match.Place.Id);
        if (known < 0)
        {
            matches.Add(match);
            return;
        }
        var isBetter = match.Fit < matches[known].Fit || match.IsMainName;
        matches[known] = (isBetter ? match : matches[known]) with { IsFamous = match.IsFamous || matches[known].IsFamous };
    }

    /// <summary>Its towns and villages, each with all its names.</summary>
    public IReadOnlyList<(GazetteerPlace Place, IReadOnlyList<string> Names)> Settlements => _settlements;

    /// <summary>Puts places with what the compiled file knows besides in the place of those of the same id; only while it is loaded.</summary>
    public void Complete(IReadOnlyDictionary<string, GazetteerPlace> places)
    {
        foreach (var list in _byName.Values)
        {
            for (var i = 0; i < list.Count; i++)
            {
                if (places.TryGetValue(list[i].Place.Id, out var place))
                    list[i] = list[i] with { Place = place };
            }
        }
    }

    /// <summary>Whether a place bears a name.</summary>
    public bool Has(NameHash name) => _byName.ContainsKey(name.Loose);

    /// <summary>The course of a line; empty for what is none.</summary>
    public IReadOnlyList<LinePoint> ShapeOf(string id) => _shapes.GetValueOrDefault(id, []);

    /// <summary>Enters the first words of its names in a table like that of the compiled file.</summary>
    public void AddFirstWords(byte[] table)
    {
        foreach (var (word, count) in _firstWords)
            FirstWordTable.Add(table, word, count);
    }

    private static GazetteerPlace Parse(string[] row)
    {
        // The table gives no figures: its settlements are those that reports name, and weigh as such.
        var population = row[0] switch { "city" => TypicalCity, "town" => TypicalTown, _ => 0 };
        var number = CultureInfo.InvariantCulture;
        return new GazetteerPlace(
            IdOf(row[0], row[1]), row[1], Enum.Parse<PlaceKind>(row[0], ignoreCase: true),
            double.Parse(row[3], number), double.Parse(row[4], number), double.Parse(row[5], number) * 1000,
            row[6].Length == 0 ? null : row[6], population);
    }

    /// <summary>The stable id of a row: of its kind and main name; that of a namesake in another state ends with the state as well.</summary>
    internal static string IdOf(string kind, string name) =>
        "truceline:" + new StringBuilder(NameKey.Strict(kind + " " + name)).Replace(' ', '-');

    private void Add(GazetteerPlace place, IEnumerable<string> otherNames)
    {
        foreach (var (text, isMain) in otherNames.Select(n => (n, false)).Prepend((place.Name, true)))
        {
            var name = text.TrimStart(FamousMark);
            var hash = NameHash.Of(name);
            if (!_byName.TryGetValue(hash.Loose, out var list))
                _byName[hash.Loose] = list = [];
            list.Add((hash.Check, isMain, text.StartsWith(FamousMark), place));
            _firstWords.Add(FirstWordTable.Of(name));
        }
    }
}
