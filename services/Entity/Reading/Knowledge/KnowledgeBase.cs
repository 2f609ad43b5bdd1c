using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Reading.Knowledge;

/// <summary>
/// What is known of states, forces, groups, organisations, outlets, persons and offices (Data/knowledge). It says what a name means, not
/// who is right. Immutable after loading, safe to share between threads; build it once.
/// </summary>
internal sealed class KnowledgeBase
{
    private readonly Dictionary<string, KnownEntity> _byId;
    private readonly Dictionary<string, IReadOnlyList<KnownEntity>> _byName;
    private readonly Dictionary<string, IReadOnlyList<Office>> _officesOfCountry;
    private readonly Dictionary<string, Office> _officesById;

    internal KnowledgeBase(IReadOnlyList<KnownEntity> entities, IReadOnlyList<Office> offices, string version)
    {
        All = entities;
        Offices = offices;
        Version = version;
        _byId = entities.ToDictionary(e => e.Id, StringComparer.Ordinal);
        _byName = entities.SelectMany(e => e.Names.Select(n => NameKey.Strict(n.Text)).Distinct(), (entity, key) => (entity, key))
            .GroupBy(p => p.key, p => p.entity, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<KnownEntity>)[.. g], StringComparer.Ordinal);
        _officesById = offices.ToDictionary(o => o.Id, StringComparer.Ordinal);
        _officesOfCountry = offices.Where(o => o.Country is not null).GroupBy(o => o.Country!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<Office>)[.. g], StringComparer.Ordinal);
    }

    /// <summary>Everything known, in the order of the files; states, governments and forces first.</summary>
    public IReadOnlyList<KnownEntity> All { get; }

    /// <summary>All offices.</summary>
    public IReadOnlyList<Office> Offices { get; }

    /// <summary>Hash of the files that it was loaded from, 12 hexadecimal digits.</summary>
    public string Version { get; }

    /// <summary>Loads the embedded files.</summary>
    /// <exception cref="InvalidDataException">A file refers to what is not there, or is damaged.</exception>
    public static KnowledgeBase Load() => Load(CountryTable.Load());

    /// <summary>Loads the embedded files, given the states.</summary>
    /// <exception cref="InvalidDataException">A file refers to what is not there, or is damaged.</exception>
    public static KnowledgeBase Load(CountryTable countries)
    {
        ArgumentNullException.ThrowIfNull(countries);
        return new KnowledgeLoader(countries).Load();
    }

    /// <summary>The thing with an id; null when there is none.</summary>
    public KnownEntity? WithId(string? id) => id is not null && _byId.TryGetValue(id, out var entity) ? entity : null;

    /// <summary>Everything that bears a name, spelling of case, accents and hyphens aside; empty when nothing does.</summary>
    public IReadOnlyList<KnownEntity> Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _byName.TryGetValue(NameKey.Strict(name), out var found) ? found : [];
    }

    /// <summary>The office with an id; null when there is none.</summary>
    public Office? OfficeWithId(string id) => _officesById.GetValueOrDefault(id);

    /// <summary>Offices of a state, or with that state as their field.</summary>
    public IReadOnlyList<Office> OfficesOf(string country) => _officesOfCountry.TryGetValue(country, out var found) ? found : [];

    /// <summary>The person who held an office of a state on a day; null when none is known, or when two did under one kind of office.</summary>
    public KnownEntity? HolderOn(string country, OfficeKind kind, DateOnly day)
    {
        KnownEntity? holder = null;
        foreach (var office in OfficesOf(country))
        {
            if (office.Kind != kind || office.HolderOn(day) is not { } tenure)
                continue;
            if (holder is not null && holder.Id != tenure.PersonId)
                return null;
            holder = WithId(tenure.PersonId);
        }
        return holder;
    }

    /// <summary>Id of the government of a state.</summary>
    public static string GovernmentOf(string country) => $"{KnownEntity.Prefix}{country.ToLowerInvariant()}-government";

    /// <summary>Id of the armed forces of a state.</summary>
    public static string ForcesOf(string country) => $"{KnownEntity.Prefix}{country.ToLowerInvariant()}-forces";

    /// <summary>Id of a ministry ("foreign", "defence" or "interior") of a state.</summary>
    public static string MinistryOf(string country, string portfolio) => $"{KnownEntity.Prefix}{country.ToLowerInvariant()}-{portfolio}-ministry";

    /// <summary>Id of a state.</summary>
    public static string StateOf(string country) => $"{KnownEntity.Prefix}{country.ToLowerInvariant()}";
}
