using System.ComponentModel.DataAnnotations;

namespace Truceline.Entity.Storage;

/// <summary>What a report says of an entity, in the table <c>appearances</c>. Its keys hold no names.</summary>
internal sealed class AppearanceRow
{
    [MaxLength(80)]
    public required string ReportId { get; init; }

    /// <summary>Id that the document alone gives it: the one in the stored reading and claims.</summary>
    [MaxLength(120)]
    public required string LocalId { get; init; }

    [MaxLength(80)]
    public required string ChainId { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required int Type { get; init; }

    public required int Strength { get; init; }

    [MaxLength(120)]
    public required string Key { get; init; }

    [MaxLength(40)]
    public required string ShortKey { get; init; }

    [MaxLength(8)]
    public required string Country { get; init; }

    [MaxLength(120)]
    public required string BaseId { get; set; }

    [MaxLength(120)]
    public required string EntityId { get; set; }

    /// <summary>Name, role and mentions with their marks, as <see cref="AppearanceWords"/> writes them; without words when they were erased.</summary>
    public required byte[] Words { get; set; }

    /// <summary>Hashes of the known entities that the report names.</summary>
    public required byte[] Context { get; init; }
}

/// <summary>That an entity takes part in a claim, in the table <c>participations</c>.</summary>
internal sealed class ParticipationRow
{
    [MaxLength(80)]
    public required string ClaimId { get; init; }

    [MaxLength(120)]
    public required string LocalId { get; init; }

    public required int Role { get; init; }

    [MaxLength(80)]
    public required string ReportId { get; init; }

    [MaxLength(120)]
    public required string EntityId { get; set; }

    /// <summary>Day of the claim, or of its report, YYYY-MM-DD.</summary>
    [MaxLength(10)]
    public required string Day { get; init; }

    public required bool IsDated { get; init; }

    [MaxLength(80)]
    public required string Class { get; init; }
}
