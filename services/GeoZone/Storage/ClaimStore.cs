using System.Runtime.CompilerServices;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Truceline.Entity.V1;
using Truceline.GeoZone.Claims;
using Truceline.GeoZone.Zones;
using Truceline.ServiceDefaults.Identities;

namespace Truceline.GeoZone.Storage;

/// <summary>Claims in the database.</summary>
internal sealed class ClaimStore(GeoZoneDbContext db) : IClaimStore
{
    private const int BatchSize = 500;

    public async Task<IReadOnlyList<ReceivedClaim>> AddAsync(IEnumerable<ReceivedClaim> claims, CancellationToken cancellationToken)
    {
        var distinct = claims.DistinctBy(c => c.Claim.Id).ToList();
        var known = (await FindAsync(distinct.ConvertAll(c => c.Claim.Id), cancellationToken)).Select(c => c.Claim.Id).ToHashSet();
        var ids = distinct.ConvertAll(c => c.Claim.Id);
        var withdrawn = await db.WithdrawnClaims.AsNoTracking().Where(w => ids.Contains(w.Id)).ToDictionaryAsync(w => w.Id, w => w.Revision, cancellationToken);
        var added = distinct.Where(c => !known.Contains(c.Claim.Id) && !(withdrawn.TryGetValue(c.Claim.Id, out var gone) && c.Claim.Revision <= gone)).ToList();
        db.Claims.AddRange(added.Select(RowOf));
        return added;
    }

    public async Task<IReadOnlyList<ReceivedClaim>> RemoveAsync(IReadOnlyDictionary<string, long> revisions, bool areWithdrawn, CancellationToken cancellationToken)
    {
        var removed = new List<ReceivedClaim>();
        foreach (var ids in revisions.Keys.Chunk(BatchSize))
        {
            var rows = await db.Claims.AsNoTracking().Where(c => ids.Contains(c.Id)).ToListAsync(cancellationToken);
            var older = rows.Where(r => areWithdrawn ? r.Revision <= revisions[r.Id] : r.Revision < revisions[r.Id]).ToList();
            removed.AddRange(older.Select(ClaimOf));
            string[] gone = [.. older.Select(r => r.Id)];
            await db.Claims.Where(c => gone.Contains(c.Id)).ExecuteDeleteAsync(cancellationToken);
            if (!areWithdrawn)
                continue;
            var known = await db.WithdrawnClaims.Where(w => ids.Contains(w.Id)).ToDictionaryAsync(w => w.Id, cancellationToken);
            foreach (var id in ids)
            {
                if (known.TryGetValue(id, out var row))
                    row.Revision = Math.Max(row.Revision, revisions[id]);
                else
                    db.WithdrawnClaims.Add(new() { Id = id, Revision = revisions[id] });
            }
        }
        return removed;
    }

