using System.Globalization;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Truceline.Entity.Entities;
using Truceline.Entity.Readings;
using Truceline.Entity.V1;
using Truceline.ServiceDefaults.Caching;
using Truceline.ServiceDefaults.Paging;
using ZiggyCreatures.Caching.Fusion;
using ReadingProto = Truceline.Entity.V1.Reading;

namespace Truceline.Entity.Storage;

/// <summary>
/// Readings in the database. With a back plane they are cached as protos in their wire form under <c>entity:reading:{report id}</c>, on both levels,
/// for 30 s; a later reading of the same report takes them out after its commit (<see cref="ReadingCommits"/>). They are stored under the ids that their document gives;
/// callers get what those mean now.
/// </summary>
internal sealed class ReadingStore(EntityDbContext db, ReadingMeanings meanings, IFusionCache cache) : IReadingStore
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    internal static string KeyOf(string reportId) => $"entity:reading:{reportId}";

    public async Task AddAsync(ReadingProto reading, CancellationToken cancellationToken)
    {
        var withoutClaims = reading.Clone();
        withoutClaims.Claims.Clear();
        if (await db.Readings.FindAsync([reading.ReportId], cancellationToken) is { } earlier)
        {
            earlier.Reading = withoutClaims.ToByteArray();
            db.Claims.RemoveRange(await db.Claims.Where(c => c.ReportId == reading.ReportId).ToListAsync(cancellationToken));
        }
        else
        {
            db.Readings.Add(new ReadingRow { ReportId = reading.ReportId, Reading = withoutClaims.ToByteArray() });
        }

        db.Claims.AddRange(reading.Claims.Select(c => new ClaimRow
        {
            ClaimId = c.Id,
            ReportId = reading.ReportId,
            Kind = (int)c.Kind,
            Claim = c.ToByteArray(),
        }));
    }

    public async Task<ReadingProto?> FindAsync(string reportId, CancellationToken cancellationToken)
    {
        if (!cache.HasBackplane)
        {
            return await StoredAsync(reportId, cancellationToken);
        }

        return await cache.ReadThroughAsync(
            KeyOf(reportId), Lifetime, async token => (await StoredAsync(reportId, token))?.ToByteArray(), memoryOnly: false, cancellationToken) is { } reading
            ? ReadingProto.Parser.ParseFrom(reading)
            : null;
    }

    public async Task<IReadOnlyList<StoredClaim>> ListClaimsAsync(
        string reportId, ClaimKind kind, PageRequest page, CancellationToken cancellationToken)
    {
        var claims = db.Claims.AsNoTracking();
        if (reportId.Length > 0)
        {
            claims = claims.Where(c => c.ReportId == reportId);
        }

        if (kind != ClaimKind.Unspecified)
        {
            claims = claims.Where(c => c.Kind == (int)kind);
        }

        if (!page.IsFirst && long.TryParse(page.After[0], CultureInfo.InvariantCulture, out var after))
        {
            claims = claims.Where(c => c.Sequence < after);
        }

        var rows = await claims.OrderByDescending(c => c.Sequence).Take(page.Size + 1)
            .Select(c => new { c.Sequence, c.Claim }).ToListAsync(cancellationToken);
        var found = rows.ConvertAll(r => new StoredClaim(Claim.Parser.ParseFrom(r.Claim), r.Sequence));
        var meaning = await meanings.OfAsync(found.Select(c => c.Claim.Evidence?.ReportId ?? ""), cancellationToken);
        found.ForEach(c => EntityRewriting.Apply(c.Claim, meaning));
        return found;
    }

    private async Task<ReadingProto?> StoredAsync(string reportId, CancellationToken cancellationToken)
    {
        if (await db.Readings.AsNoTracking().FirstOrDefaultAsync(r => r.ReportId == reportId, cancellationToken) is not { } row)
        {
            return null;
        }

        var claims = await db.Claims.AsNoTracking().Where(c => c.ReportId == reportId)
            .OrderBy(c => c.Sequence).Select(c => c.Claim).ToListAsync(cancellationToken);
        var reading = ReadingProto.Parser.ParseFrom(row.Reading);
        reading.Claims.Add(claims.Select(c => Claim.Parser.ParseFrom(c)));
        EntityRewriting.Apply(reading, await meanings.OfAsync([reportId], cancellationToken));
        return reading;
    }
}
