using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Truceline.Events.V1;
using Truceline.Ingest.Stories;
using Truceline.Ingest.Stories.Revisions;
using Truceline.Ingest.Stories.Signatures;
using Truceline.ServiceDefaults.Events;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.Ingest.Storage;

/// <summary>
/// Gives the new reports of a batch their stories and their places among versions, in the batch's transaction. The counter <c>stories</c> makes batches of all
/// replicas take turns: what another replica stored before is read into the index first, so two copies that come to two replicas at once
/// end in one story. One for each batch.
/// </summary>
internal sealed class StoryIntake(
    IngestDbContext db, NewRows rows, StoryIndex index, StoryIndexReader reader, VersionsInBatch versions, ISharedSignatures shared, TimeProvider time)
{
    private const string Counter = "stories";
    private readonly List<string> _brought = [];
    private readonly List<IndexedReport> _settled = [];
    private readonly List<(string Story, string Into)> _joined = [];
    private long _next;
    private long _last;

    /// <summary>Waits until the index is there, and for this batch's turn; begins the transaction.</summary>
    /// <param name="arriving">The batch's reports, those that are stored already among them.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task BeginAsync(IReadOnlyList<ArrivingReport> arriving, CancellationToken cancellationToken)
    {
        await index.Loaded.WaitAsync(cancellationToken);
        await shared.BringAsync([.. arriving.Select(a => a.Traits.Signature)], cancellationToken);
        await reader.ReadAsync(db, cancellationToken);
        _next = await db.CountUpAsync(Counter, arriving.Count, cancellationToken);
        _last = _next + arriving.Count - 1;
        if (index.Sequence < _next - 1)
        {
            await reader.ReadAsync(db, cancellationToken);
            index.Advance(_next - 1);
        }
    }

    /// <summary>What each report is; adds rows for those that are new, and the events of stories that became one.</summary>
    /// <param name="arriving">New reports, no id twice; their fields are set.</param>
    /// <param name="cancellationToken">Ends the work; the batch is undone then.</param>
    internal async Task<IReadOnlyList<SettledReport>> SettleAsync(IReadOnlyList<ArrivingReport> arriving, CancellationToken cancellationToken)
    {
        await versions.LoadAsync(arriving, cancellationToken);
        var settled = new List<SettledReport>(arriving.Count);
        var links = new StoryLinks();
        var added = new List<ArrivingReport>();
        foreach (var report in arriving)
        {
            var decision = versions.Settle(report);
            var isNew = decision.Kind != RevisionKind.Known;
            settled.Add(new SettledReport(decision.Kind, decision.Version.ReportId, isNew ? _next : 0));
            if (isNew)
            {
                added.Add(report with { Number = _next++ });
                Link(report, links);
            }
        }

        await TellStoriesAsync(added, links, cancellationToken);
        return settled;
    }

    /// <summary>The transaction is committed: the index knows what the store knows.</summary>
    internal void Commit()
    {
        foreach (var (story, into) in _joined)
        {
            index.Join(story, into);
        }

        index.Advance(_last);
        shared.Share(_settled);
    }

    /// <summary>The transaction is not, or not surely, committed: the index forgets what it brought. What was committed after all is read again.</summary>
    internal void Undo()
    {
        foreach (var report in _brought)
        {
            index.Near.Remove(report);
        }
    }

    private void Link(ArrivingReport arriving, StoryLinks links)
    {
        var (report, signature) = (arriving.Report, arriving.Traits.Signature);
        report.StoryId = StorySummary.IdOf(report.Id);
        foreach (var match in index.Near.FindAll(signature))
        {
            links.Link(report.StoryId, index.Resolve(match.StoryId));
        }

        // Versions of one report are one story, however much was rewritten.
        if (versions.StoryOf(report.ChainId) is { } story)
        {
            links.Link(report.StoryId, index.Resolve(story));
        }

        versions.Put(report);
        index.Near.Add(report.StoryId, report.Id, signature);
        _brought.Add(report.Id);
    }

    private async Task TellStoriesAsync(List<ArrivingReport> added, StoryLinks links, CancellationToken cancellationToken)
    {
        var touched = links.All();
        var known = touched.Count == 0
            ? []
            : await db.Stories.Where(s => touched.Contains(s.Id)).Where(StoryRow.IsWhole).ToListAsync(cancellationToken);
        var byRoot = known.ToLookup(r => links.RootOf(r.Id));
        foreach (var group in added.GroupBy(a => links.RootOf(a.Report.StoryId)))
        {
            var stored = byRoot[group.Key].ToList();
            var (story, number) = await JoinAsync(stored, group.First().Number, cancellationToken);
            foreach (var (report, traits, own) in group)
            {
                story = story is null ? StorySummary.Of(report) : story.Join(StorySummary.Of(report));
                report.StoryId = story.Id;
                index.Near.Add(story.Id, report.Id, traits.Signature);
                _settled.Add(new IndexedReport(story.Id, report.Id, traits.Signature));
                rows.Add(StoryReportRow.Of(report, traits, own, number));
            }

            Put(story!, number, stored.Find(r => r.Id == story!.Id));
            foreach (var (report, _, _) in group.Where(a => a.Report.Origin is { Agency: "" } && story!.Agencies.Count > 0))
            {
                // A copy counts as the agency's that another copy names.
                report.Origin.Key = story!.Agencies[0];
            }
        }
    }

    private void Put(StorySummary story, long number, StoryRow? row)
    {
        if (row is null)
        {
            rows.Add(StoryRow.Of(story, number));
        }
        else
        {
            row.Set(story);
        }
    }

    /// <summary>Makes one of the stories that turned out to be one, and says its number; null when there is none, and the report that begins one.</summary>
    private async Task<(StorySummary? Story, long Number)> JoinAsync(List<StoryRow> stored, long joining, CancellationToken cancellationToken)
    {
        if (stored.Count == 0)
        {
            return (null, joining);
        }

        var story = StoryLinks.Survivor(stored.Select(r => r.ToSummary()));
        var into = story.Id;
        var number = stored.Find(r => r.Id == into)!.Number;
        foreach (var row in stored.Where(r => r.Id != into))
        {
            var (id, own) = (row.Id, row.Number);
            story = story.Join(row.ToSummary());
            (row.MergedInto, row.MergedSequence, row.Reports) = (into, joining, 0);
            await db.Stories.Where(s => s.MergedInto == id).ExecuteUpdateAsync(
                set => set.SetProperty(s => s.MergedInto, into).SetProperty(s => s.MergedSequence, joining), cancellationToken);
            await db.Reports.Where(r => db.StoryReports.Where(w => w.StoryNumber == own).Select(w => w.Sequence).Contains(r.Sequence))
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.StoryId, into), cancellationToken);
            await db.StoryReports.Where(r => r.StoryNumber == own).ExecuteUpdateAsync(
                set => set.SetProperty(r => r.StoryId, into).SetProperty(r => r.StoryNumber, number), cancellationToken);
            var now = time.GetUtcNow();
            db.Publish(Topics.StoryMerged, new StoryMerged { StoryId = id, MergedInto = into, MergedTime = Timestamp.FromDateTimeOffset(now) }, now);
            _joined.Add((id, into));
        }

        return (story, number);
    }
}
