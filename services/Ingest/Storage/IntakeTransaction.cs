using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Truceline.Events.V1;
using Truceline.Ingest.Intake;
using Truceline.Ingest.Stories.Revisions;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.Ingest.Storage;

/// <summary>Stores a batch of items with the events that announce them, in one transaction. What was there before is left as it is and announced to nobody.</summary>
internal sealed class IntakeTransaction(IngestDbContext db, NewRows rows, StoryIntake stories, TimeProvider time)
{
    private const int PositionsPerEvent = 500;

    /// <summary>What became of each item, in their order. Nothing is stored when it throws.</summary>
    internal async Task<IReadOnlyList<IntakeResult>> StoreAsync(IReadOnlyList<IntakeItem> items, CancellationToken cancellationToken)
    {
        var outcomes = new IntakeResult[items.Count];
        try
        {
            // Reports first: they make the batches of all replicas take turns.
            await AddReportsAsync(items, outcomes, cancellationToken);
            await AddDocumentsAsync(items, outcomes, cancellationToken);
            await AddPositionsAsync(items, outcomes, cancellationToken);
            await rows.SaveAsync(cancellationToken);
        }
        catch
        {
            stories.Undo();
            throw;
        }

        stories.Commit();
        return outcomes;
    }

    private async Task AddDocumentsAsync(IReadOnlyList<IntakeItem> items, IntakeResult[] outcomes, CancellationToken cancellationToken)
    {
        string[] ids = [.. items.Where(i => i.Document is not null).Select(i => i.Document!.Id).Distinct()];
        var known = ids.Length == 0
            ? []
            : (await db.Documents.Where(d => EF.Parameter(ids).Contains(d.Id)).Select(d => d.Id).ToListAsync(cancellationToken)).ToHashSet();
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
                rows.Add(DocumentRow.Of(document, item.Bytes, item.UploadId));
            }
        }
    }

    private async Task AddReportsAsync(IReadOnlyList<IntakeItem> items, IntakeResult[] outcomes, CancellationToken cancellationToken)
    {
        var known = await ReportsAsync(items.Where(i => i.Report is not null).Select(i => i.Report!.Id), cancellationToken);
        var arriving = items.Where(i => i.Report is { } report && !known.ContainsKey(report.Id)).DistinctBy(i => i.Report!.Id).ToList();
        var settled = arriving.Count == 0 ? [] : await SettleAsync(arriving, known, cancellationToken);
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is { Report: { } report })
            {
                // A second one of the batch is known by the first.
                outcomes[i] = settled.Remove(report.Id, out var result) ? result : new IntakeResult(ItemOutcome.AlreadyKnown, known[report.Id]);
            }
        }

        await LinkDocumentsAsync(items, outcomes, cancellationToken);
    }

    /// <summary>Notes which further documents hold a report that is known, so that its words can be erased there, too.</summary>
    private async Task LinkDocumentsAsync(IReadOnlyList<IntakeItem> items, IntakeResult[] outcomes, CancellationToken cancellationToken)
    {
        var links = new HashSet<(string Report, string Document)>();
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Report is { } report && outcomes[i].Report is { } stored && stored.DocumentId != report.DocumentId && report.DocumentId.Length > 0)
            {
                links.Add((stored.Id, report.DocumentId));
            }
        }

        string[] ids = [.. links.Select(l => l.Report).Distinct()];
        var known = ids.Length == 0
            ? []
            : await db.ReportDocuments.AsNoTracking().Where(l => EF.Parameter(ids).Contains(l.ReportId)).ToListAsync(cancellationToken);
        links.ExceptWith(known.Select(l => (l.ReportId, l.DocumentId)));
        db.ReportDocuments.AddRange(links.Select(l => new ReportDocumentRow { ReportId = l.Report, DocumentId = l.Document }));
    }

    /// <summary>What became of the reports that were not known before, by their ids; what is found or added counts as known then.</summary>
    private async Task<Dictionary<string, IntakeResult>> SettleAsync(
        IReadOnlyList<IntakeItem> arriving, Dictionary<string, Report> known, CancellationToken cancellationToken)
    {
        await stories.BeginAsync([.. arriving.Select(i => new ArrivingReport(i.Report!, i.Traits))], cancellationToken);
        // Another replica may have stored one before it was our turn.
        foreach (var (id, report) in await ReportsAsync(arriving.Select(i => i.Report!.Id), cancellationToken))
        {
            known[id] = report;
        }

        var added = arriving.Where(i => !known.ContainsKey(i.Report!.Id)).ToList();
        var settled = await stories.SettleAsync([.. added.Select(i => new ArrivingReport(i.Report!, i.Traits))], cancellationToken);
        foreach (var (item, what) in added.Zip(settled).Where(s => s.Second.Kind != RevisionKind.Known))
        {
            known[what.ReportId] = item.Report!;
            rows.Add(ReportRow.Of(item.Report!, item.Map, what.Number));
            Announce(item.Report!, what.Kind, item.Trace);
        }

        // The same text under other dates, or an id that the document gave to another version.
        foreach (var (id, report) in await ReportsAsync(settled.Select(s => s.ReportId).Where(id => !known.ContainsKey(id)), cancellationToken))
        {
            known[id] = report;
        }

        var results = new Dictionary<string, IntakeResult>(StringComparer.Ordinal);
        foreach (var (item, what) in added.Zip(settled))
        {
            results[item.Report!.Id] = new IntakeResult(OutcomeOf(what.Kind), known[what.ReportId]);
            known.TryAdd(item.Report!.Id, known[what.ReportId]);
        }

        return results;
    }

    private async Task<Dictionary<string, Report>> ReportsAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        string[] wanted = [.. ids.Distinct()];
        return wanted.Length == 0
            ? []
            : await db.Reports.AsNoTracking().Where(r => EF.Parameter(wanted).Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.ToReport(), cancellationToken);
    }

    private static ItemOutcome OutcomeOf(RevisionKind kind) => kind switch
    {
        RevisionKind.Known => ItemOutcome.AlreadyKnown,
        RevisionKind.Later => ItemOutcome.Revised,
        _ => ItemOutcome.Accepted,
    };

    /// <summary>An earlier version that comes late, and what its outlet withdrew, is no news.</summary>
    private void Announce(Report report, RevisionKind kind, ActivityContext trace)
    {
        if (kind == RevisionKind.Later)
        {
            rows.Add(OutboxMessage.Of(Topics.ReportRevised, ReportRevised.Descriptor.FullName, ReportEventJson.Of(report), time.GetUtcNow(), trace));
        }
        else if (kind == RevisionKind.First && !report.Withdrawn)
        {
            rows.Add(OutboxMessage.Of(Topics.ReportAccepted, ReportAccepted.Descriptor.FullName, ReportEventJson.Of(report), time.GetUtcNow(), trace));
        }
    }

    private async Task AddPositionsAsync(IReadOnlyList<IntakeItem> items, IntakeResult[] outcomes, CancellationToken cancellationToken)
    {
        string[] ids = [.. items.Where(i => i.Position is not null).Select(i => i.Position!.Id).Distinct()];
        var known = ids.Length == 0
            ? []
            : (await db.Positions.Where(p => EF.Parameter(ids).Contains(p.Id)).Select(p => p.Id).ToListAsync(cancellationToken)).ToHashSet();
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
                rows.Add(PositionRow.Of(position));
                added.Add(item);
            }
        }

        foreach (var group in added.GroupBy(i => i.Trace).SelectMany(g => g.Chunk(PositionsPerEvent)))
        {
            rows.Add(OutboxMessage.Of(Topics.PositionObserved, new PositionObserved { Positions = { group.Select(i => i.Position) } }, time.GetUtcNow(), group[0].Trace));
        }
    }
}
