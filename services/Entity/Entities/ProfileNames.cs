using Truceline.Entity.V1;

namespace Truceline.Entity.Entities;

/// <summary>The names of an entity with where they come from. Pure.</summary>
internal static class ProfileNames
{
    /// <summary>The names, the most used first; then the one that was given to it and the one that an analyst gave, where no report uses them.</summary>
    /// <param name="used">Names that reports use.</param>
    /// <param name="known">Name that the knowledge base or the gazetteer has; null when it holds none.</param>
    /// <param name="given">Name that an analyst gave; null when none did.</param>
    internal static IEnumerable<EntityName> Of(IEnumerable<(string Name, long Mentions, long Reports)> used, string? known, string? given)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, mentions, reports) in used)
        {
            seen.Add(name);
            yield return new EntityName { Name = name, Source = NameSource.Reports, MentionCount = mentions, ReportCount = reports };
        }

        if (known is { Length: > 0 } && seen.Add(known))
        {
            yield return new EntityName { Name = known, Source = NameSource.Knowledge };
        }

        if (given is { Length: > 0 } && seen.Add(given))
        {
            yield return new EntityName { Name = given, Source = NameSource.Analyst };
        }
    }
}
