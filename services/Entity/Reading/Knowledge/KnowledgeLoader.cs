using System.Security.Cryptography;
using System.Text;
using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Reading.Knowledge;

/// <summary>Builds the knowledge base from its files. One per loading.</summary>
internal sealed class KnowledgeLoader(CountryTable countries)
{
    private static readonly string[] EntityFiles = ["states", "forces", "groups", "missions", "organisations", "outlets"];

    private static readonly (string Portfolio, string Of)[] Ministries = [("foreign", "Foreign Affairs"), ("defence", "Defence"), ("interior", "the Interior")];

    private readonly List<KnownEntity> _entities = [];
    private readonly Dictionary<string, int> _indexOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Membership>> _parents = new(StringComparer.Ordinal);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public KnowledgeBase Load()
    {
        foreach (var file in EntityFiles)
        {
            foreach (var row in Rows(file))
                Add(Entity(row), Cell(row, 6));
        }
        foreach (var country in countries.All)
            AddState(country);
        var offices = new OfficeLoader(Rows("offices"), Rows("persons"), country => countries.WithIso(country) is not null, _indexOf.ContainsKey);
        foreach (var person in offices.Persons)
            Add(person, "");
        ReadLineage();
        foreach (var (id, parents) in _parents)
            Change(id, e => e with { Parents = [.. parents.Select(p => p with { Id = Known(p.Id) })] });
        return new KnowledgeBase(_entities, offices.Offices, Convert.ToHexStringLower(_hash.GetHashAndReset())[..12]);
    }

    /// <summary>A cell of a row; empty beyond its end.</summary>
    internal static string Cell(string[] row, int index) => index < row.Length ? row[index] : "";

    /// <summary>Names of a thing: a leading "~" asks for company, "former:" marks a name of the past, capitals alone are an acronym.</summary>
    internal static IReadOnlyList<KnownName> Names(string main, string others)
    {
        var names = new List<KnownName> { new(main.TrimStart('~'), NameKind.Main, main.StartsWith('~')) };
        foreach (var cell in DataFile.List(others))
        {
            var needsCompany = cell.StartsWith('~');
            var text = cell.TrimStart('~');
            var isFormer = text.StartsWith("former:", StringComparison.Ordinal);
            text = isFormer ? text["former:".Length..] : text;
            var kind = isFormer ? NameKind.Former : IsAcronym(text) ? NameKind.Acronym : NameKind.Alias;
            if (!names.Exists(n => n.Text == text))
                names.Add(new KnownName(text, kind, needsCompany));
        }
        return names;
    }

    private static bool IsAcronym(string text) => text.Count(char.IsUpper) > 1 && !text.Any(c => char.IsLower(c) || c == ' ');

    private IEnumerable<string[]> Rows(string file)
    {
        foreach (var row in DataFile.Rows($"knowledge.{file}.tsv"))
        {
            _hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\t', row)));
            _hash.AppendData("\n"u8);
            yield return row;
        }
    }

    private static KnownEntity Entity(string[] row)
    {
        if (row.Length < 3 || !Enum.TryParse<EntityType>(row[1], out var type))
            throw new InvalidDataException($"The knowledge base holds a row that is no entity: {string.Join(" | ", row)}");
        var countries = Cell(row, 4).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new KnownEntity(KnownEntity.Prefix + row[0], type, row[2].TrimStart('~'), Cell(row, 5), countries is [not "-", ..] ? countries[0] : null)
        {
            Names = Names(row[2], Cell(row, 3)),
            Company = [.. countries.Skip(1)],
            From = KnowledgeDate.First(Cell(row, 7)),
            To = KnowledgeDate.Last(Cell(row, 8)),
        };
    }

    /// <summary>A state, its government and its forces; rows of the files that bear their ids stand before these.</summary>
    private void AddState(Country country)
    {
        // Two states of one adjective ("Congolese") are told apart by their names.
        var demonym = country.Demonyms.Count > 0 && countries.All.Count(c => c.Demonyms.Count > 0 && c.Demonyms[0] == country.Demonyms[0]) == 1 ? country.Demonyms[0] : country.Name;
        Derive(KnowledgeBase.StateOf(country.Iso), EntityType.Location, country.Name, "country", country, country.OtherNames);
        Derive(KnowledgeBase.GovernmentOf(country.Iso), EntityType.Organisation, $"{demonym} government", "government", country, [$"government of {country.Name}"]);
        Derive(KnowledgeBase.ForcesOf(country.Iso), EntityType.ArmedForce, $"{demonym} armed forces", "armed force", country, [$"armed forces of {country.Name}"]);
        foreach (var (portfolio, of) in Ministries)
            Derive(KnowledgeBase.MinistryOf(country.Iso, portfolio), EntityType.Organisation, $"{demonym} {portfolio} ministry", "ministry", country, [$"Ministry of {of} of {country.Name}"]);
    }

    private void Derive(string id, EntityType type, string name, string kind, Country country, IReadOnlyList<string> others)
    {
        if (_indexOf.ContainsKey(id))
            Change(id, e => e with { Names = [.. e.Names, .. Names(name, string.Join('|', others)).Where(n => !e.Names.Any(o => o.Text == n.Text)).Select(n => n with { Kind = n.Kind == NameKind.Main ? NameKind.Alias : n.Kind })] });
        else
            Add(new KnownEntity(id, type, name, kind, country.Iso) { Names = Names(name, string.Join('|', others)) }, "");
    }

    private void Add(KnownEntity entity, string parents)
    {
        if (!_indexOf.TryAdd(entity.Id, _entities.Count))
            throw new InvalidDataException($"The knowledge base holds {entity.Id} twice.");
        _entities.Add(entity);
        foreach (var parent in DataFile.List(parents))
            Parents(entity.Id).Add(new Membership(KnownEntity.Prefix + parent, null, null));
    }

    private List<Membership> Parents(string id) => _parents.TryGetValue(id, out var list) ? list : _parents[id] = [];

    /// <summary>Rows "how, from what, to what, when, until when"; "part-of" says that the first belongs to the second.</summary>
    private void ReadLineage()
    {
        foreach (var row in Rows("lineage"))
        {
            var (first, second) = (Known(KnownEntity.Prefix + row[1]), Known(KnownEntity.Prefix + row[2]));
            var date = KnowledgeDate.First(Cell(row, 3));
            if (row[0] == "part-of")
            {
                Parents(first).Add(new Membership(second, date, KnowledgeDate.Last(Cell(row, 4))));
                continue;
            }
            if (!Enum.TryParse<LineageKind>(row[0], ignoreCase: true, out var kind))
                throw new InvalidDataException($"The knowledge base knows no lineage \"{row[0]}\".");
            Change(first, e => e with { Successors = [.. e.Successors, new Lineage(second, kind, date)] });
            Change(second, e => e with { Predecessors = [.. e.Predecessors, new Lineage(first, kind, date)] });
        }
    }

    private void Change(string id, Func<KnownEntity, KnownEntity> change) => _entities[_indexOf[id]] = change(_entities[_indexOf[id]]);

    private string Known(string id) =>
        _indexOf.ContainsKey(id) ? id : throw new InvalidDataException($"The knowledge base refers to {id}, which it does not hold.");
}
