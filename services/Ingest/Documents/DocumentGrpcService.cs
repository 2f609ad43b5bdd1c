using Google.Api;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Truceline.Ingest.Intake;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Ingest.Documents;

/// <summary>Serves <c>truceline.ingest.v1.DocumentService</c>.</summary>
internal sealed class DocumentGrpcService(IDocumentIntake intake, IDocumentStore store) : DocumentService.DocumentServiceBase
{
    public override async Task<SubmitDocumentResponse> SubmitDocument(SubmitDocumentRequest request, ServerCallContext context)
    {
        var hints = request.Hints ?? new DocumentHints();
        hints.MediaType = request.Content.ContentType.Length > 0 ? request.Content.ContentType : hints.MediaType;
        var result = await intake.AcceptAsync(request.Content.Data.Memory, hints, context.CancellationToken);
        if (result is { Fault: { } fault, Results: [] })
        {
            var violations = new FieldViolations();
            violations.Add(PathOf(fault), fault.Message, fault.Reason);
            violations.ThrowIfAny(SubmitDocumentValidator.InvalidReason);
        }

        return new SubmitDocumentResponse
        {
            Document = result.Document,
            Results = { result.Results },
            Fault = result.Fault is { } partial
                ? new BadRequest.Types.FieldViolation { Field = PathOf(partial), Description = partial.Message, Reason = partial.Reason }
                : null,
        };
    }

    public override async Task<GetDocumentResponse> GetDocument(GetDocumentRequest request, ServerCallContext context) => new()
    {
        Document = await FindAsync(request.DocumentId, context.CancellationToken),
    };

    public override async Task<HttpBody> DownloadDocument(DownloadDocumentRequest request, ServerCallContext context)
    {
        var document = await FindAsync(request.DocumentId, context.CancellationToken);
        var bytes = await store.ReadAsync(document.Id, SubmitDocumentValidator.Largest, context.CancellationToken)
            ?? throw new ResourceNotFoundException("DOCUMENT_NOT_FOUND", "document", request.DocumentId);
        return new HttpBody
        {
            // What came from elsewhere is shown to no browser as a page of ours.
            ContentType = "application/octet-stream",
            Data = UnsafeByteOperations.UnsafeWrap(bytes),
        };
    }

    public override async Task<LocateSpanResponse> LocateSpan(LocateSpanRequest request, ServerCallContext context)
    {
        var origin = await store.FindOriginAsync(request.ReportId, context.CancellationToken)
            ?? throw new ResourceNotFoundException("REPORT_NOT_FOUND", "report", request.ReportId);
        var start = CodePoints.UnitOf(origin.Text, request.Span?.Start ?? 0);
        var end = request.Span is null ? origin.Text.Length : CodePoints.UnitOf(origin.Text, request.Span.End);
        var violations = new FieldViolations();
        violations.AddIf(start is null || end is null || start > end, "span", "It must be a range of the report's text.", "OUT_OF_RANGE");
        violations.ThrowIfAny("SPAN_INVALID");

        var response = new LocateSpanResponse
        {
            DocumentId = origin.DocumentId,
            ItemPath = origin.ItemPath,
            Quote = origin.Text[start!.Value..end!.Value],
        };
        if (origin.Map.Locate(start.Value, end.Value) is { } found)
        {
            response.Original = new OriginalRange { Start = found.Start, End = found.End };
        }

        return response;
    }

    private async Task<Document> FindAsync(string id, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) ?? throw new ResourceNotFoundException("DOCUMENT_NOT_FOUND", "document", id);

    private static string PathOf(DocumentRefusedException fault) => fault.Path.Length == 0 || fault.Path == "document" ? "content" : $"content: {fault.Path}";
}
