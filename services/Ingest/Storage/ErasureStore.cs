using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Truceline.Ingest.Retention;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Caching;
using Truceline.ServiceDefaults.Erasure;
using Truceline.ServiceDefaults.Paging;
using ZiggyCreatures.Caching.Fusion;

namespace Truceline.Ingest.Storage;

/// <summary>Erases in the database. Each erasure is one transaction with its record and the events that tell of it; copies in the caches go after its commit.</summary>
internal sealed class ErasureStore(
    IngestDbContext db, ErasedDocuments documents, EventErasure events, ErasureAnnouncer announcer, IFusionCache cache, TimeProvider time) : IErasureStore
{
    // Reports that one call looks through, and how many are in memory at once.
    private const int LookedThrough = 5000;
    private const int PageSize = 200;

    public async Task<Erasure> EraseReportsAsync(IReadOnlyCollection<string> reportIds, bool eraseUrl, ErasureOrder order, CancellationToken cancellationToken)
    {
        string[] ids = [.. reportIds.Distinct()];
        return await EraseAsync(await db.Reports.Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken), [], eraseUrl, order, cancellationToken);
    }

    public async Task<(Erasure Erasure, bool More)?> EraseDocumentAsync(
        string documentId, bool withReports, ErasureOrder order, CancellationToken cancellationToken)
    {
        if (!await db.Documents.AnyAsync(d => d.Id == documentId, cancellationToken))
        {
            return null;
        }

        var rows = !withReports ? [] : await db.Reports.Where(r => r.DocumentId == documentId && (r.ErasedTime == null || r.Text != ""))
            .OrderBy(r => r.Id).Take(IErasureStore.MostReports + 1).ToListAsync(cancellationToken);
        var erasure = await EraseAsync(rows[..Math.Min(rows.Count, IErasureStore.MostReports)], [documentId], eraseUrl: false, order, cancellationToken);
        return (erasure, rows.Count > IErasureStore.MostReports);
    }

    public async Task<PersonErasure> ErasePersonAsync(
        PersonWords words, IReadOnlyCollection<string> reportIds, string after, ErasureOrder order, CancellationToken cancellationToken)
    {
        var (matches, changed, last) = (new List<PersonMatch>(), new List<string>(), after);
        var isAll = false;
        for (var looked = 0; looked < LookedThrough && changed.Count < IErasureStore.MostReports && !isAll; looked += PageSize)
        {
            var from = last;
            var page = db.Reports.AsNoTracking().Where(r => string.Compare(r.Id, from) > 0);
            page = reportIds.Count > 0 ? page.Where(r => reportIds.Contains(r.Id)) : page;
            var rows = await page.OrderBy(r => r.Id).Take(PageSize).ToListAsync(cancellationToken);
            foreach (var report in rows.ConvertAll(r => r.ToReport()))
            {
                var (text, fields) = ReportRedaction.Cover(report, words);
                if (text + fields > 0)
                {
                    matches.Add(new PersonMatch { ReportId = report.Id, TextCount = text, FieldCount = fields });
                    changed.Add(report.Id);
                }
            }

            isAll = rows.Count < PageSize;
            last = isAll ? "" : rows[^1].Id;
        }

        return new PersonErasure(await CoverAsync(changed, words, order, cancellationToken), matches, last);
    }

    public async Task<IReadOnlyList<Erasure>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var rows = db.Erasures.AsNoTracking();
        if (!page.IsFirst)
        {
            var before = page.After[0];
            rows = rows.Where(e => string.Compare(e.Id, before) < 0);
        }

        var found = await rows.OrderByDescending(e => e.Id).Take(page.Size + 1).Select(e => e.Content).ToListAsync(cancellationToken);
        return found.ConvertAll(Erasure.Parser.ParseFrom);
    }

    private async Task<Erasure> EraseAsync(
        List<ReportRow> rows, IReadOnlyList<string> documentIds, bool eraseUrl, ErasureOrder order, CancellationToken cancellationToken)
    {
        var pending = rows.Where(r => r.ErasedTime is null || r.Text.Length > 0).ToList();
        var before = pending.ConvertAll(r => r.ToReport());
        var after = before.ConvertAll(r => r.Clone());
        after.ForEach(r =>
        {
            ErasedReports.Empty(r);
            r.Url = eraseUrl ? "" : r.Url;
        });
        return await SaveAsync(pending, before, after, documentIds, order, eraseUrl, id => new ErasedNames(
            Whole: true, [.. ErasedReports.PersonsOf(before.Find(r => r.Id == id)!)]), cancellationToken);
    }

    private async Task<Erasure> CoverAsync(List<string> ids, PersonWords words, ErasureOrder order, CancellationToken cancellationToken)
    {
        var rows = await db.Reports.Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken);
        var before = rows.ConvertAll(r => r.ToReport());
        var after = before.ConvertAll(r => r.Clone());
        after.ForEach(r => ReportRedaction.Cover(r, words));
        return await SaveAsync(rows, before, after, [], order, eraseUrl: false,
            _ => new ErasedNames(Whole: false, words.Words), cancellationToken, title => words.Cover(title, out var _));
    }

    private async Task<Erasure> SaveAsync(
        List<ReportRow> rows, List<Report> before, List<Report> after, IReadOnlyList<string> documentIds, ErasureOrder order, bool eraseUrl,
        Func<string, ErasedNames> namesOf, CancellationToken cancellationToken, Func<string, string>? cover = null)
    {
        var now = time.GetUtcNow();
        string[] ids = [.. rows.Select(r => r.Id)];
        var others = await db.ReportDocuments.Where(l => EF.Parameter(ids).Contains(l.ReportId)).Select(l => l.DocumentId).ToListAsync(cancellationToken);
        var held = await documents.HeldAsync([.. rows.Select(r => r.DocumentId).Concat(others).Concat(documentIds).Distinct()], cancellationToken);
        var erasure = new Erasure
        {
            Kind = order.Kind,
            Time = Timestamp.FromDateTimeOffset(now),
            Reason = order.Reason,
            RequestedBy = order.RequestedBy,
            ReportIds = { rows.Select(r => r.Id) },
            DocumentIds = { held },
        };
        if (order.DryRun || (rows.Count == 0 && held.Count == 0))
        {
            return erasure;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        erasure.Id = Guid.CreateVersion7(now).ToString();
        db.Erasures.Add(ErasureRow.Of(erasure));
        for (var i = 0; i < rows.Count; i++)
        {
            rows[i].Erase(after[i], now);
            after[i].ErasedTime = Timestamp.FromDateTimeOffset(now);
        }

        await CoverStoriesAsync(before, cover, cancellationToken);
        await documents.EraseAsync(held, eraseUrl, now, cancellationToken);
        var byId = after.ToDictionary(r => r.Id);
        await events.EraseAsync(byId.Keys.ToHashSet(StringComparer.Ordinal), message => ErasedEvents.Replace(message, byId), cancellationToken);
        announcer.Announce([.. byId.Keys], namesOf, now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        foreach (var id in byId.Keys)
        {
            await cache.ForgetAsync(ReportStore.KeyOf(id));
        }

        return erasure;
    }

    private async Task CoverStoriesAsync(List<Report> before, Func<string, string>? cover, CancellationToken cancellationToken)
    {
        // A story's title is that of one of its reports.
        var titles = before.Select(r => r.Title).Where(t => t.Length > 0).ToHashSet(StringComparer.Ordinal);
        string[] ids = [.. before.Select(r => r.StoryId).Distinct()];
        foreach (var story in await db.Stories.Where(s => ids.Contains(s.Id) || ids.Contains(s.MergedInto)).ToListAsync(cancellationToken))
        {
            story.Title = cover is not null ? cover(story.Title) : titles.Contains(story.Title) ? "" : story.Title;
        }
    }
}
