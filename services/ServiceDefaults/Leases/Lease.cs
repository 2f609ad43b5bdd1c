using System.ComponentModel.DataAnnotations;

namespace Truceline.ServiceDefaults.Leases;

/// <summary>Who does, for a while, what must be done by one replica only.</summary>
public sealed class Lease
{
    /// <summary>What is done.</summary>
    [MaxLength(100)]
    public required string Name { get; init; }

    /// <summary>The replica that does it.</summary>
    [MaxLength(300)]
    public required string Owner { get; set; }

    /// <summary>Until when, UTC; after that any replica may take it.</summary>
    public required DateTimeOffset ExpiresTime { get; set; }
}
