using System.Globalization;
using Grpc.Core;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Ingest.Positions;

/// <summary>Serves <c>truceline.ingest.v1.PositionService</c>.</summary>
internal sealed class PositionGrpcService(PositionIntake intake, IPositionStore store) : PositionService.PositionServiceBase
{
    // Of a stream that is wrong from end to end the first faults tell enough, and the answer stays small.
    private const int MostFaults = 100;

    public override async Task<SubmitPositionResponse> SubmitPosition(SubmitPositionRequest request, ServerCallContext context)
    {
        var accepted = await intake.AcceptAsync(request.Position, "position", context.CancellationToken);
        var result = await accepted;
        if (result.Position is not { } position)
        {
            throw new InvalidRequestException("POSITION_INVALID", result.Violations);
        }

        var isKnown = result.Outcome == ItemOutcome.AlreadyKnown;
        var stored = isKnown ? await store.FindAsync(position.Id, context.CancellationToken) : position;
        return new SubmitPositionResponse { Position = stored ?? position, AlreadyKnown = isKnown };
    }

    public override async Task<SubmitPositionsResponse> SubmitPositions(SubmitPositionsRequest request, ServerCallContext context)
    {
        var pending = new List<Task<PositionResult>>(request.Positions.Count);
        foreach (var draft in request.Positions)
        {
            pending.Add(await intake.AcceptAsync(draft, $"positions[{pending.Count}]", context.CancellationToken));
        }

        var response = new SubmitPositionsResponse();
        foreach (var result in await Task.WhenAll(pending))
        {
            response.Results.Add(result.ToItem(response.Results.Count));
            response.AcceptedCount += result.Outcome == ItemOutcome.Accepted ? 1 : 0;
            response.KnownCount += result.Outcome == ItemOutcome.AlreadyKnown ? 1 : 0;
            response.RejectedCount += result.Outcome == ItemOutcome.Rejected ? 1 : 0;
        }

        return response;
    }

    public override async Task<StreamPositionsResponse> StreamPositions(
        IAsyncStreamReader<StreamPositionsRequest> requestStream, ServerCallContext context)
    {
        var response = new StreamPositionsResponse();
        var pending = new Queue<Task<PositionResult>>();
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            pending.Enqueue(await intake.AcceptAsync(request.Position, "position", context.CancellationToken));
            while (pending.Count > intake.ReadAhead || pending is { Count: > 0 } && pending.Peek().IsCompleted)
            {
                Count(await pending.Dequeue(), response);
            }
        }

        while (pending.TryDequeue(out var last))
        {
            Count(await last, response);
        }

        return response;
    }

    public override async Task<ListPositionsResponse> ListPositions(ListPositionsRequest request, ServerCallContext context)
    {
        var page = PageRequest.Read(request.PageSize, request.PageToken, keys: 2, new FieldViolations());
        var query = new PositionQuery(request.ObjectId, request.StartTime?.ToDateTimeOffset(), request.EndTime?.ToDateTimeOffset());
        var found = await store.ListAsync(query, page, context.CancellationToken);
        var response = new ListPositionsResponse { Positions = { found.Take(page.Size) } };
        if (found.Count > page.Size)
        {
            var last = response.Positions[^1];
            var time = PositionRules.ReadTime(last.Position.Time) ?? default;
            response.NextPageToken = PageRequest.TokenAfter(time.ToString("O", CultureInfo.InvariantCulture), last.Id);
        }

        return response;
    }

    private static void Count(PositionResult result, StreamPositionsResponse response)
    {
        var index = response.ReceivedCount++;
        response.AcceptedCount += result.Outcome == ItemOutcome.Accepted ? 1 : 0;
        response.KnownCount += result.Outcome == ItemOutcome.AlreadyKnown ? 1 : 0;
        response.RejectedCount += result.Outcome == ItemOutcome.Rejected ? 1 : 0;
        if (result.Outcome == ItemOutcome.Rejected && response.Faults.Count < MostFaults)
        {
            response.Faults.Add(new PositionFault { Index = index, Violations = { result.Violations } });
        }
    }
}
