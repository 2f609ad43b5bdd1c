using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Truceline.Ingest.Sources;
using Truceline.Ingest.Sources.Polling;
using Truceline.Ingest.Sources.Registry;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Storage;

/// <summary>What the poller reads and writes, in the database.</summary>
internal sealed class SourcePollingStore(IngestDbContext db, IOptions<SourcesOptions> options) : IPollingStore
{
    private const int MostTries = 5;

    public async Task<IReadOnlyList<RegisteredSource>> DueAsync(
        DateTimeOffset now, IReadOnlyCollection<string> exceptHosts, int limit, CancellationToken cancellationToken) =>
        (await db.Sources.AsNoTracking()
            .Where(s => s.NextDueTime <= now && !exceptHosts.Contains(s.Host))
            .OrderBy(s => s.NextDueTime).ThenBy(s => s.Id)
            .Take(limit)
            .ToListAsync(cancellationToken)).ConvertAll(s => s.ToSource());

    public async Task<bool> ClaimAsync(RegisteredSource source, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var (id, due) = (source.Source.Id, source.State.NextDue);
        return await db.Sources.Where(s => s.Id == id && s.NextDueTime == due).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.NextDueTime, until).SetProperty(s => s.Revision, s => s.Revision + 1), cancellationToken) > 0;
    }

    public async Task SaveAsync(FetchResult result, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await TrySaveAsync(result, cancellationToken);
                return;
            }
            catch (DbUpdateConcurrencyException) when (tries < MostTries)
            {
                // Somebody changed the source meanwhile.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task TrySaveAsync(FetchResult result, CancellationToken cancellationToken)
    {
        var id = result.Source.Source.Id;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Sources.FirstOrDefaultAsync(s => s.Id == id, cancellationToken) is not { } row)
        {
            return;
        }

        Apply(row, result);
        db.SourceFetches.Add(SourceFetchRow.Of(id, result.Fetch));
        await CountAsync(id, result.Fetch, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await TrimAsync(id, cancellationToken);
        if (result.PausedHost is { } paused)
        {
            await db.Sources.Where(s => s.Host == paused.Host && s.NextDueTime < paused.Until).ExecuteUpdateAsync(
                set => set.SetProperty(s => s.NextDueTime, paused.Until).SetProperty(s => s.Revision, s => s.Revision + 1), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static void Apply(SourceRow row, FetchResult result)
    {
        // What was learnt of an address that is no longer the source's is of no use to it.
        if (row.Address != result.Source.Source.Address)
        {
            return;
        }

        // Another time than the claim's was set by somebody who changed it or asked for a fetch.
        var wanted = row.NextDueTime == result.ClaimedUntil ? null : row.NextDueTime;
        row.Set(result.State);
        row.NextDueTime = wanted ?? (row.Paused ? null : result.State.NextDue);
        row.Revision++;
        if (result.NewAddress is { } address)
        {
            row.RegisteredAddress = row.RegisteredAddress.Length > 0 ? row.RegisteredAddress : row.Address;
            row.SetAddress(address);
            row.Version++;
        }
    }

    private async Task CountAsync(string id, SourceFetch fetch, CancellationToken cancellationToken)
    {
        var items = fetch.AcceptedCount + fetch.RevisedCount;
        if (items == 0)
        {
            return;
        }

        var day = DateOnly.FromDateTime(fetch.StartTime.ToDateTime());
        if (await db.SourceDays.FirstOrDefaultAsync(d => d.SourceId == id && d.Day == day, cancellationToken) is { } row)
        {
            row.Items += items;
        }
        else
        {
            db.SourceDays.Add(new SourceDayRow { SourceId = id, Day = day, Items = items });
        }

        var oldest = day.AddDays(-RegisteredSource.CountedDays);
        await db.SourceDays.Where(d => d.SourceId == id && d.Day < oldest).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task TrimAsync(string id, CancellationToken cancellationToken)
    {
        var last = await db.SourceFetches.Where(f => f.SourceId == id)
            .OrderByDescending(f => f.Number).Skip(options.Value.FetchesKept).Select(f => (long?)f.Number).FirstOrDefaultAsync(cancellationToken);
        if (last is { } number)
        {
            await db.SourceFetches.Where(f => f.SourceId == id && f.Number <= number).ExecuteDeleteAsync(cancellationToken);
        }
    }
}
