using System.Diagnostics;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using Truceline.Operations.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Events;
using Truceline.ServiceDefaults.Paging;
using Truceline.ServiceDefaults.Telemetry;
using DeadLetter = Truceline.Operations.V1.DeadLetter;
using Outcome = Truceline.Operations.V1.ReplayResult.Types.Outcome;
using Row = Truceline.ServiceDefaults.Events.DeadLetter;

namespace Truceline.ServiceDefaults.DeadLetters;

/// <summary>Serves <c>truceline.operations.v1.DeadLetterService</c> for this service's own dead letters.</summary>
internal sealed partial class DeadLetterGrpcService(
    DeadLetterQueries letters, DeadLetterReplay replay, IEnumerable<EventSubscription> subscriptions, ServiceIdentity identity, TimeProvider time,
    ILogger<DeadLetterGrpcService> logger)
    : DeadLetterService.DeadLetterServiceBase
{
    public override async Task<ListDeadLettersResponse> ListDeadLetters(ListDeadLettersRequest request, ServerCallContext context)
    {
        var violations = new FieldViolations();
        var page = PageRequest.Read(request.PageSize, request.PageToken, keys: 2, violations);
        var after = DeadLetterQueries.ReadPage(page, violations);
        var (found, total) = await letters.ListAsync(request.Topic, page.Size, after, context.CancellationToken);
        var response = new ListDeadLettersResponse { TotalSize = total, DeadLetters = { found.Take(page.Size).Select(Show) } };
        if (found.Count > page.Size)
        {
            response.NextPageToken = DeadLetterQueries.TokenAfter(found[page.Size - 1]);
        }

        return response;
    }

    public override async Task<GetDeadLetterResponse> GetDeadLetter(GetDeadLetterRequest request, ServerCallContext context) =>
        new() { DeadLetter = Show(await FindAsync(request.DeadLetterId, context)) };

    public override async Task<ReplayDeadLettersResponse> ReplayDeadLetters(ReplayDeadLettersRequest request, ServerCallContext context)
    {
        using var timeout = new CancellationTokenSource(ReplayTime.Of(time.GetUtcNow(), context.Deadline), time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, timeout.Token);
        var byId = request.DeadLetterIds.Count > 0;
        IReadOnlyList<string> ids = [.. request.DeadLetterIds.Distinct()];
        var total = ids.Count;
        if (!byId)
        {
            (ids, total) = await letters.ChooseAsync(request.Topic, DeadLetterReplay.Most, context.CancellationToken);
        }

        var response = new ReplayDeadLettersResponse();
        foreach (var id in ids)
        {
            var result = await replay.RunAsync(id, limit.Token);
            if (byId || result.Outcome != Outcome.Left)
            {
                response.Results.Add(result);
            }
        }

        response.LeftCount = Math.Max(0, total - response.Results.Count(r => r.Outcome != Outcome.Left));
        return response;
    }

    public override async Task<DiscardDeadLetterResponse> DiscardDeadLetter(DiscardDeadLetterRequest request, ServerCallContext context)
    {
        var letter = await FindAsync(request.DeadLetterId, context);
        if (!await letters.RemoveAsync(letter.Id, context.CancellationToken))
        {
            throw NotFound(letter.Id);
        }

        ServiceTelemetry.Discarded.Add(1, new KeyValuePair<string, object?>(TelemetryNames.Topic, letter.Topic));
        LogDiscarded(letter.Id, letter.Source, letter.EventId, letter.Topic, letter.Reason);
        return new DiscardDeadLetterResponse();
    }

    private static ResourceNotFoundException NotFound(string id) => new("DEAD_LETTER_NOT_FOUND", "dead letter", id);

    private async Task<Row> FindAsync(string id, ServerCallContext context) =>
        await letters.FindAsync(id, context.CancellationToken) ?? throw NotFound(id);

    private DeadLetter Show(Row row) => new()
    {
        Id = row.Id,
        App = identity.AppId,
        Topic = row.Topic,
        Source = row.Source,
        EventId = row.EventId,
        EventType = subscriptions.FirstOrDefault(s => s.Topic == row.Topic)?.Type ?? "",
        Reason = row.Reason,
        Attempts = row.Attempts,
        TraceId = ActivityContext.TryParse(row.TraceParent, null, out var trace) ? trace.TraceId.ToString() : "",
        Traceparent = row.TraceParent ?? "",
        ReceivedTime = Timestamp.FromDateTimeOffset(row.ReceivedTime),
        LastReplayTime = row.LastReplayTime is { } last ? Timestamp.FromDateTimeOffset(last) : null,
        Payload = row.Payload,
    };

    [LoggerMessage(EventId = 1, EventName = "dead_letter_discarded", Level = LogLevel.Warning,
        Message = "Dead letter {DeadLetterId} (event {EventId} of {Topic} from {Source}) was discarded; it had failed for: {Reason}")]
    private partial void LogDiscarded(string deadLetterId, string source, string eventId, string topic, string reason);
}
