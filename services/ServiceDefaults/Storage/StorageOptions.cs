using System.ComponentModel.DataAnnotations;

namespace Truceline.ServiceDefaults.Storage;

/// <summary>Where a service keeps its data; section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Storage";

    /// <summary>Path of the SQLite file, made when it is missing, its folder too. Default <c>.data/{app id}.db</c>.</summary>
    [Required]
    public string Path { get; set; } = "";

    /// <summary>How long a dispatched event stays in the outbox, in hours. Default 24; [1, 8760].</summary>
    [Range(1, 8760)]
    public int OutboxRetentionHours { get; set; } = 24;

    /// <summary>How long the id of a processed event is remembered, in hours; redeliveries after that are processed again.
    /// Default 168; [24, 8760].</summary>
    [Range(24, 8760)]
    public int InboxRetentionHours { get; set; } = 168;
}
