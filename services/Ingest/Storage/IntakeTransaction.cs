using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Truceline.Events.V1;
using Truceline.Ingest.Intake;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Ingest.Storage;

/// <summary>Stores a batch of items with the events that announce them, in one transaction. What was there before is left as it is and announced to nobody.</summary>
internal sealed class IntakeTransaction(IngestDbContext db, TimeProvider time)
{
    private const int PositionsPerEvent = 500;

    /// <summary>What became of each item, in their order. Nothing is stored when it throws.</summary>
    internal async Task<IReadOnlyList<IntakeResult>> StoreAsync(IReadOnlyList<IntakeItem> items, CancellationToken cancellationToken)
    {
        var outcomes = new IntakeResult[items.Count];
        await AddDocumentsAsync(items, outcomes, cancellationToken);
        await AddReportsAsync(items, outcomes, cancellationToken);
        await AddPositionsAsync(items, outcomes, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return outcomes;
    }

    private async Task AddDocumentsAsync(IReadOnlyList<IntakeItem> items, IntakeResult[] outcomes, CancellationToken cancellationToken)
    {
        string[] ids = [.. items.Where(i => i.Document is not null).Select(i => i.Document!.Id).Distinct()];
        var known = ids.Length == 0
            ? []
            : (await db.Documents.Where(d => ids.Contains(d.Id)).Select(d => d.Id).ToListAsync(cancellationToken)).ToHashSet();
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is not { Document: { } document } item)
            {
                continue;
            }

            var isNew = known.Add(document.Id);
            outcomes[i] = new IntakeResult(isNew ? ItemOutcome.Accepted : ItemOutcome.AlreadyKnown);
            if (isNew)
            {
                db.Documents.Add(DocumentRow.Of(document, item.Bytes, item.UploadId));
            }
        }
    }

    private async Task AddReportsAsync(IReadOnlyList<IntakeItem> items, IntakeResult[] outcomes, CancellationToken cancellationToken)
    {
        string[] ids = [.. items.Where(i => i.Report is not null).Select(i => i.Report!.Id).Distinct()];
        var known = ids.Length == 0
            ? []
            : await db.Reports.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.ToReport(), cancellationToken);
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is not { Report: { } report } item)
            {
                continue;
            }

            if (known.TryGetValue(report.Id, out var stored))
            {
                outcomes[i] = new IntakeResult(ItemOutcome.AlreadyKnown, stored);
                continue;
            }

            known[report.Id] = report;
            // Story and revision are settled here, before anything is saved.
            report.StoryId = report.Id;
            report.Revision = 1;
            db.Reports.Add(ReportRow.Of(report, item.Map));
            Announce(report, item.Trace);
            outcomes[i] = new IntakeResult(report.Revises.Length == 0 ? ItemOutcome.Accepted : ItemOutcome.Revised, report);
        }
    }

    private void Announce(Report report, ActivityContext trace)
    {
        if (report.Revises.Length > 0)
        {
            db.Publish(Topics.ReportRevised, new ReportRevised { Report = report }, time.GetUtcNow(), trace);
        }
        else if (!report.Withdrawn)
        {
            db.Publish(Topics.ReportAccepted, new ReportAccepted { Report = report }, time.GetUtcNow(), trace);
        }
    }

    private async Task AddPositionsAsync(IReadOnlyList<IntakeItem> items, IntakeResult[] outcomes, CancellationToken cancellationToken)
    {
        string[] ids = [.. items.Where(i => i.Position is not null).Select(i => i.Position!.Id).Distinct()];
        var known = ids.Length == 0
            ? []
            : (await db.Positions.Where(p => ids.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancellationToken)).ToHashSet();
        var added = new List<IntakeItem>();
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is not { Position: { } position } item)
            {
                continue;
            }

            var isNew = known.Add(position.Id);
            outcomes[i] = new IntakeResult(isNew ? ItemOutcome.Accepted : ItemOutcome.AlreadyKnown, Position: position);
            if (isNew)
            {
                db.Positions.Add(PositionRow.Of(position));
                added.Add(item);
            }
        }

        foreach (var group in added.GroupBy(i => i.Trace).SelectMany(g => g.Chunk(PositionsPerEvent)))
        {
            db.Publish(Topics.PositionObserved, new PositionObserved { Positions = { group.Select(i => i.Position) } }, time.GetUtcNow(), group[0].Trace);
        }
    }
}
