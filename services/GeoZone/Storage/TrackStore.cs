using System.Globalization;
using System.Security.Cryptography;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Truceline.Events.V1;
using Truceline.GeoZone.Tracks;
using Truceline.GeoZone.Tracks.Course;
using Truceline.GeoZone.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.ServiceDefaults.Paging;
using Truceline.ServiceDefaults.Storage;
using ChangeProto = Truceline.GeoZone.V1.TransitionChange;
using News = Truceline.GeoZone.Tracks.Course.TransitionNews;

namespace Truceline.GeoZone.Storage;

/// <summary>Tracks, fixes and transitions in the database. States come from the cache where it holds that of the row's stamp.</summary>
internal sealed class TrackStore(GeoZoneDbContext db, TrackStateCache states, TimeProvider time) : ITrackStore
{
    private const string Counter = "transitions", NewTracks = "new-tracks";
    private const int MostOfAnEvent = 500;

    private readonly Dictionary<string, TrackRow> _found = new(StringComparer.Ordinal);

    public async Task<Dictionary<string, StoredTrack>> FindAsync(IReadOnlyCollection<string> objectIds, CancellationToken cancellationToken)
    {
        var ids = objectIds.ToArray();
        var rows = await db.Tracks.AsNoTracking().Where(t => EF.Parameter(ids).Contains(t.ObjectId)).Select(t => new TrackRow
        {
            ObjectId = t.ObjectId,
            Stamp = t.Stamp,
            Name = t.Name,
            Type = t.Type,
            LastTime = t.LastTime,
            LastLatitude = t.LastLatitude,
            LastLongitude = t.LastLongitude,
            LastRadiusM = t.LastRadiusM,
            West = t.West,
            South = t.South,
            East = t.East,
            North = t.North,
            Basis = t.Basis,
        }).ToListAsync(cancellationToken);
        var cached = rows.Count > 0 ? await states.FindAsync(rows.ConvertAll(r => r.ObjectId), cancellationToken) : [];
        foreach (var row in rows)
        {
            if (cached.TryGetValue(row.ObjectId, out var state) && state.Stamp == row.Stamp)
                row.State = state.State;
        }
        string[] missing = [.. rows.Where(r => r.State.Length == 0).Select(r => r.ObjectId)];
        if (missing.Length > 0)
        {
            var read = await db.Tracks.AsNoTracking().Where(t => EF.Parameter(missing).Contains(t.ObjectId)).Select(t => new { t.ObjectId, t.State }).ToListAsync(cancellationToken);
            foreach (var state in read)
            {
                // One that was changed between the two readings fails when it is saved.
                var row = rows.First(r => r.ObjectId == state.ObjectId);
                row.State = state.State;
            }
        }
        foreach (var row in rows)
            _found[row.ObjectId] = row;
        return rows.ToDictionary(r => r.ObjectId, Read, StringComparer.Ordinal);
    }

    public Task TurnAsync(CancellationToken cancellationToken) => db.CountUpAsync(NewTracks, 1, cancellationToken);

    public async Task<HashSet<string>> KnownAsync(IReadOnlyCollection<string> positionIds, CancellationToken cancellationToken)
    {
        var ids = positionIds.ToArray();
        return [.. await db.TrackFixes.AsNoTracking().Where(f => EF.Parameter(ids).Contains(f.PositionId)).Select(f => f.PositionId).ToListAsync(cancellationToken)];
    }

    public async Task<List<Fix>> FixesAsync(string objectId, DateTimeOffset from, CancellationToken cancellationToken) =>
        (await db.TrackFixes.AsNoTracking().Where(f => f.ObjectId == objectId && f.Time >= from).ToListAsync(cancellationToken)).ConvertAll(Read);

    public async Task<List<(string ObjectId, Fix Fix)>> FixesAsync(DateTimeOffset from, DateTimeOffset to, int most, CancellationToken cancellationToken) =>
        (await db.TrackFixes.AsNoTracking().Where(f => f.Time >= from && f.Time < to).OrderByDescending(f => f.Time).Take(most).ToListAsync(cancellationToken))
            .ConvertAll(f => (f.ObjectId, Read(f)));

    public void Add(IEnumerable<StoredFix> fixes) => db.TrackFixes.AddRange(fixes.Select(f => new TrackFixRow
    {
        PositionId = f.PositionId,
        ObjectId = f.ObjectId,
        Time = new(f.Fix.Ticks, TimeSpan.Zero),
        Latitude = f.Fix.Latitude,
        Longitude = f.Fix.Longitude,
        RadiusM = f.Fix.RadiusM,
    }));

