namespace Truceline.Ingest.Sources.Polling;

/// <summary>Bounds of pauses between looks.</summary>
/// <param name="BackOff">Pause after a first failure, unless the source is looked at more often.</param>
/// <param name="LongestBackOff">Longest pause after a failure.</param>
/// <param name="LongestRetryAfter">How far Retry-After is honoured.</param>
/// <param name="LongestFreshness">How far freshness puts off a look.</param>
/// <param name="CronSpread">Over how long sources with one cron expression are spread.</param>
internal sealed record PollingPolicy(
    TimeSpan BackOff, TimeSpan LongestBackOff, TimeSpan LongestRetryAfter, TimeSpan LongestFreshness, TimeSpan CronSpread)
{
    /// <summary>The bounds that are set.</summary>
    internal static PollingPolicy Of(SourcesOptions options) => new(
        TimeSpan.FromSeconds(options.BackOffSeconds),
        TimeSpan.FromSeconds(options.LongestBackOffSeconds),
        TimeSpan.FromSeconds(options.LongestRetryAfterSeconds),
        TimeSpan.FromSeconds(options.LongestFreshnessSeconds),
        TimeSpan.FromSeconds(options.CronSpreadSeconds));
}
