using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Reading.Knowledge;

/// <summary>Reads offices with their holders, and makes persons of the holders.</summary>
internal sealed class OfficeLoader
{
    private readonly Dictionary<string, (string Name, string Others, string? Country)> _persons = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Tenure>> _tenures = new(StringComparer.Ordinal);
    private readonly Func<string, bool> _isCountry;
    private readonly Func<string, bool> _isEntity;

    /// <summary>
    /// Reads the rows of offices.tsv ("@, id, kind, state or body, titles" opens an office, "from, to, person" is a holder) and of
    /// persons.tsv ("person, other names, state").
    /// </summary>
    /// <exception cref="InvalidDataException">A row refers to what is not there.</exception>
    public OfficeLoader(IEnumerable<string[]> offices, IEnumerable<string[]> persons, Func<string, bool> isCountry, Func<string, bool> isEntity)
    {
        (_isCountry, _isEntity) = (isCountry, isEntity);
        var found = new List<Office>();
        List<Tenure>? holders = null;
        foreach (var row in offices)
        {
            if (row[0] == "@")
            {
                holders = [];
                found.Add(Parse(row, holders));
            }
            else if (holders is not null && row.Length > 2)
            {
                holders.Add(Holder(found[^1], row));
            }
            else
            {
                throw new InvalidDataException($"The knowledge base holds a row that is no holder of an office: {string.Join(" | ", row)}");
            }
        }
        foreach (var row in persons)
            AddNames(row);
        Offices = found;
        Persons = [.. _persons.Select(Person)];
    }

    /// <summary>Offices in the order of the file.</summary>
    public IReadOnlyList<Office> Offices { get; }

    /// <summary>All persons who hold or held one, and those who are known besides.</summary>
    public IReadOnlyList<KnownEntity> Persons { get; }

    private Office Parse(string[] row, List<Tenure> holders)
    {
        if (row.Length < 5 || !Enum.TryParse<OfficeKind>(row[2], out var kind))
            throw new InvalidDataException($"The knowledge base holds a row that is no office: {string.Join(" | ", row)}");
        string? country = null;
        string? body = null;
        foreach (var of in row[3].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (_isCountry(of))
                country = of;
            else if (_isEntity(KnownEntity.Prefix + of))
                body = KnownEntity.Prefix + of;
            else
                throw new InvalidDataException($"The office {row[1]} belongs to \"{of}\", which the knowledge base does not hold.");
        }
        return new Office(row[1], kind, country, body, DataFile.List(row[4]), holders);
    }

    private Tenure Holder(Office office, string[] row)
    {
        var id = IdOf(row[2]);
        var country = office.Body is null && office.Kind != OfficeKind.Envoy ? office.Country : null;
        if (!_persons.TryGetValue(id, out var person))
            _persons[id] = (row[2], "", country);
        else if (person.Country is null && country is not null)
            _persons[id] = person with { Country = country };
        var from = KnowledgeDate.First(row[0]) ?? throw new InvalidDataException($"{row[2]} holds {office.Id} from no date.");
        var tenure = new Tenure(office.Id, id, from, KnowledgeDate.Last(row[1]));
        if (!_tenures.TryGetValue(id, out var list))
            _tenures[id] = list = [];
        list.Add(tenure);
        return tenure;
    }

    private void AddNames(string[] row)
    {
        var id = IdOf(row[0]);
        var state = KnowledgeLoader.Cell(row, 2);
        var known = _persons.TryGetValue(id, out var person) ? person : (Name: row[0], Others: "", Country: null);
        _persons[id] = (known.Name, KnowledgeLoader.Cell(row, 1), state.Length > 0 ? state : known.Country);
    }

    private KnownEntity Person(KeyValuePair<string, (string Name, string Others, string? Country)> person) =>
        new(person.Key, EntityType.Person, person.Value.Name, "person", person.Value.Country)
        {
            Names = KnowledgeLoader.Names(person.Value.Name, person.Value.Others),
            Offices = _tenures.TryGetValue(person.Key, out var tenures) ? [.. tenures.OrderBy(t => t.From)] : [],
        };

    private static string IdOf(string name) => KnownEntity.Prefix + NameKey.Strict(name).Replace(' ', '-');
}
