using System.Diagnostics;
using Google.Rpc;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Rejections;
using Truceline.Ingest.V1;
using Rejection = Truceline.Ingest.Rejections.Rejection;

namespace Truceline.Ingest.Intake;

/// <summary>Which document is being taken in.</summary>
/// <param name="DocumentId">Its id.</param>
/// <param name="Format">Its format; empty when it is of none that is read.</param>
/// <param name="Hints">What was said of it.</param>
internal sealed record DocumentRunOf(string DocumentId, string Format, DocumentHints Hints);

/// <summary>The items of one document on their way: handed over one after the other, finished in the same order. Not thread-safe.</summary>
internal sealed class DocumentRun(
    DocumentRunOf of, ItemPreparation preparation, IIntakeWriter writer, IRejectionStore rejections, TimeProvider time)
{
    private readonly Queue<(ItemResult Result, Task<IntakeResult>? Stored)> _waiting = new();
    private readonly List<(ItemResult Result, Rejection Rejection)> _refused = [];

    /// <summary>How many are not finished.</summary>
    internal int Waiting => _waiting.Count;

    /// <summary>Whether the next one can be finished without a wait for the store. A refused one waits for others, so that they are kept together.</summary>
    internal bool IsNextDone => _waiting.TryPeek(out var next) && next.Stored is { IsCompleted: true };

    /// <summary>Prepares an item and hands it over, waiting for room.</summary>
    internal async Task HandOverAsync(DocumentItem item, long index, CancellationToken cancellationToken)
    {
        var result = new ItemResult { Index = index, ItemPath = item.Path };
        var (prepared, violations) = preparation.Prepare(item, of.Hints, of.DocumentId, of.Format);
        if (prepared is not null)
        {
            _waiting.Enqueue((result, await writer.EnqueueAsync(prepared, cancellationToken)));
            return;
        }

        result.Outcome = ItemOutcome.Rejected;
        result.Violations.Add(violations);
        _refused.Add((result, RejectionOf(item.Path, index, violations, OriginalOf(item))));
        _waiting.Enqueue((result, null));
    }

    /// <summary>Finishes the next one: it is durable, or its refusal is.</summary>
    internal async Task<ItemResult> NextAsync(CancellationToken cancellationToken)
    {
        var (result, stored) = _waiting.Dequeue();
        if (stored is null)
        {
            await KeepRefusedAsync(cancellationToken);
            return result;
        }

        var outcome = await stored.WaitAsync(cancellationToken);
        result.Outcome = outcome.Outcome;
        result.ReportId = outcome.Report?.Id ?? "";
        result.PositionId = outcome.Position?.Id ?? "";
        return result;
    }

    /// <summary>Keeps for an operator that the rest of the document could not be read.</summary>
    internal async Task RefuseRestAsync(DocumentRefusedException fault, long index, CancellationToken cancellationToken)
    {
        var violation = new BadRequest.Types.FieldViolation { Field = fault.Path, Description = fault.Message, Reason = fault.Reason };
        await rejections.AddAsync([RejectionOf(Rejection.WholeDocument, index, [violation], "")], cancellationToken);
    }

    private async Task KeepRefusedAsync(CancellationToken cancellationToken)
    {
        if (_refused.Count == 0)
        {
            return;
        }

        var ids = await rejections.AddAsync([.. _refused.Select(r => r.Rejection)], cancellationToken);
        for (var i = 0; i < ids.Count; i++)
        {
            _refused[i].Result.RejectionId = ids[i];
        }

        _refused.Clear();
    }

    private Rejection RejectionOf(string path, long index, IReadOnlyList<BadRequest.Types.FieldViolation> violations, string original) => new()
    {
        DocumentId = of.DocumentId,
        ItemPath = path,
        Index = index,
        Violations = violations,
        Original = original,
        Format = of.Format,
        SourceId = of.Hints.SourceId,
        ReceivedTime = time.GetUtcNow(),
        TraceParent = Activity.Current?.Id ?? "",
    };

    private static string OriginalOf(DocumentItem item) => item switch
    {
        FaultItem fault => fault.Original,
        ReportItem report => report.Content.Text.Text,
        PositionItem position => position.Position.ToString(),
        _ => "",
    };
}
