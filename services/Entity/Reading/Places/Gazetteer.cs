using System.Globalization;
using System.Text;

namespace Truceline.Entity.Reading.Places;

/// <summary>
/// Places of the world by name: the compiled file (GeoNames, Who's On First) with the readable supplement and the states.
/// Immutable after loading, safe to share between threads; build it once.
/// </summary>
internal sealed class Gazetteer
{
    private const int MostMatches = 60;
    private const int TypicalCity = 300_000;
    private const int TypicalTown = 20_000;

    private readonly GazetteerFile _file;
    private readonly Dictionary<string, List<(string Strict, bool IsMain, GazetteerPlace Place)>> _supplement = new(StringComparer.Ordinal);

    private Gazetteer(GazetteerFile file, CountryTable countries)
    {
        _file = file;
        Countries = countries;
        foreach (var country in countries.All)
            Add(country.Place, country.OtherNames);
        foreach (var row in DataFile.Rows("supplement.tsv"))
            Add(Parse(row), DataFile.List(row[2]));
    }

    /// <summary>The states of the world.</summary>
    public CountryTable Countries { get; }

    /// <summary>Loads the embedded data.</summary>
    /// <exception cref="InvalidDataException">The compiled file is damaged.</exception>
    public static Gazetteer Load()
    {
        using var stream = DataFile.Open("places.bin");
        return new Gazetteer(GazetteerFile.Read(stream), CountryTable.Load());
    }

    /// <summary>Every place that bears the name, exact spellings first, then by population; at most 60.</summary>
    public IReadOnlyList<NameMatch> Find(string name)
    {
        var strict = NameKey.Strict(name);
        var loose = NameKey.LooseOfStrict(strict);
        if (loose.Length < 2)
            return [];
        var check = NameKey.Check(strict);
        var matches = new List<NameMatch>();
        if (_supplement.TryGetValue(loose, out var own))
        {
            foreach (var group in own.GroupBy(o => o.Place))
                matches.Add(new NameMatch(group.Key, group.Any(o => o.Strict == strict), group.Any(o => o.IsMain && o.Strict == strict)));
        }
        foreach (var rows in _file.Find(loose).GroupBy(p => p.Row))
        {
            var exact = rows.Where(p => p.Check == check).ToList();
            matches.Add(new NameMatch(_file.Place(rows.Key), exact.Count > 0, exact.Exists(p => p.IsMain)));
        }
        return [.. matches.OrderByDescending(m => m.Exact).ThenByDescending(m => m.Place.Population).Take(MostMatches)];
    }

    private static GazetteerPlace Parse(string[] row)
    {
        // The table gives no figures: its settlements are those that reports name, and weigh as such.
        var population = row[0] switch { "city" => TypicalCity, "town" => TypicalTown, _ => 0 };
        var number = CultureInfo.InvariantCulture;
        return new GazetteerPlace(
            "truceline:" + Slug(row[0] + " " + row[1]), row[1], Enum.Parse<PlaceKind>(row[0], ignoreCase: true),
            double.Parse(row[3], number), double.Parse(row[4], number), double.Parse(row[5], number) * 1000,
            row[6].Length == 0 ? null : row[6], population);
    }

    private static string Slug(string name) => new StringBuilder(NameKey.Strict(name)).Replace(' ', '-').ToString();

    private void Add(GazetteerPlace place, IEnumerable<string> otherNames)
    {
        foreach (var (name, isMain) in otherNames.Select(n => (n, false)).Prepend((place.Name, true)))
        {
            var strict = NameKey.Strict(name);
            var loose = NameKey.LooseOfStrict(strict);
            if (!_supplement.TryGetValue(loose, out var list))
                _supplement[loose] = list = [];
            list.Add((strict, isMain, place));
        }
    }
}
