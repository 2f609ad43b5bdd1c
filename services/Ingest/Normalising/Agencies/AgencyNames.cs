using System.Collections.Frozen;

namespace Truceline.Ingest.Normalising.Agencies;

/// <summary>Knows news agencies by the names and initials under which they sign (<see cref="AgencyTable"/>).</summary>
internal static class AgencyNames
{
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> AnyCase =
        Rows(AgencyTable.Names).Concat(AgencyTable.Unnamed.Select(n => KeyValuePair.Create(n, ""))).DistinctBy(p => p.Key, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ExactCase =
        Rows(AgencyTable.CaseBound).Concat(Rows(AgencyTable.Names).Where(p => p.Key.Length <= 4)).DistinctBy(p => p.Key)
            .ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The agency's usual short name; empty when several that are not named are meant; null when it is no agency.</summary>
    /// <param name="name">The name as it stands, without punctuation around it. Short initials count only as they are usually written.</param>
    internal static string? Find(ReadOnlySpan<char> name) =>
        ExactCase.TryGetValue(name, out var exact) ? exact
        : name.Length > 4 && AnyCase.TryGetValue(name, out var known) ? known
        : null;

    /// <summary>Likewise, for a field that holds nothing but a name: letter case does not matter.</summary>
    internal static string? FindInField(ReadOnlySpan<char> name) => Find(name) ?? (AnyCase.TryGetValue(name, out var known) ? known : null);

    private static IEnumerable<KeyValuePair<string, string>> Rows(IEnumerable<string> rows) =>
        rows.Select(row => row.Split('|')).SelectMany(names => names, (names, name) => KeyValuePair.Create(name, names[0]));
}
