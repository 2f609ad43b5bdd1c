using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Truceline.GeoZone.Zones.Versions;
using Truceline.ServiceDefaults.Paging;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.GeoZone.Storage;

/// <summary>Versions in the database.</summary>
internal sealed class VersionStore(GeoZoneDbContext db) : IVersionStore
{
    internal const string Counter = "zone-versions";

    public async Task<KeptObject?> FindAsync(KeptKey key, CancellationToken cancellationToken) =>
        await db.KeptObjects.AsNoTracking().FirstOrDefaultAsync(k => k.Kind == key.Kind && k.Id == key.Id, cancellationToken) is { } row
            ? new(key, row.AgreementId, row.Revision)
            : null;

    public async Task<IReadOnlyList<KeptVersion>> KnownAsync(KeptKey key, CancellationToken cancellationToken) =>
        (await Of(key).Where(v => v.KnownTo == null).OrderBy(v => v.FirstDay).ToListAsync(cancellationToken)).ConvertAll(VersionRowMapper.ToVersion);

    public async Task<KeptVersion?> OnAsync(KeptKey key, VersionMoment moment, CancellationToken cancellationToken) =>
        await Of(key).KnownAt(moment.Known).On(moment.Day).FirstOrDefaultAsync(cancellationToken) is { } row ? VersionRowMapper.ToVersion(row) : null;

    public async Task<KeptVersion?> VersionAsync(KeptKey key, int number, CancellationToken cancellationToken) =>
        await Of(key).FirstOrDefaultAsync(v => v.Number == number, cancellationToken) is { } row ? VersionRowMapper.ToVersion(row) : null;

    public async Task<IReadOnlyList<KeptVersion>> HistoryAsync(KeptKey key, PageRequest page, CancellationToken cancellationToken)
    {
        var after = page.IsFirst || !int.TryParse(page.After[0], CultureInfo.InvariantCulture, out var number) ? 0 : number;
        return (await Of(key).Where(v => v.Number > after).OrderBy(v => v.Number).Take(page.Size + 1).ToListAsync(cancellationToken)).ConvertAll(VersionRowMapper.ToVersion);
    }

    public async Task<IReadOnlyList<KeptKey>> DependentsAsync(KeptKey key, CancellationToken cancellationToken) =>
        await db.KeptNames.AsNoTracking().Where(n => n.NamedKind == key.Kind && n.NamedId == key.Id).OrderBy(n => n.Id)
            .Select(n => new KeptKey(n.Kind, n.Id)).ToListAsync(cancellationToken);

    public async Task PutAsync(IReadOnlyList<KeptChange> changes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (changes.Count == 0)
            return;
        var number = await db.CountUpAsync(Counter, 1, cancellationToken);
        var time = await LaterThanAllAsync(now, cancellationToken);
        foreach (var change in changes)
            await PutAsync(change, number, time, cancellationToken);
        foreach (var id in changes.Where(c => c.Key.Kind == KeptKind.Zone && c.AgreementId.Length > 0).Select(c => c.AgreementId).Distinct())
        {
            if (await db.Agreements.FindAsync([id], cancellationToken) is { } agreement)
                agreement.ZonesRevision = number;
        }
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task<IReadOnlyDictionary<string, IReadOnlyList<Era>>> ZonesOfAsync(string agreementId, CancellationToken cancellationToken)
    {
        var rows = await db.KeptVersions.AsNoTracking().Where(v => v.AgreementId == agreementId && v.Kind == KeptKind.Zone && v.KnownTo == null)
            .OrderBy(v => v.FirstDay).ToListAsync(cancellationToken);
        var eras = rows.Select(VersionRowMapper.ToVersion).Zip(rows)
            .GroupBy(pair => pair.Second.Id, pair => new Era(pair.First.Days, pair.First.Body))
            .ToDictionary(g => g.Key, IReadOnlyList<Era> (g) => [.. g]);
        // One of which no version is known any more is nowhere, whatever the agreement says of it.
        foreach (var id in await db.KeptObjects.AsNoTracking().Where(k => k.AgreementId == agreementId && k.Kind == KeptKind.Zone).Select(k => k.Id).ToListAsync(cancellationToken))
            eras.TryAdd(id, []);
        return eras;
    }

    private IQueryable<KeptVersionRow> Of(KeptKey key) => db.KeptVersions.AsNoTracking().Where(v => v.Kind == key.Kind && v.Id == key.Id);

    /// <summary>Clocks of replicas differ, and several changes may fall into one tick: system time goes on all the same.</summary>
    private async Task<DateTimeOffset> LaterThanAllAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rounded = new DateTimeOffset(now.UtcTicks - now.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
        var last = await db.KeptObjects.AsNoTracking().OrderByDescending(k => k.ChangeNumber).Select(k => (DateTimeOffset?)k.ChangedTime).FirstOrDefaultAsync(cancellationToken);
        return last >= rounded ? last.Value.AddTicks(TimeSpan.TicksPerMicrosecond) : rounded;
    }

    private async Task PutAsync(KeptChange change, long number, DateTimeOffset time, CancellationToken cancellationToken)
    {
        var key = change.Key;
        if (await db.KeptObjects.FindAsync([key.Kind, key.Id], cancellationToken) is not { } row)
        {
            db.KeptObjects.Add(row = new()
            {
                Kind = key.Kind,
                Id = key.Id,
                AgreementId = change.AgreementId,
                Revision = 0,
                LastNumber = 0,
                ChangeNumber = 0,
                ChangedTime = time,
            });
        }
        (row.Revision, row.ChangeNumber, row.ChangedTime) = (row.Revision + 1, number, time);
        var superseded = change.Superseded.Select(v => v.Number).ToList();
        foreach (var old in await db.KeptVersions.Where(v => v.Kind == key.Kind && v.Id == key.Id && superseded.Contains(v.Number)).ToListAsync(cancellationToken))
            old.KnownTo = time;
        foreach (var era in change.Added)
        {
            row.LastNumber++;
            db.KeptVersions.Add(VersionRowMapper.ToRow(key, change.AgreementId, new(row.LastNumber, era.Days, era.Body, time, null, change.ChangedBy)));
        }
        var named = await db.KeptNames.Where(n => n.Kind == key.Kind && n.Id == key.Id).ToListAsync(cancellationToken);
        db.KeptNames.RemoveRange(named.Where(n => !change.Names.Contains(new(n.NamedKind, n.NamedId))));
        db.KeptNames.AddRange(change.Names.Except(named.Select(n => new KeptKey(n.NamedKind, n.NamedId)))
            .Select(n => new KeptNameRow { Kind = key.Kind, Id = key.Id, NamedKind = n.Kind, NamedId = n.Id }));
    }
}
