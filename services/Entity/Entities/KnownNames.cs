using Truceline.Entity.V1;

namespace Truceline.Entity.Entities;

/// <summary>What the store knows of the names in a reading, without what it held of the same report before.</summary>
internal sealed record KnownNames
{
    /// <summary>Countries that other reports give the things of a full name, by type and name; those without are left out.</summary>
    public required IReadOnlyDictionary<(EntityType Type, string Key), IReadOnlySet<string>> Countries { get; init; }

    /// <summary>
    /// What other reports say under the full names of the reading whose number of countries changes from one to several or back, and under its surnames and acronyms.
    /// </summary>
    public required IReadOnlyList<Appearance> Appearances { get; init; }

    /// <summary>Nothing.</summary>
    internal static KnownNames None { get; } = new() { Countries = new Dictionary<(EntityType, string), IReadOnlySet<string>>(), Appearances = [] };
}
