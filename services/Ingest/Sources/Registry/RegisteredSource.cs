using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Truceline.Ingest.Sources.Polling;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Sources.Registry;

/// <summary>A source as it is kept: what was registered, and what its fetches left.</summary>
/// <param name="Source">What was registered, with id, etag and times, without state and health.</param>
/// <param name="State">What its fetches left.</param>
internal sealed record RegisteredSource(Source Source, FetchState State)
{
    /// <summary>Over how many days the items are counted.</summary>
    internal const int CountedDays = 30;

    /// <summary>New and revised items by day, the latest first, of the last <see cref="CountedDays"/>.</summary>
    internal IReadOnlyList<(DateOnly Day, long Items)> Days { get; init; } = [];

    /// <summary>The source with state and health, for callers.</summary>
    /// <param name="now">The present.</param>
    /// <param name="withDays">Whether each day is named.</param>
    internal Source ToSource(DateTimeOffset now, bool withDays)
    {
        var source = Source.Clone();
        source.State = State.IsGone ? SourceState.Gone : source.Paused ? SourceState.Paused : SourceState.Active;
        source.Health = new SourceHealth
        {
            LastSuccessTime = Time(State.LastSuccess),
            LastAttemptTime = Time(State.LastAttempt),
            ConsecutiveFailures = State.ConsecutiveFailures,
            LastError = State.LastError,
            NextDueTime = Time(State.NextDue),
            ItemsPerDay = Days.Sum(d => d.Items) / Math.Clamp((now - source.CreateTime.ToDateTimeOffset()).TotalDays, 1, CountedDays),
        };
        if (withDays)
        {
            source.Health.Days.Add(Days.Where(d => d.Items > 0).Select(d =>
                new SourceDay { Date = d.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Items = d.Items }));
        }

        return source;
    }

    private static Timestamp? Time(DateTimeOffset? instant) => instant is { } i ? Timestamp.FromDateTimeOffset(i) : null;
}
