using System.Diagnostics;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Paging;
using Shown = Truceline.Ingest.V1.Rejection;

namespace Truceline.Ingest.Rejections;

/// <summary>Serves <c>truceline.ingest.v1.RejectionService</c>.</summary>
internal sealed partial class RejectionGrpcService(IRejectionStore store, RejectionReplay replay, ILogger<RejectionGrpcService> logger)
    : RejectionService.RejectionServiceBase
{
    public override async Task<ListRejectionsResponse> ListRejections(ListRejectionsRequest request, ServerCallContext context)
    {
        var violations = new FieldViolations();
        var page = PageRequest.Read(request.PageSize, request.PageToken, keys: 2, violations);
        var after = RejectionRules.ReadPage(page, violations);
        violations.ThrowIfAny("LIST_INVALID");
        var (found, total) = await store.ListAsync(request.DocumentId, request.SourceId, page.Size, after, context.CancellationToken);
        var response = new ListRejectionsResponse { TotalSize = total, Rejections = { found.Take(page.Size).Select(Show) } };
        if (found.Count > page.Size)
        {
            var last = found[page.Size - 1];
            response.NextPageToken = PageRequest.TokenAfter(last.ReceivedTime.ToString("O", CultureInfo.InvariantCulture), last.Id);
        }

        return response;
    }

    public override async Task<GetRejectionResponse> GetRejection(GetRejectionRequest request, ServerCallContext context) =>
        new() { Rejection = Show(await FindAsync(request.RejectionId, context)) };

    public override async Task<ReplayRejectionResponse> ReplayRejection(ReplayRejectionRequest request, ServerCallContext context)
    {
        var rejection = await FindAsync(request.RejectionId, context);
        var response = await replay.RunAsync(rejection, request.CorrectedBody, context.CancellationToken);
        LogReplayed(rejection.Id, rejection.DocumentId, rejection.ItemPath, response.Resolved);
        return response;
    }

    public override async Task<DiscardRejectionResponse> DiscardRejection(DiscardRejectionRequest request, ServerCallContext context)
    {
        var rejection = await FindAsync(request.RejectionId, context);
        if (!await store.RemoveAsync(rejection.Id, context.CancellationToken))
        {
            throw NotFound(rejection.Id);
        }

        LogDiscarded(rejection.Id, rejection.DocumentId, rejection.ItemPath);
        return new DiscardRejectionResponse();
    }

    private static ResourceNotFoundException NotFound(string id) => new("REJECTION_NOT_FOUND", "rejection", id);

    private static Shown Show(Rejection rejection) => new()
    {
        Id = rejection.Id,
        DocumentId = rejection.DocumentId,
        ItemPath = rejection.ItemPath,
        Index = rejection.Index,
        Format = rejection.Format,
        SourceId = rejection.SourceId,
        Violations = { rejection.Violations },
        Original = rejection.Original,
        ReceivedTime = Timestamp.FromDateTimeOffset(rejection.ReceivedTime),
        TraceId = ActivityContext.TryParse(rejection.TraceParent, null, out var trace) ? trace.TraceId.ToString() : "",
        Attempts = rejection.Attempts,
        LastReplayTime = rejection.LastReplayTime is { } last ? Timestamp.FromDateTimeOffset(last) : null,
    };

    private async Task<Rejection> FindAsync(string id, ServerCallContext context) =>
        await store.FindAsync(id, context.CancellationToken) ?? throw NotFound(id);

    [LoggerMessage(EventId = 1, EventName = "rejection_replayed", Level = LogLevel.Information,
        Message = "Refused item {RejectionId} ({ItemPath} of {DocumentId}) was replayed; resolved: {Resolved}")]
    private partial void LogReplayed(string rejectionId, string documentId, string itemPath, bool resolved);

    [LoggerMessage(EventId = 2, EventName = "rejection_discarded", Level = LogLevel.Warning,
        Message = "Refused item {RejectionId} ({ItemPath} of {DocumentId}) was discarded")]
    private partial void LogDiscarded(string rejectionId, string documentId, string itemPath);
}
