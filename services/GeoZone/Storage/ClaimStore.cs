using System.Runtime.CompilerServices;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Truceline.Entity.V1;
using Truceline.GeoZone.Claims;
using Truceline.GeoZone.Zones;

namespace Truceline.GeoZone.Storage;

/// <summary>Claims in the database.</summary>
internal sealed class ClaimStore(GeoZoneDbContext db) : IClaimStore
{
    private const int BatchSize = 500;

    public async Task<IReadOnlyList<ReceivedClaim>> AddAsync(IEnumerable<ReceivedClaim> claims, CancellationToken cancellationToken)
    {
        var distinct = claims.DistinctBy(c => c.Claim.Id).ToList();
        var known = (await FindAsync(distinct.ConvertAll(c => c.Claim.Id), cancellationToken)).Select(c => c.Claim.Id).ToHashSet();
        var added = distinct.Where(c => !known.Contains(c.Claim.Id)).ToList();
        db.Claims.AddRange(added.Select(RowOf));
        return added;
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

    public async IAsyncEnumerable<ReceivedClaim> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in db.Claims.AsNoTracking().OrderBy(c => c.FirstDay).ThenBy(c => c.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return ClaimOf(row);
    }

    private static ClaimRow RowOf(ReceivedClaim claim) => new()
    {
        Id = claim.Claim.Id,
        Content = claim.Claim.ToByteArray(),
        Origin = claim.Origin,
        ReferenceDay = claim.ReferenceDate.DayNumber,
        FirstDay = claim.Days.First.DayNumber,
        LastDay = claim.Days.Last.DayNumber,
        IsDenial = claim.IsDenial,
    };

    private static ReceivedClaim ClaimOf(ClaimRow row) =>
        new(Claim.Parser.ParseFrom(row.Content), row.Origin, DateOnly.FromDayNumber(row.ReferenceDay));
}
