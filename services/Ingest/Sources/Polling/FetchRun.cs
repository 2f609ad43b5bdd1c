using System.Diagnostics;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Options;
using Truceline.Ingest.Sources.Fetching;
using Truceline.Ingest.Sources.Registry;
using Truceline.Ingest.Telemetry;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Telemetry;

namespace Truceline.Ingest.Sources.Polling;

/// <summary>
/// One fetch from beginning to end: claims the source, asks, takes in, notes. What came is stored before it is noted that it came; a crash between the two costs
/// a second download, whose items are known by their content. The trace of a fetch goes on with what its reports cause.
/// </summary>
internal sealed partial class FetchRun(
    IServiceScopeFactory scopes, ISourceClient client, DocumentTaker taker, IOptions<SourcesOptions> options, TimeProvider time, ILogger<FetchRun> logger)
{
    // Beside the times that a fetch and its intake may take.
    private static readonly TimeSpan ClaimMargin = TimeSpan.FromSeconds(60);

    /// <summary>Runs it. When it is cut off, the source is due again when the claim ends.</summary>
    /// <param name="source">The source, as it was found due.</param>
    /// <param name="cancellationToken">Cuts it off.</param>
    internal async Task RunAsync(RegisteredSource source, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<IPollingStore>();
        var start = time.GetUtcNow();
        var claimed = AsStored(start + TimeSpan.FromSeconds(options.Value.FetchTimeoutSeconds + options.Value.IntakeTimeoutSeconds) + ClaimMargin);
        if (!await store.ClaimAsync(source, claimed, cancellationToken))
        {
            return;
        }

        Activity.Current = null;
        var address = new Uri(source.Source.Address);
        using var activity = ServiceTelemetry.Source.StartActivity("fetch source", ActivityKind.Client);
        activity?.SetTag(SourceTelemetry.SourceId, source.Source.Id).SetTag("server.address", address.IdnHost);
        var stopwatch = time.GetTimestamp();

        var answer = await client.FetchAsync(address, source.State.Validators, cancellationToken);
        var fetch = new SourceFetch
        {
            StartTime = Timestamp.FromDateTimeOffset(start),
            Status = answer.Status,
            Address = answer.Address.AbsoluteUri is { Length: <= SourceLimits.LongestAddress } last ? last : "",
            SizeBytes = answer.WireBytes,
        };
        var judgement = FetchDecision.Judge(source.State, answer);
        if (judgement.Outcome == FetchOutcome.TakenIn)
        {
            judgement = await taker.TakeAsync(source.Source, answer, fetch, scope.ServiceProvider, cancellationToken);
        }

        var elapsed = time.GetElapsedTime(stopwatch);
        fetch.DurationSeconds = elapsed.TotalSeconds;
        fetch.Outcome = judgement.Outcome;
        fetch.Reason = judgement.Outcome is FetchOutcome.Failed ? judgement.Reason : "";
        var (now, policy) = (time.GetUtcNow(), PollingPolicy.Of(options.Value));
        var state = FetchDecision.Next(source.Source, source.State, answer, judgement, now, policy, Random.Shared.NextDouble());
        var newAddress = FetchDecision.NewAddress(source.Source, answer, judgement);
        var result = new FetchResult(source, claimed, state, newAddress, fetch)
        {
            PausedHost = FetchDecision.HostPause(answer, policy.LongestRetryAfter) is { } pause ? (HostGate.HostOf(answer.Address), now + pause) : null,
        };

        // What was taken in is noted even when the service stops.
        await store.SaveAsync(result, CancellationToken.None);
        Tell(source, judgement, answer, newAddress is not null, elapsed, activity);
    }

    private void Tell(RegisteredSource source, Judgement judgement, FetchAnswer answer, bool hasMoved, TimeSpan elapsed, Activity? activity)
    {
        var outcome = SourceTelemetry.NameOf(judgement.Outcome);
        activity?.SetTag(TelemetryNames.Outcome, outcome);
        if (answer.Status > 0)
        {
            activity?.SetTag("http.response.status_code", answer.Status);
        }

        SourceTelemetry.Fetches.Add(1, new KeyValuePair<string, object?>(TelemetryNames.Outcome, outcome));
        SourceTelemetry.Bytes.Add(answer.WireBytes);
        SourceTelemetry.Duration.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>(TelemetryNames.Outcome, outcome));
        if (hasMoved)
        {
            LogMoved(source.Source.Id, answer.PermanentAddress.IdnHost);
        }

        switch (judgement.Outcome)
        {
            case FetchOutcome.Failed:
                activity?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", judgement.Reason);
                LogFetchFailed(source.Source.Id, judgement.Reason, source.State.ConsecutiveFailures + 1);
                break;
            case FetchOutcome.Gone:
                LogGone(source.Source.Id);
                break;
        }
    }

    // The store keeps microseconds, and the claim is known again by its time.
    private static DateTimeOffset AsStored(DateTimeOffset instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));

    [LoggerMessage(EventId = 1, EventName = "source_fetch_failed", Level = LogLevel.Warning,
        Message = "Source {SourceId} could not be fetched: {Reason}, {Failures} times in a row")]
    private partial void LogFetchFailed(string sourceId, string reason, int failures);

    [LoggerMessage(EventId = 2, EventName = "source_gone", Level = LogLevel.Warning, Message = "Source {SourceId} is gone for good, says its server; it is not looked at any more")]
    private partial void LogGone(string sourceId);

    [LoggerMessage(EventId = 3, EventName = "source_moved", Level = LogLevel.Information, Message = "Source {SourceId} has moved for good, to {Host}")]
    private partial void LogMoved(string sourceId, string host);
}
