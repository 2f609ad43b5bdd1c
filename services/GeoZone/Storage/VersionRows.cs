using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Truceline.GeoZone.Zones.Versions;

namespace Truceline.GeoZone.Storage;

/// <summary>A line, zone or place that has versions, in the table <c>kept_objects</c>.</summary>
internal sealed class KeptObjectRow
{
    public required KeptKind Kind { get; init; }

    [MaxLength(127)]
    public required string Id { get; init; }

    [MaxLength(63)]
    public required string AgreementId { get; init; }

    /// <summary>Counts up, so that two who change it at once notice.</summary>
    public required long Revision { get; set; }

    /// <summary>Number of its last version.</summary>
    public required int LastNumber { get; set; }

    /// <summary>Number of the change that was its last, in the order of commits.</summary>
    public required long ChangeNumber { get; set; }

    public required DateTimeOffset ChangedTime { get; set; }
}

/// <summary>A version in the table <c>kept_versions</c>. Days are counted from 0001-01-01, the last included.</summary>
internal sealed class KeptVersionRow
{
    public required KeptKind Kind { get; init; }

    [MaxLength(127)]
    public required string Id { get; init; }

    public required int Number { get; init; }

    [MaxLength(63)]
    public required string AgreementId { get; init; }

    public required int FirstDay { get; init; }

    public required int LastDay { get; init; }

    public required DateTimeOffset KnownFrom { get; init; }

    /// <summary>Null while it is what is known.</summary>
    public DateTimeOffset? KnownTo { get; set; }

    [MaxLength(127)]
    public required string ChangedBy { get; init; }

    /// <summary>The bytes of a <see cref="V1.LineVersion"/> or <see cref="V1.ZoneVersion"/> that holds what it says and nothing else.</summary>
    public required byte[] Content { get; init; }
}

/// <summary>That something known now is drawn from something else, in the table <c>kept_names</c>.</summary>
internal sealed class KeptNameRow
{
    public required KeptKind Kind { get; init; }

    [MaxLength(127)]
    public required string Id { get; init; }

    public required KeptKind NamedKind { get; init; }

    [MaxLength(127)]
    public required string NamedId { get; init; }
}

/// <summary>The tables of versions.</summary>
internal static class VersionTables
{
    public static void AddKeptVersions(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<KeptObjectRow>(kept =>
        {
            kept.ToTable("kept_objects");
            kept.HasKey(k => new { k.Kind, k.Id });
            kept.Property(k => k.Revision).IsConcurrencyToken();
            kept.HasIndex(k => k.ChangeNumber);
        });
        modelBuilder.Entity<KeptVersionRow>(version =>
        {
            version.ToTable("kept_versions");
            version.HasKey(v => new { v.Kind, v.Id, v.Number });
            version.HasIndex(v => new { v.AgreementId, v.Kind, v.KnownTo });
            version.HasIndex(v => new { v.Kind, v.KnownTo, v.Id });
        });
        modelBuilder.Entity<KeptNameRow>(name =>
        {
            name.ToTable("kept_names");
            name.HasKey(n => new { n.Kind, n.Id, n.NamedKind, n.NamedId });
            name.HasIndex(n => new { n.NamedKind, n.NamedId });
        });
    }
}
