using Microsoft.EntityFrameworkCore;
using Truceline.Entity.Entities;
using Truceline.Entity.Happenings;
using Truceline.Entity.V1;
using Truceline.Events.V1;
using ReportOrigin = Truceline.Entity.Happenings.ReportOrigin;

namespace Truceline.Entity.Storage;

/// <summary>
/// Gathers the claims of a report with those of others, inside the turn of whoever changes claims: what is alike to a claim of the report, what is alike to that, and
/// what stood on one happening with them before. These are parted anew, so that the result is that of all claims at once, whatever their order.
/// </summary>
internal sealed class HappeningWriter(EntityDbContext db, ReadingMeanings meanings)
{
    /// <summary>Most claims that are parted together. A day of a war that has more in one cell is parted by what came last.</summary>
    private const int Most = 400;

    private const int MostUnderKeys = 2000;

    /// <summary>Gathers anew.</summary>
    /// <param name="reportId">The report.</param>
    /// <param name="claims">Its claims that count, with what their ids mean now; its rows are tracked.</param>
    /// <param name="origin">Where it came from.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal async Task WriteAsync(string reportId, IReadOnlyList<Claim> claims, ReportOrigin origin, CancellationToken cancellationToken)
    {
        var own = claims.Select(c => ClaimFacts.Of(c, origin)).OfType<ClaimFacts>().ToList();
        var before = await db.Claims.AsNoTracking().Where(c => c.ReportId == reportId && c.HappeningId != "").Select(c => c.HappeningId).Distinct().ToListAsync(cancellationToken);
        await db.HappeningKeys.Where(k => k.ReportId == reportId).ExecuteDeleteAsync(cancellationToken);
        if (own.Count == 0 && before.Count == 0)
        {
            return;
        }

        db.HappeningKeys.AddRange(own.SelectMany(f => HappeningKeys.Of(f).Select(k => new HappeningKeyRow { Key = k, ClaimId = f.Id, ReportId = reportId })));
        var companions = await db.Claims.AsNoTracking().Where(c => before.Contains(c.HappeningId) && c.ReportId != reportId).Select(c => c.ClaimId).ToListAsync(cancellationToken);
        var gathered = await GatherAsync(reportId, own, companions, cancellationToken);
        await StoreAsync(reportId, before, gathered, HappeningClusters.Of(gathered), cancellationToken);
    }

    /// <summary>Facts of stored claims of other reports.</summary>
    internal async Task<IReadOnlyList<ClaimFacts>> LoadAsync(IReadOnlyCollection<string> claimIds, CancellationToken cancellationToken)
    {
        var found = new List<ClaimFacts>();
        foreach (var ids in claimIds.Chunk(500))
        {
            var rows = await db.Claims.AsNoTracking().Where(c => ids.Contains(c.ClaimId) && c.Review != (int)ReviewState.Rejected)
                .Join(db.Readings, c => c.ReportId, r => r.ReportId, (c, r) => new { c.Claim, c.ReportId, c.HappeningId, r.Envelope, r.StoryId }).ToListAsync(cancellationToken);
            var meaning = await meanings.OfAsync(rows.Select(r => r.ReportId), cancellationToken);
            foreach (var row in rows)
            {
                var claim = Claim.Parser.ParseFrom(row.Claim);
                EntityRewriting.Apply(claim, meaning);
                claim.HappeningId = row.HappeningId;
                if (ClaimFacts.Of(claim, OriginOf(ClaimsExtracted.Parser.ParseFrom(row.Envelope), row.StoryId)) is { } facts)
                {
                    found.Add(facts);
                }
            }
        }

        return found;
    }

    /// <summary>Where a report came from, by what was told of it.</summary>
    internal static ReportOrigin OriginOf(ClaimsExtracted envelope, string storyId)
    {
        var agency = First(envelope.Origin?.Agency, envelope.Header?.Agency);
        var outlet = First(envelope.Origin?.Outlet, envelope.Header?.Outlet, envelope.Source);
        var key = agency.Length > 0 ? agency : First(envelope.Origin?.Key, outlet);
        var day = DaySpan.TryDay(envelope.Header?.ReferenceDate ?? "", out var reference) ? reference : DateOnly.FromDateTime(envelope.ReceivedTime?.ToDateTime() ?? DateTime.UnixEpoch);
        return new ReportOrigin(ReportOrigin.DigestOf(key), ReportOrigin.DigestOf(agency), storyId, envelope.ChainId, First(outlet, agency), day);
    }

    private static string First(params ReadOnlySpan<string?> names)
    {
        foreach (var name in names)
        {
            if (!string.IsNullOrEmpty(name))
            {
                return name;
            }
        }

        return "";
    }