    public void Put(StoredTrack track)
    {
        var stamp = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));
        var known = _found.GetValueOrDefault(track.ObjectId);
        var row = new TrackRow { ObjectId = track.ObjectId, Stamp = known?.Stamp ?? stamp };
        if (known is null)
            db.Tracks.Add(row);
        else
            db.Tracks.Update(row);
        row.Stamp = stamp;
        (row.Name, row.Type, row.Basis, row.State) = (track.Name, track.Type, track.Basis, track.State);
        (row.LastTime, row.LastLatitude, row.LastLongitude, row.LastRadiusM) = (new(track.Last.Ticks, TimeSpan.Zero), track.Last.Latitude, track.Last.Longitude, track.Last.RadiusM);
        (row.West, row.South, row.East, row.North) = track.Box;
        states.Keep(track.ObjectId, stamp, track.State);
    }

    public async Task<List<TrackTransition>> HoldingAsync(TransitionTeller teller, string? objectId, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var rows = db.Transitions.AsNoTracking().Where(t => t.Teller == (int)teller && !t.IsCancelled && t.Time >= from);
        if (objectId is not null)
            rows = rows.Where(t => t.ObjectId == objectId);
        return (await rows.Select(t => t.Content).ToListAsync(cancellationToken)).ConvertAll(TrackTransition.Parser.ParseFrom);
    }

    public async Task RecordAsync(TransitionTeller teller, IReadOnlyList<(News News, TrackTransition Transition)> changes, CancellationToken cancellationToken)
    {
        if (changes.Count == 0)
            return;
        var sequence = await db.CountUpAsync(Counter, changes.Count, cancellationToken);
        var now = time.GetUtcNow();
        string[] ids = [.. changes.Select(c => c.Transition.Id).Distinct()];
        var rows = await db.Transitions.Where(t => EF.Parameter(ids).Contains(t.Id)).ToDictionaryAsync(t => t.Id, cancellationToken);
        List<ChangeProto> told = [];
        foreach (var (news, transition) in changes)
        {
            if (!rows.TryGetValue(transition.Id, out var row))
            {
                rows[transition.Id] = row = new()
                {
                    Id = transition.Id,
                    Teller = (int)teller,
                    ObjectId = transition.ObjectId,
                    FenceId = transition.FenceId,
                    Area = transition.Area,
                    Time = transition.Time.ToDateTimeOffset(),
                    IsCancelled = false,
                    Content = [],
                };
                db.Transitions.Add(row);
            }
            (row.IsCancelled, row.Content) = (news == News.Cancelled, transition.ToByteArray());
            var change = new ChangeProto { Sequence = sequence++, News = (V1.TransitionNews)news, Transition = transition, RecordedTime = now.ToTimestamp() };
            db.TransitionChanges.Add(new() { Sequence = change.Sequence, RecordedTime = now, Content = change.ToByteArray() });
            told.Add(change);
        }
        foreach (var some in told.Chunk(MostOfAnEvent))
            db.Publish(Topics.TrackTransitioned, new TrackTransitioned { Changes = { some } }, now);
    }

    public async Task<List<StoredTrack>> PageAsync(string after, int count, CancellationToken cancellationToken) =>
        (await db.Tracks.AsNoTracking().Where(t => string.Compare(t.ObjectId, after) > 0).OrderBy(t => t.ObjectId).Take(count)
            .Select(t => new { t.ObjectId, t.West, t.South, t.East, t.North, t.Basis }).ToListAsync(cancellationToken))
            .ConvertAll(t => new StoredTrack(t.ObjectId) { Box = (t.West, t.South, t.East, t.North), Basis = t.Basis });

    public Task<List<string>> RecentAsync(DateTimeOffset from, CancellationToken cancellationToken) =>
        db.Tracks.AsNoTracking().Where(t => t.LastTime >= from).OrderBy(t => t.ObjectId).Select(t => t.ObjectId).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<TrackTransition>> ListAsync(string objectId, string fenceId, string area, PageRequest page, CancellationToken cancellationToken)
    {
        var rows = db.Transitions.AsNoTracking().Where(t => !t.IsCancelled);
        if (objectId.Length > 0)
            rows = rows.Where(t => t.ObjectId == objectId);
        if (fenceId.Length > 0)
            rows = rows.Where(t => t.FenceId == fenceId);
        if (area.Length > 0)
            rows = rows.Where(t => t.Area == area);
        if (!page.IsFirst && DateTimeOffset.TryParse(page.After[0], CultureInfo.InvariantCulture, out var last))
        {
            var id = page.After[1];
            rows = rows.Where(t => t.Time < last || (t.Time == last && string.Compare(t.Id, id) > 0));
        }
        return (await rows.OrderByDescending(t => t.Time).ThenBy(t => t.Id).Take(page.Size + 1).Select(t => t.Content).ToListAsync(cancellationToken)).ConvertAll(TrackTransition.Parser.ParseFrom);
    }

    public async Task<IReadOnlyList<ChangeProto>> ChangesAsync(long after, int count, CancellationToken cancellationToken) =>
        (await db.TransitionChanges.AsNoTracking().Where(c => c.Sequence > after).OrderBy(c => c.Sequence).Take(count).Select(c => c.Content).ToListAsync(cancellationToken))
            .ConvertAll(ChangeProto.Parser.ParseFrom);

    public Task<long> LastSequenceAsync(CancellationToken cancellationToken) =>
        db.TransitionChanges.AsNoTracking().OrderByDescending(c => c.Sequence).Select(c => c.Sequence).FirstOrDefaultAsync(cancellationToken);

    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        if (db.Database.CurrentTransaction is { } transaction)
            await transaction.CommitAsync(cancellationToken);
    }

    private static Fix Read(TrackFixRow row) => new(row.Time.UtcTicks, row.Latitude, row.Longitude, row.RadiusM);

    private static StoredTrack Read(TrackRow row) => new(row.ObjectId)
    {
        Name = row.Name,
        Type = row.Type,
        Last = new(row.LastTime.UtcTicks, row.LastLatitude, row.LastLongitude, row.LastRadiusM),
        Box = (row.West, row.South, row.East, row.North),
        Basis = row.Basis,
        State = row.State,
    };
}
