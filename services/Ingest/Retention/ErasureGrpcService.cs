using Grpc.Core;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Ingest.Retention;

/// <summary>Serves <c>truceline.ingest.v1.ErasureService</c>.</summary>
internal sealed partial class ErasureGrpcService(IErasureStore store, ILogger<ErasureGrpcService> logger) : ErasureService.ErasureServiceBase
{
    public override async Task<EraseReportsResponse> EraseReports(EraseReportsRequest request, ServerCallContext context)
    {
        var order = new ErasureOrder(ErasureKind.Reports, request.Reason, request.RequestedBy, request.DryRun);
        return new EraseReportsResponse { Erasure = Logged(await store.EraseReportsAsync(request.ReportIds, request.EraseUrl, order, context.CancellationToken)) };
    }

    public override async Task<EraseDocumentResponse> EraseDocument(EraseDocumentRequest request, ServerCallContext context)
    {
        var order = new ErasureOrder(ErasureKind.Document, request.Reason, request.RequestedBy, request.DryRun);
        var (erasure, more) = await store.EraseDocumentAsync(request.DocumentId, request.WithReports, order, context.CancellationToken)
            ?? throw new ResourceNotFoundException("DOCUMENT_NOT_FOUND", "document", request.DocumentId);
        return new EraseDocumentResponse { Erasure = Logged(erasure), More = more };
    }

    public override async Task<ErasePersonResponse> ErasePerson(ErasePersonRequest request, ServerCallContext context)
    {
        var violations = new FieldViolations();
        var page = PageRequest.Read(0, request.PageToken, keys: 1, violations);
        violations.ThrowIfAny(ErasureRules.Reason);
        var order = new ErasureOrder(ErasureKind.Person, request.Reason, request.RequestedBy, request.DryRun);
        var done = await store.ErasePersonAsync(
            new PersonWords([.. request.Words.Select(w => w.Trim())]), request.ReportIds, page.IsFirst ? "" : page.After[0], order, context.CancellationToken);
        return new ErasePersonResponse
        {
            Erasure = Logged(done.Erasure),
            Matches = { done.Matches },
            NextPageToken = done.Last.Length == 0 ? "" : PageRequest.TokenAfter(done.Last),
        };
    }

    public override async Task<ListErasuresResponse> ListErasures(ListErasuresRequest request, ServerCallContext context)
    {
        var page = PageRequest.Read(request.PageSize, request.PageToken, keys: 1, new FieldViolations());
        var found = await store.ListAsync(page, context.CancellationToken);
        var response = new ListErasuresResponse { Erasures = { found.Take(page.Size) } };
        if (found.Count > page.Size)
        {
            response.NextPageToken = PageRequest.TokenAfter(found[page.Size - 1].Id);
        }

        return response;
    }

    private Erasure Logged(Erasure erasure)
    {
        if (erasure.Id.Length > 0)
        {
            LogErased(erasure.Id, erasure.Kind, erasure.ReportIds.Count, erasure.DocumentIds.Count);
        }

        return erasure;
    }

    [LoggerMessage(EventId = 1, EventName = "erased", Level = LogLevel.Warning, Message = "Erasure {ErasureId} ({Kind}): words of {Reports} reports, bytes of {Documents} documents")]
    private partial void LogErased(string erasureId, ErasureKind kind, int reports, int documents);
}