    private async Task<List<ClaimFacts>> GatherAsync(
        string reportId, List<ClaimFacts> own, List<string> companions, CancellationToken cancellationToken)
    {
        var pool = own.ToDictionary(f => f.Id, StringComparer.Ordinal);
        var gathered = own.ToDictionary(f => f.Id, StringComparer.Ordinal);
        var layer = new List<ClaimFacts>(own);
        foreach (var facts in await LoadAsync(companions, cancellationToken))
        {
            pool[facts.Id] = gathered[facts.Id] = facts;
            layer.Add(facts);
        }

        while (layer.Count > 0 && gathered.Count < Most)
        {
            string[] keys = [.. layer.SelectMany(HappeningKeys.Of).Distinct(StringComparer.Ordinal)];
            var near = new HashSet<string>(StringComparer.Ordinal);
            foreach (var part in keys.Chunk(200))
            {
                near.UnionWith(await db.HappeningKeys.AsNoTracking().Where(k => part.Contains(k.Key) && k.ReportId != reportId).OrderBy(k => k.Key).ThenBy(k => k.ClaimId)
                    .Select(k => k.ClaimId).Take(MostUnderKeys).ToListAsync(cancellationToken));
            }

            foreach (var facts in await LoadAsync([.. near.Where(id => !pool.ContainsKey(id))], cancellationToken))
            {
                pool[facts.Id] = facts;
            }

            var alike = pool.Values.Where(f => !gathered.ContainsKey(f.Id) && layer.Exists(l => HappeningScore.Of(l, f) >= HappeningScore.Least))
                .OrderBy(f => f.Id, StringComparer.Ordinal).Take(Most - gathered.Count).ToList();
            alike.ForEach(f => gathered[f.Id] = f);
            layer = alike;
        }

        return [.. gathered.Values];
    }

    private async Task StoreAsync(string reportId, List<string> before, List<ClaimFacts> gathered, IReadOnlyList<Cluster> clusters, CancellationToken cancellationToken)
    {
        // Where claims stood before, so that earlier ids lead on.
        string[] ids = [.. gathered.Select(f => f.Id)];
        var stood = await db.Claims.AsNoTracking().Where(c => ids.Contains(c.ClaimId) && c.HappeningId != "").Select(c => new { c.ClaimId, c.HappeningId }).ToListAsync(cancellationToken);
        var now = clusters.SelectMany(c => c.Claims, (c, f) => (f.Id, Happening: c.Id)).ToDictionary(c => c.Id, c => c.Happening, StringComparer.Ordinal);
        foreach (var group in gathered.GroupBy(f => now.GetValueOrDefault(f.Id, "")))
        {
            string[] others = [.. group.Where(f => f.ReportId != reportId).Select(f => f.Id)];
            if (others.Length > 0)
            {
                await db.Claims.Where(c => others.Contains(c.ClaimId)).ExecuteUpdateAsync(set => set.SetProperty(c => c.HappeningId, group.Key), cancellationToken);
            }
        }

        foreach (var row in db.Claims.Local.Where(c => c.ReportId == reportId))
        {
            row.HappeningId = now.GetValueOrDefault(row.ClaimId, "");
        }

        foreach (var cluster in clusters)
        {
            await PutAsync(cluster, cancellationToken);
        }

        foreach (var old in before.Concat(stood.Select(s => s.HappeningId)).Distinct(StringComparer.Ordinal).Except(clusters.Select(c => c.Id)).ToList())
        {
            var heir = stood.Where(s => s.HappeningId == old && now.ContainsKey(s.ClaimId)).GroupBy(s => now[s.ClaimId]).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
            await EndAsync(old, heir, cancellationToken);
        }
    }

    private async Task PutAsync(Cluster cluster, CancellationToken cancellationToken)
    {
        var row = await db.Happenings.FindAsync([cluster.Id], cancellationToken);
        if (row is null)
        {
            db.Happenings.Add(row = new HappeningRow { HappeningId = cluster.Id });
        }

        Fill(row, HappeningComposer.Compose(cluster));
    }

    /// <summary>Fills a row with what lists look at.</summary>
    internal static void Fill(HappeningRow row, Happening happening)
    {
        (row.MergedInto, row.Group, row.FirstDay, row.LastDay) = (null, happening.Group, happening.FirstDate, happening.LastDate);
        row.Classes = "|" + string.Join('|', happening.Classes.Take(10)) + "|";
        (row.Latitude, row.Longitude, row.RadiusM) = (happening.Place?.Position.Latitude, happening.Place?.Position.Longitude, happening.Place?.RadiusM ?? 0);
        (row.Claims, row.Origins, row.IsContradicted, row.Credibility) =
            (happening.Claims.Count, happening.IndependentOrigins, happening.Contradictions.Count > 0, (int)happening.Credibility);
    }

    private async Task EndAsync(string old, string? heir, CancellationToken cancellationToken)
    {
        if (await db.Happenings.FindAsync([old], cancellationToken) is not { } row)
        {
            return;
        }

        (row.MergedInto, row.Claims) = (heir, 0);
        if (heir is not null)
        {
            foreach (var earlier in await db.Happenings.Where(h => h.MergedInto == old).ToListAsync(cancellationToken))
            {
                earlier.MergedInto = earlier.HappeningId == heir ? null : heir;
            }
        }
    }
}
