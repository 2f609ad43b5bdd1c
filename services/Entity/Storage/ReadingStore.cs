using System.Globalization;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Truceline.Entity.Entities;
using Truceline.Entity.Readings;
using Truceline.Entity.V1;
using Truceline.Events.V1;
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
internal sealed class ReadingStore(EntityDbContext db, ReadingMeanings meanings, ClaimLinks links, IFusionCache cache) : IReadingStore
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    internal static string KeyOf(string reportId) => $"entity:reading:{reportId}";

    public async Task<string?> AddAsync(ReadingProto reading, ClaimsExtracted envelope, CancellationToken cancellationToken)
    {
        var withoutClaims = reading.Clone();
        withoutClaims.Claims.Clear();
        var row = await db.Readings.FindAsync([reading.ReportId], cancellationToken);
        var earlier = row?.Reader;
        if (row is null)
        {
            db.Readings.Add(row = new ReadingRow { ReportId = reading.ReportId, Reading = [] });
        }

        (row.Reading, row.Reader, row.Envelope, row.StoryId) = (withoutClaims.ToByteArray(), reading.Reader, envelope.ToByteArray(), envelope.StoryId);
        return earlier;
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

    public async Task<IReadOnlyList<StoredClaim>> ListClaimsAsync(ListClaimsRequest filter, PageRequest page, CancellationToken cancellationToken)
    {
        var claims = Filtered(filter);
        if (!page.IsFirst && long.TryParse(page.After[0], CultureInfo.InvariantCulture, out var after))
        {
            claims = claims.Where(c => c.Sequence < after);
        }

        var rows = await claims.OrderByDescending(c => c.Sequence).Take(page.Size + 1)
            .Select(c => new { c.Sequence, c.Claim, c.HappeningId }).ToListAsync(cancellationToken);
        var found = rows.ConvertAll(r => new StoredClaim(Parse(r.Claim, r.HappeningId), r.Sequence));
        var meaning = await meanings.OfAsync(found.Select(c => c.Claim.Evidence?.ReportId ?? ""), cancellationToken);
        found.ForEach(c => EntityRewriting.Apply(c.Claim, meaning));
        await links.AddAsync(found.ConvertAll(c => c.Claim), cancellationToken);
        return found;
    }

    private async Task<ReadingProto?> StoredAsync(string reportId, CancellationToken cancellationToken)
    {
        if (await db.Readings.AsNoTracking().FirstOrDefaultAsync(r => r.ReportId == reportId, cancellationToken) is not { } row)
        {
            return null;
        }

        var claims = await db.Claims.AsNoTracking().Where(c => c.ReportId == reportId && c.Review != (int)ReviewState.Rejected)
            .OrderBy(c => c.Sequence).Select(c => new { c.Claim, c.HappeningId }).ToListAsync(cancellationToken);
        var reading = ReadingProto.Parser.ParseFrom(row.Reading);
        reading.Claims.Add(claims.Select(c => Parse(c.Claim, c.HappeningId)).OrderBy(c => c.Evidence?.Span?.Start ?? 0));
        await links.AddAsync(reading.Claims, cancellationToken);
        EntityRewriting.Apply(reading, await meanings.OfAsync([reportId], cancellationToken));
        return reading;
    }

    private static Claim Parse(byte[] bytes, string happeningId)
    {
        var claim = Claim.Parser.ParseFrom(bytes);
        claim.HappeningId = happeningId;
        return claim;
    }

    private IQueryable<ClaimRow> Filtered(ListClaimsRequest filter)
    {
        var claims = db.Claims.AsNoTracking();
        claims = filter.ReportId.Length > 0 ? claims.Where(c => c.ReportId == filter.ReportId) : claims;
        claims = filter.Kind != ClaimKind.Unspecified ? claims.Where(c => c.Kind == (int)filter.Kind) : claims;
        claims = filter.Class.Length > 0 ? claims.Where(c => c.Class == filter.Class) : claims;
        claims = filter.Mode != AssertionMode.Unspecified ? claims.Where(c => c.Mode == (int)filter.Mode) : claims;
        claims = filter.HasBackground ? claims.Where(c => c.IsBackground == filter.Background) : claims;
        claims = filter.HappeningId.Length > 0 ? claims.Where(c => c.HappeningId == filter.HappeningId) : claims;
        claims = filter.EntityId.Length > 0 ? claims.Where(c => db.Participations.Any(p => p.EntityId == filter.EntityId && p.ClaimId == c.ClaimId)) : claims;
        return filter.Review != ReviewState.Unspecified
            ? claims.Where(c => c.Review == (int)filter.Review)
            : claims.Where(c => c.Review != (int)ReviewState.Rejected);
    }
}
