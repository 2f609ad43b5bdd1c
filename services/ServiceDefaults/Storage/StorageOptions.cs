using System.ComponentModel.DataAnnotations;

namespace Truceline.ServiceDefaults.Storage;

/// <summary>Where a service keeps its data; section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Storage";

    /// <summary>Connection string of the service's own database in PostgreSQL, in Npgsql's keywords. Default empty, which is SQLite at
    /// <see cref="Path"/>. Replicas of a service share one database. Without the keyword <c>Options</c> the server is asked to end, after 30 s, a
    /// transaction whose client is silent; behind a pooler that refuses start-up options set them there and give <c>Options</c> of your own.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>Path of the SQLite file, made when it is missing, its folder too. Default <c>.data/{app id}.db</c>. Not used with a
    /// <see cref="ConnectionString"/>.</summary>
    [Required]
    public string Path { get; set; } = "";

    /// <summary>How long a start waits for the database to answer and its schema to be brought up to date, in seconds. Default 60; [1, 600].</summary>
    [Range(1, 600)]
    public int StartTimeoutSeconds { get; set; } = 60;

    /// <summary>How long a dispatched event stays in the outbox, in hours. Default 24; [1, 8760].</summary>
    [Range(1, 8760)]
    public int OutboxRetentionHours { get; set; } = 24;

    /// <summary>How long the id of a processed event is remembered, in hours; redeliveries after that are processed again.
    /// Default 168; [24, 8760].</summary>
    [Range(24, 8760)]
    public int InboxRetentionHours { get; set; } = 168;

    /// <summary>Whether the database is PostgreSQL.</summary>
    internal bool IsPostgreSql => ConnectionString.Length > 0;
}
