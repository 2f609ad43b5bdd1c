using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Truceline.Ingest.Sources.Registry;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Ingest.Storage;

/// <summary>Registered sources in the database.</summary>
internal sealed class SourceStore(IngestDbContext db) : ISourceStore
{
    private const int MostTries = 5;

    public Task<int> CountAsync(CancellationToken cancellationToken) => db.Sources.CountAsync(cancellationToken);

    public Task<bool> HasAddressAsync(string address, string exceptId, CancellationToken cancellationToken) =>
        db.Sources.AnyAsync(s => s.Address == address && s.Id != exceptId, cancellationToken);

    public Task AddAsync(RegisteredSource source, CancellationToken cancellationToken)
    {
        db.Sources.Add(SourceRow.Of(source));
        return db.SaveChangesAsync(cancellationToken);
    }

    public async Task<RegisteredSource?> FindAsync(string id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = await db.Sources.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, cancellationToken);
        return row is null ? null : (await WithDaysAsync([row], now, cancellationToken))[0];
    }

    public async Task<IReadOnlyList<RegisteredSource>> ListAsync(
        SourceState state, bool failing, PageRequest page, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = db.Sources.AsNoTracking();
        rows = state switch
        {
            SourceState.Gone => rows.Where(s => s.IsGone),
            SourceState.Paused => rows.Where(s => !s.IsGone && s.Paused),
            SourceState.Active => rows.Where(s => !s.IsGone && !s.Paused),
            _ => rows,
        };
        if (failing)
        {
            rows = rows.Where(s => s.ConsecutiveFailures > 0);
        }

        if (!page.IsFirst)
        {
            var id = page.After[0];
            rows = rows.Where(s => string.Compare(s.Id, id) < 0);
        }

        // Ids are UUIDs of version 7, which sort by the time at which they were made.
        return await WithDaysAsync(await rows.OrderByDescending(s => s.Id).Take(page.Size + 1).ToListAsync(cancellationToken), now, cancellationToken);
    }

    public async Task<RegisteredSource?> ChangeAsync(
        string id, string etag, Func<RegisteredSource, RegisteredSource> change, DateTimeOffset now, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            db.ChangeTracker.Clear();
            var row = await db.Sources.FirstOrDefaultAsync(s => s.Id == id, cancellationToken);
            if (row is null)
            {
                return null;
            }

            var before = row.ToSource();
            if (etag.Length > 0 && etag != before.Source.Etag)
            {
                throw new DbUpdateConcurrencyException("The etag is another.");
            }

            row.Set(change(before));
            row.Version++;
            row.Revision++;
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return (await WithDaysAsync([row], now, cancellationToken))[0];
            }
            catch (DbUpdateConcurrencyException) when (tries < MostTries)
            {
                // A fetch ended meanwhile, or somebody changed it: then the etag tells.
            }
        }
    }

    public async Task<bool> RemoveAsync(string id, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var removed = await db.Sources.Where(s => s.Id == id).ExecuteDeleteAsync(cancellationToken);
        await db.SourceFetches.Where(f => f.SourceId == id).ExecuteDeleteAsync(cancellationToken);
        await db.SourceDays.Where(d => d.SourceId == id).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return removed > 0;
    }

    public async Task<bool> RequestAsync(string id, DateTimeOffset now, CancellationToken cancellationToken) =>
        await db.Sources.Where(s => s.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.NextDueTime, now).SetProperty(s => s.Revision, s => s.Revision + 1), cancellationToken) > 0;

    public async Task<IReadOnlyList<SourceFetch>> FetchesAsync(string id, PageRequest page, CancellationToken cancellationToken)
    {
        var rows = db.SourceFetches.AsNoTracking().Where(f => f.SourceId == id);
        if (!page.IsFirst)
        {
            var number = long.Parse(page.After[0], CultureInfo.InvariantCulture);
            rows = rows.Where(f => f.Number < number);
        }

        return (await rows.OrderByDescending(f => f.Number).Take(page.Size + 1).ToListAsync(cancellationToken)).ConvertAll(f => f.ToFetch());
    }

    public async Task<SourceFetch?> FetchSinceAsync(string id, DateTimeOffset instant, CancellationToken cancellationToken) =>
        (await db.SourceFetches.AsNoTracking().Where(f => f.SourceId == id && f.StartTime >= instant)
            .OrderBy(f => f.Number).FirstOrDefaultAsync(cancellationToken))?.ToFetch();

    private async Task<List<RegisteredSource>> WithDaysAsync(IReadOnlyList<SourceRow> rows, DateTimeOffset now, CancellationToken cancellationToken)
    {
        string[] ids = [.. rows.Select(r => r.Id)];
        var first = DateOnly.FromDateTime(now.UtcDateTime).AddDays(1 - RegisteredSource.CountedDays);
        var days = (await db.SourceDays.AsNoTracking().Where(d => ids.Contains(d.SourceId) && d.Day >= first).ToListAsync(cancellationToken))
            .ToLookup(d => d.SourceId);
        return [.. rows.Select(r => r.ToSource() with { Days = [.. days[r.Id].OrderByDescending(d => d.Day).Select(d => (d.Day, d.Items))] })];
    }
}
