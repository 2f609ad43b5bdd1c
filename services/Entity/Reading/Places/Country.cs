using System.Collections.Frozen;
using System.Globalization;

namespace Truceline.Entity.Reading.Places;

/// <summary>A state, or a territory that reports treat as one.</summary>
/// <param name="Iso">ISO 3166-1 alpha-2 code ("XK" for Kosovo).</param>
/// <param name="Name">Name in English.</param>
/// <param name="OtherNames">Further names and abbreviations.</param>
/// <param name="Demonyms">Adjectives and names of its people, singular.</param>
/// <param name="Capital">Name of its capital, which stands for its government as well.</param>
/// <param name="Metonyms">Further names that stand for its government.</param>
/// <param name="Place">Its centroid and radius.</param>
internal sealed record Country(
    string Iso,
    string Name,
    IReadOnlyList<string> OtherNames,
    IReadOnlyList<string> Demonyms,
    string Capital,
    IReadOnlyList<string> Metonyms,
    GazetteerPlace Place);

/// <summary>The states of the world by code, name and demonym.</summary>
internal sealed class CountryTable
{
    private readonly FrozenDictionary<string, Country> _byIso;
    private readonly FrozenDictionary<string, Country> _byName;
    private readonly FrozenDictionary<string, Country> _byDemonym;

    private CountryTable(List<Country> countries)
    {
        All = countries;
        _byIso = countries.ToFrozenDictionary(c => c.Iso, StringComparer.Ordinal);
        _byName = Index(countries, c => c.OtherNames.Prepend(c.Name));
        _byDemonym = Index(countries, c => c.Demonyms.SelectMany(WithPlural));
    }

    /// <summary>All states, by code.</summary>
    public IReadOnlyList<Country> All { get; }

    /// <summary>Reads the embedded table.</summary>
    public static CountryTable Load() => new([.. DataFile.Rows("countries.tsv").Select(Parse)]);

    /// <summary>The state with a code; null when there is none.</summary>
    public Country? WithIso(string? iso) => iso is not null && _byIso.TryGetValue(iso, out var country) ? country : null;

    /// <summary>The state that bears a name; null when none does.</summary>
    public Country? Named(string name) => _byName.GetValueOrDefault(NameKey.Strict(name));

    /// <summary>The state of a demonym or adjective, singular or plural; null when there is none.</summary>
    public Country? OfDemonym(string word) => _byDemonym.GetValueOrDefault(NameKey.Strict(word));

    private static Country Parse(string[] row)
    {
        var number = CultureInfo.InvariantCulture;
        var place = new GazetteerPlace(
            "truceline:" + row[0], row[1], PlaceKind.Country, double.Parse(row[6], number), double.Parse(row[7], number),
            double.Parse(row[8], number) * 1000, row[0]);
        return new Country(row[0], row[1], DataFile.List(row[2]), DataFile.List(row[3]), row[4], DataFile.List(row[5]), place);
    }

    private static IEnumerable<string> WithPlural(string demonym) =>
        demonym.EndsWith("ese", StringComparison.Ordinal) || demonym.EndsWith('s') || demonym.EndsWith("sh", StringComparison.Ordinal)
            ? [demonym]
            : [demonym, demonym + "s"];

    private static FrozenDictionary<string, Country> Index(List<Country> countries, Func<Country, IEnumerable<string>> names)
    {
        var index = new Dictionary<string, Country>(StringComparer.Ordinal);
        foreach (var country in countries)
        {
            foreach (var name in names(country))
                index.TryAdd(NameKey.Strict(name), country);
        }
        return index.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
