using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Truceline.ServiceDefaults.Identities;

/// <summary>What an id of an entity means that was merged, renamed or rejected: in the table <c>entity_standings</c> of each service that holds claims.</summary>
public sealed class KnownStanding
{
    /// <summary>The id.</summary>
    [MaxLength(120)]
    public required string EntityId { get; init; }

    /// <summary>The entity that it means; itself when it was merged no more.</summary>
    [MaxLength(120)]
    public required string CanonicalId { get; set; }

    /// <summary>Name of that one; empty when it was erased.</summary>
    public required string Name { get; set; }

    /// <summary>Country of that one, ISO 3166-1 alpha-2; empty when not known.</summary>
    [MaxLength(8)]
    public required string Country { get; set; }

    /// <summary>Whether it is no entity.</summary>
    public required bool Rejected { get; set; }

    /// <summary>Of two events about one id the one with the greater version is in force.</summary>
    public required long Version { get; set; }
}

/// <summary>The table.</summary>
public static class KnownStandingTable
{
    /// <summary>Adds the table <c>entity_standings</c>.</summary>
    public static void AddEntityStandings(this ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Entity<KnownStanding>(standing =>
        {
            standing.ToTable("entity_standings");
            standing.HasKey(s => s.EntityId);
        });
    }
}
