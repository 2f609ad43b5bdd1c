using System.ComponentModel.DataAnnotations;

namespace Truceline.Ingest.Sources;

/// <summary>How registered sources are looked at; section <c>Ingest:Sources</c>.</summary>
internal sealed class SourcesOptions
{
    /// <summary>Name of the section.</summary>
    internal const string Section = "Ingest:Sources";

    /// <summary>What the servers of sources are told of who asks; a way to reach the operator belongs into it. Default <c>Truceline-Ingest/1</c>.</summary>
    [Required, MaxLength(300)]
    public string UserAgent { get; set; } = "Truceline-Ingest/1";

    /// <summary>
    /// Networks that may be reached although they are not public, in CIDR notation, separated by commas, e.g. <c>10.20.0.0/16,fd12::/16</c>. Who may register
    /// sources can read what answers there. Default none.
    /// </summary>
    [MaxLength(2000)]
    public string AllowedNetworks { get; set; } = "";

    /// <summary>Ports that may be reached, separated by commas; <c>*</c> for all. Default <c>80,443,8080,8443</c>.</summary>
    [Required, MaxLength(500)]
    public string AllowedPorts { get; set; } = "80,443,8080,8443";

    /// <summary>How many sources there may be. Default 10,000; [1, 1,000,000].</summary>
    [Range(1, 1_000_000)]
    public int MaxSources { get; set; } = 10_000;

    /// <summary>Interval of a source that is registered without a schedule, in seconds. Default 900; [1, 2,678,400].</summary>
    [Range(1, 2_678_400)]
    public int DefaultIntervalSeconds { get; set; } = 900;

    /// <summary>Shortest interval that a source may be registered with, in seconds. Default 60; [1, 86,400].</summary>
    [Range(1, 86_400)]
    public int ShortestIntervalSeconds { get; set; } = 60;

    /// <summary>Over how long sources with one cron expression are spread, in seconds. Default 60; [0, 3,600].</summary>
    [Range(0, 3600)]
    public int CronSpreadSeconds { get; set; } = 60;

    /// <summary>Time between two questions for what is due, in seconds. Default 1; [0.05, 60].</summary>
    [Range(0.05, 60)]
    public double PollSeconds { get; set; } = 1;

    /// <summary>How many sources are fetched at the same time. Default 8; [1, 256].</summary>
    [Range(1, 256)]
    public int MaxConcurrentFetches { get; set; } = 8;

    /// <summary>Least pause between the end of one request to a host and the next, in seconds. Default 1; [0, 600].</summary>
    [Range(0, 600)]
    public double HostPauseSeconds { get; set; } = 1;

    /// <summary>Longest time to connect, in seconds. Default 10; [1, 60].</summary>
    [Range(1, 60)]
    public int ConnectTimeoutSeconds { get; set; } = 10;

    /// <summary>Longest time of one fetch, redirects and body included, in seconds. Default 60; [1, 600].</summary>
    [Range(1, 600)]
    public int FetchTimeoutSeconds { get; set; } = 60;

    /// <summary>Longest time until what was fetched is stored, in seconds. Default 120; [1, 3,600].</summary>
    [Range(1, 3600)]
    public int IntakeTimeoutSeconds { get; set; } = 120;

    /// <summary>How many redirects of one fetch are followed. Default 5; [0, 10].</summary>
    [Range(0, 10)]
    public int MaxRedirects { get; set; } = 5;

    /// <summary>Largest body, as it comes and decompressed, in bytes. Default 8 MiB; [64 KiB, 64 MiB].</summary>
    [Range(64 * 1024, 64 * 1024 * 1024)]
    public int BodyBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>How many times its compressed size a body over 64 KiB may have. Default 100; [2, 2,000].</summary>
    [Range(2, 2000)]
    public int ExpansionRatio { get; set; } = 100;

    /// <summary>
    /// Pause after a first failure, in seconds, unless the source's interval is shorter: then that. Each further failure doubles it; up to a half is added by
    /// chance. Default 300; [0.1, 86,400].
    /// </summary>
    [Range(0.1, 86_400)]
    public double BackOffSeconds { get; set; } = 300;

    /// <summary>Longest pause after a failure, in seconds. Default 21,600; [1, 604,800].</summary>
    [Range(1, 604_800)]
    public double LongestBackOffSeconds { get; set; } = 21_600;

    /// <summary>How far a server's Retry-After is honoured, in seconds. Default 86,400; [0, 604,800].</summary>
    [Range(0, 604_800)]
    public double LongestRetryAfterSeconds { get; set; } = 86_400;

    /// <summary>How far a server's Cache-Control max-age puts off the next look, in seconds; 0 does not heed it. Default 3,600; [0, 604,800].</summary>
    [Range(0, 604_800)]
    public double LongestFreshnessSeconds { get; set; } = 3600;

    /// <summary>How many looks at each source are kept on record. Default 100; [1, 10,000].</summary>
    [Range(1, 10_000)]
    public int FetchesKept { get; set; } = 100;
}
