using Google.Protobuf;
using Google.Rpc;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Intake;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Ingest.Rejections;

/// <summary>Takes refused items in again, the way everything comes in: what was stored before is known, so a replay may be repeated.</summary>
internal sealed class RejectionReplay(
    IRejectionStore rejections, IDocumentStore documents, IDocumentIntake intake, FormatDetector detector, ItemPreparation preparation,
    IIntakeWriter writer, TimeProvider time)
{
    /// <summary>Most results that are told; of a document whose rest is read there may be more.</summary>
    internal const int MostResults = 1000;

    /// <summary>Replays one and removes it, or notes why it is refused still.</summary>
    /// <param name="rejection">The item.</param>
    /// <param name="corrected">What to take instead; empty for the original.</param>
    /// <param name="cancellationToken">Ends it; what was stored stays.</param>
    internal async Task<ReplayRejectionResponse> RunAsync(Rejection rejection, ByteString corrected, CancellationToken cancellationToken)
    {
        var (results, fault) = corrected.Length > 0 ? await TakeCorrectedAsync(rejection, corrected, cancellationToken)
            : rejection.ItemPath == Rejection.WholeDocument ? await TakeRestAsync(rejection, cancellationToken)
            : await TakeItemAsync(rejection, cancellationToken);
        IReadOnlyList<BadRequest.Types.FieldViolation> violations =
            [.. results.SelectMany(r => r.Violations).Take(MostResults), .. fault is null ? [] : new[] { ViolationOf(fault) }];
        var isResolved = violations.Count == 0 && results.Count > 0;
        if (isResolved)
        {
            await rejections.RemoveAsync(rejection.Id, cancellationToken);
        }
        else
        {
            await rejections.NoteReplayAsync(rejection.Id, violations, time.GetUtcNow(), cancellationToken);
        }

        return new ReplayRejectionResponse { Results = { results }, Resolved = isResolved };
    }

    private static BadRequest.Types.FieldViolation ViolationOf(DocumentRefusedException fault) =>
        new() { Field = fault.Path, Description = fault.Message, Reason = fault.Reason };

    private async Task<(IReadOnlyList<ItemResult> Results, DocumentRefusedException? Fault)> TakeCorrectedAsync(
        Rejection rejection, ByteString corrected, CancellationToken cancellationToken)
    {
        var hints = (await documents.FindAsync(rejection.DocumentId, cancellationToken))?.Hints ?? new DocumentHints();
        // What was said of the bytes holds for those of the refused document alone.
        (hints.MediaType, hints.FileName) = ("", "");
        var result = await intake.AcceptAsync(corrected.Memory, hints, cancellationToken);
        // What is wrong with a correction is noted with the item that it was to mend.
        string[] own = [.. result.Results.Select(r => r.RejectionId), Rejection.IdOf(result.Document.Id, Rejection.WholeDocument, result.Results.Count)];
        foreach (var id in own.Where(id => id.Length > 0 && id != rejection.Id))
        {
            await rejections.RemoveAsync(id, cancellationToken);
        }

        foreach (var item in result.Results)
        {
            item.RejectionId = "";
        }

        return ([.. result.Results.Take(MostResults)], result.Fault);
    }

    // Only this item: those behind it may have been discarded.
    private async Task<(IReadOnlyList<ItemResult> Results, DocumentRefusedException? Fault)> TakeItemAsync(
        Rejection rejection, CancellationToken cancellationToken)
    {
        var content = await OpenAsync(rejection, cancellationToken);
        try
        {
            var format = detector.Detect(content.Head);
            var index = 0L;
            await foreach (var item in format.ReadAsync(content, cancellationToken))
            {
                if (index++ == rejection.Index)
                {
                    return ([await TakeAsync(item, rejection, content.Hints, format.Name, cancellationToken)], null);
                }
            }

            return ([], new DocumentRefusedException(rejection.ItemPath, "The document has no such item.", "NO_ITEM"));
        }
        catch (DocumentRefusedException refused)
        {
            return ([], refused);
        }
    }

    private async Task<ItemResult> TakeAsync(
        DocumentItem item, Rejection rejection, DocumentHints hints, string format, CancellationToken cancellationToken)
    {
        var result = new ItemResult { Index = rejection.Index, ItemPath = item.Path };
        var (prepared, violations) = preparation.Prepare(item, hints, rejection.DocumentId, format);
        if (prepared is null)
        {
            result.Outcome = ItemOutcome.Rejected;
            result.RejectionId = rejection.Id;
            result.Violations.Add(violations);
            return result;
        }

        var stored = await await writer.EnqueueAsync(prepared, cancellationToken);
        result.Outcome = stored.Outcome;
        result.ReportId = stored.Report?.Id ?? "";
        result.PositionId = stored.Position?.Id ?? "";
        return result;
    }

    private async Task<(IReadOnlyList<ItemResult> Results, DocumentRefusedException? Fault)> TakeRestAsync(
        Rejection rejection, CancellationToken cancellationToken)
    {
        var content = await OpenAsync(rejection, cancellationToken);
        var results = new List<ItemResult>();
        try
        {
            await foreach (var result in intake.AcceptItemsAsync(content, rejection.DocumentId, rejection.Index, cancellationToken))
            {
                if (results.Count < MostResults)
                {
                    results.Add(result);
                }
            }

            return (results, null);
        }
        catch (DocumentRefusedException refused)
        {
            return (results, refused);
        }
    }

    private async Task<DocumentContent> OpenAsync(Rejection rejection, CancellationToken cancellationToken) =>
        await documents.OpenAsync(rejection.DocumentId, cancellationToken)
            ?? throw new ResourceNotFoundException("DOCUMENT_NOT_FOUND", "document", rejection.DocumentId);
}
