using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Truceline.Operations.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.ServiceDefaults.Telemetry;
using DeadLetter = Truceline.ServiceDefaults.Events.DeadLetter;
using Outcome = Truceline.Operations.V1.ReplayResult.Types.Outcome;

namespace Truceline.ServiceDefaults.DeadLetters;

/// <summary>
/// Runs dead letters through the pipeline again, under their source and event id. The inbox decides, in the transaction of the effect, which of
/// several replays at once has it; the others are duplicates. The row is removed afterwards: after a crash between the two the next replay is a
/// duplicate and removes it.
/// </summary>
internal sealed partial class DeadLetterReplay(
    EventPipeline pipeline, DeadLetterQueries letters, IEnumerable<EventSubscription> subscriptions, TimeProvider time,
    ILogger<DeadLetterReplay> logger)
{
    /// <summary>How many are replayed by one call at most.</summary>
    internal const int Most = 1000;

    private readonly Dictionary<string, EventSubscription> _subscriptions = subscriptions.ToDictionary(s => s.Topic);

    /// <summary>Replays one; when <paramref name="limit"/> comes first it is left as it was.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="limit">Ends the replay.</param>
    internal async Task<ReplayResult> RunAsync(string id, CancellationToken limit)
    {
        try
        {
            return limit.IsCancellationRequested ? Left(id)
                : await letters.FindAsync(id, limit) is { } letter ? await RunAsync(letter, limit)
                : new ReplayResult { DeadLetterId = id, Outcome = Outcome.NotFound };
        }
        catch (Exception) when (limit.IsCancellationRequested)
        {
            return Left(id);
        }
        catch (Exception exception)
        {
            // One that cannot be found, noted or removed must not hide what became of the others.
            LogBroken(id, exception);
            return new ReplayResult { DeadLetterId = id, Outcome = Outcome.Failed, Reason = FailureNotes.ReasonOf(exception) };
        }
    }

    private static ReplayResult Left(string id) => new() { DeadLetterId = id, Outcome = Outcome.Left };

    private async Task<ReplayResult> RunAsync(DeadLetter letter, CancellationToken limit)
    {
        using var activity = DeadLetterTrace.Start(letter);
        var (outcome, reason) = await TryAsync(letter, limit);
        if (outcome == Outcome.Failed)
        {
            activity?.SetStatus(ActivityStatusCode.Error);
            await letters.NoteAsync(letter.Id, reason, time.GetUtcNow(), limit);
        }
        else
        {
            await letters.RemoveAsync(letter.Id, limit);
        }

        var word = outcome.ToString().ToLowerInvariant();
        activity?.SetTag(TelemetryNames.Outcome, word);
        ServiceTelemetry.Replayed.Add(1,
            new KeyValuePair<string, object?>(TelemetryNames.Topic, letter.Topic), new KeyValuePair<string, object?>(TelemetryNames.Outcome, word));
        LogReplayed(letter.Id, letter.EventId, letter.Topic, word, reason);
        return new ReplayResult { DeadLetterId = letter.Id, Outcome = outcome, Reason = reason, TraceId = activity?.TraceId.ToString() ?? "" };
    }

    private async Task<(Outcome Outcome, string Reason)> TryAsync(DeadLetter letter, CancellationToken limit)
    {
        if (!_subscriptions.TryGetValue(letter.Topic, out var subscription))
        {
            return (Outcome.Failed, "the service does not subscribe to this topic any more");
        }

        var context = new EventContext(letter.EventId, letter.Source, letter.Topic);
        var (outcome, failure) = await pipeline.ReplayAsync(subscription, context, letter.Payload, limit);
        return outcome switch
        {
            EventOutcome.Processed => (Outcome.Replayed, ""),
            EventOutcome.Duplicate => (Outcome.Duplicate, ""),
            _ => (Outcome.Failed, FailureNotes.ReasonOf(failure!)),
        };
    }

    [LoggerMessage(EventId = 2, EventName = "dead_letter_replay_broken", Level = LogLevel.Error,
        Message = "The replay of dead letter {DeadLetterId} broke; what it did is done, and it can be replayed again")]
    private partial void LogBroken(string deadLetterId, Exception exception);

    [LoggerMessage(EventId = 1, EventName = "dead_letter_replayed", Level = LogLevel.Information,
        Message = "Dead letter {DeadLetterId} (event {EventId} of {Topic}): {Outcome} {Reason}")]
    private partial void LogReplayed(string deadLetterId, string eventId, string topic, string outcome, string reason);
}