    public async Task<IReadOnlyList<ReceivedClaim>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var found = new List<ReceivedClaim>(ids.Count);
        foreach (var batch in ids.Chunk(BatchSize))
            found.AddRange((await db.Claims.AsNoTracking().Where(c => batch.Contains(c.Id)).ToListAsync(cancellationToken)).Select(ClaimOf));
        found.Sort((a, b) => string.CompareOrdinal(a.Claim.Id, b.Claim.Id));
        return found;
    }

    public async Task<IReadOnlyList<ReceivedClaim>> DenialsAsync(DayRange days, CancellationToken cancellationToken)
    {
        var (first, last) = (days.First.DayNumber, days.Last.DayNumber);
        var rows = await db.Claims.AsNoTracking().Where(c => c.IsDenial && c.FirstDay <= last && c.LastDay >= first).OrderBy(c => c.Id)
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(ClaimOf);
    }

    public async Task<string> StoryOfAsync(string storyId, CancellationToken cancellationToken) =>
        storyId.Length > 0 && await db.StoryMerges.AsNoTracking().FirstOrDefaultAsync(m => m.StoryId == storyId, cancellationToken) is { } merge
            ? merge.MergedInto
            : storyId;

    public async Task<IReadOnlyList<ReceivedClaim>> MergeStoriesAsync(string storyId, string into, CancellationToken cancellationToken)
    {
        // Events come in any order: the other story may have become part of a third one already.
        into = await StoryOfAsync(into, cancellationToken);
        if (storyId == into)
            return [];
        await db.StoryMerges.Where(m => m.MergedInto == storyId).ExecuteUpdateAsync(set => set.SetProperty(m => m.MergedInto, into), cancellationToken);
        if (await db.StoryMerges.FindAsync([storyId], cancellationToken) is { } known)
            known.MergedInto = into;
        else
            db.StoryMerges.Add(new() { StoryId = storyId, MergedInto = into });
        await db.Claims.Where(c => c.StoryId == storyId).ExecuteUpdateAsync(set => set.SetProperty(c => c.StoryId, into), cancellationToken);
        return (await db.Claims.AsNoTracking().Where(c => c.StoryId == into).OrderBy(c => c.Id).ToListAsync(cancellationToken)).ConvertAll(ClaimOf);
    }

    public async Task<IReadOnlyList<ReceivedClaim>> RenameAsync(
        IReadOnlyDictionary<string, (string Name, string Country)> names, CancellationToken cancellationToken)
    {
        // Ids stand in the protos; a store of a million claims is looked through in seconds, and entities are seldom merged.
        var wanted = names.Keys.Select(System.Text.Encoding.UTF8.GetBytes).ToList();
        var renamed = new List<ReceivedClaim>();
        for (var after = ""; ;)
        {
            var page = await db.Claims.AsNoTracking().Where(c => string.Compare(c.Id, after) > 0).OrderBy(c => c.Id).Take(BatchSize).ToListAsync(cancellationToken);
            foreach (var row in page.Where(r => wanted.Exists(id => r.Content.AsSpan().IndexOf(id) >= 0)))
            {
                var claim = ClaimOf(row);
                if (!ClaimParticipants.Rename(claim.Claim, names))
                    continue;
                var content = claim.Claim.ToByteArray();
                await db.Claims.Where(c => c.Id == row.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Content, content), cancellationToken);
                renamed.Add(claim);
            }
            if (page.Count < BatchSize)
                return renamed;
            after = page[^1].Id;
        }
    }

    public async IAsyncEnumerable<ReceivedClaim> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in db.Claims.AsNoTracking().OrderBy(c => c.FirstDay).ThenBy(c => c.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return ClaimOf(row);
    }

    private static ClaimRow RowOf(ReceivedClaim claim) => new()
    {
        Id = claim.Claim.Id,
        Content = claim.Claim.ToByteArray(),
        Revision = claim.Claim.Revision,
        Origin = claim.Origin.Name,
        Cited = claim.Origin.Cited,
        OriginKey = claim.Origin.Key,
        Agency = claim.Origin.Agency,
        StoryId = claim.Origin.StoryId,
        ChainId = claim.Origin.ChainId,
        ReferenceDay = claim.ReferenceDate.DayNumber,
        FirstDay = claim.Days.First.DayNumber,
        LastDay = claim.Days.Last.DayNumber,
        IsDenial = claim.IsDenial,
    };

    private static ReceivedClaim ClaimOf(ClaimRow row) =>
        new(Claim.Parser.ParseFrom(row.Content), OriginOf(row), DateOnly.FromDayNumber(row.ReferenceDay));

    // Of claims of an older schema only the name is known.
    private static ClaimOrigin OriginOf(ClaimRow row) => row.OriginKey.Length > 0 || row.Cited.Length > 0
        ? new(row.Origin, row.Cited, row.OriginKey, row.Agency, row.StoryId, row.ChainId)
        : ClaimOrigin.Named(row.Origin);
}
