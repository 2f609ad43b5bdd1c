using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Truceline.Entity.Entities;
using Truceline.Entity.Reading.Knowledge;
using Truceline.Entity.V1;
using Truceline.ServiceDefaults.Paging;
using EntityMention = Truceline.Entity.V1.EntityMention;
using EntityProto = Truceline.Entity.V1.Entity;

namespace Truceline.Entity.Storage;

/// <summary>Entities in the database.</summary>
internal sealed class CatalogStore(EntityDbContext db, CorrectionCache cache, ReadingMeanings meanings, KnowledgeBase knowledge) : ICatalogStore
{
    private const int MostNames = 200;
    private const int MostCorrections = 100;

    public async Task<string?> ResolveAsync(string entityId, CancellationToken cancellationToken) =>
        await db.Entities.AsNoTracking().Where(e => e.EntityId == entityId || e.KnowledgeId == entityId)
            .OrderBy(e => e.EntityId == entityId ? 0 : 1).ThenBy(e => e.EntityId).Select(e => e.MergedInto ?? e.EntityId).FirstOrDefaultAsync(cancellationToken)
        ?? knowledge.WithId(entityId)?.Id;

    public async Task<EntityProfile?> FindAsync(string entityId, CancellationToken cancellationToken)
    {
        if (await db.Entities.AsNoTracking().FirstOrDefaultAsync(e => e.EntityId == entityId, cancellationToken) is not { } row)
        {
            return knowledge.WithId(entityId) is { } unseen ? KnownProfiles.Of(unseen, knowledge) : null;
        }

        var corrections = await cache.GetAsync(db, cancellationToken);
        var names = await db.EntityNames.AsNoTracking().Where(n => n.EntityId == entityId && n.Mentions > 0)
            .OrderByDescending(n => n.Mentions).ThenBy(n => n.Name).Take(MostNames).ToListAsync(cancellationToken);
        var merged = await db.Entities.AsNoTracking().Where(e => e.MergedInto == entityId).OrderBy(e => e.EntityId).Select(e => e.EntityId).ToListAsync(cancellationToken);
        var times = db.Appearances.AsNoTracking().Where(a => a.EntityId == entityId);
        var first = await times.OrderBy(a => a.Time).ThenBy(a => a.ReportId).Select(a => new { a.Time, a.ReportId }).FirstOrDefaultAsync(cancellationToken);
        var last = await times.OrderByDescending(a => a.Time).Select(a => new { a.Time }).FirstOrDefaultAsync(cancellationToken);
        var about = await db.Corrections.AsNoTracking().Where(c => c.EntityId == entityId || c.OtherEntityId == entityId)
            .OrderByDescending(c => c.Sequence).Take(MostCorrections).Select(c => c.Correction).ToListAsync(cancellationToken);
        var given = corrections.NameOf(entityId);
        var profile = new EntityProfile
        {
            Id = row.EntityId,
            Type = corrections.TypeOf(entityId) ?? (EntityType)row.Type,
            Name = given ?? row.Name,
            Country = row.Country,
            Kind = row.Kind,
            Known = row.IsKnown,
            Names = { ProfileNames.Of(names.Select(n => (n.Name, n.Mentions, n.Reports)), row.IsKnown ? row.Name : null, given) },
            Places = { row.Places.Length == 0 ? [] : EntityProto.Parser.ParseFrom(row.Places).Places },
            MergedIds = { merged },
            Corrections = { about.Select(Correction.Parser.ParseFrom) },
            Origin = new EntityOrigin
            {
                ReportId = first?.ReportId ?? "",
                Reader = row.Reader,
                Rule = row.Rule,
                CreateTime = Timestamp.FromDateTimeOffset(row.CreatedTime),
            },
            MentionCount = row.Mentions,
            ReportCount = row.Reports,
            FirstTime = first is null ? null : Timestamp.FromDateTimeOffset(first.Time),
            LastTime = last is null ? null : Timestamp.FromDateTimeOffset(last.Time),
            Rejected = corrections.IsRejected(entityId),
            Etag = EtagOf(row),
        };
        foreach (var known in await KnownAsync(row, cancellationToken))
        {
            KnownProfiles.Add(profile, known, knowledge);
        }

        return profile;
    }

    public async Task<IReadOnlyList<EntityMention>> ListMentionsAsync(
        string entityId, MentionPosition? after, int count, CancellationToken cancellationToken)
    {
        var corrections = await cache.GetAsync(db, cancellationToken);
        var rows = db.Appearances.AsNoTracking().Where(a => a.EntityId == entityId);
        if (after is not null)
        {
            rows = rows.Where(a => a.Time < after.Time || (a.Time == after.Time && string.Compare(a.ReportId, after.ReportId) >= 0));
        }

        // Each has a mention at least, but for those that were rejected: few, so a page takes few queries.
        var found = new List<EntityMention>();
        await foreach (var row in rows.OrderByDescending(a => a.Time).ThenBy(a => a.ReportId).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var appearance = corrections.WithoutRejected(AppearanceWords.FromRow(row));
            found.AddRange(appearance.Mentions.OrderBy(m => m.Span.Start)
                .Where(m => after is null || row.Time != after.Time || row.ReportId != after.ReportId || m.Span.Start > after.Start)
                .Select(m => new EntityMention
                {
                    ReportId = row.ReportId,
                    Span = m.Span,
                    Text = m.Text,
                    Metonym = m.Metonym,
                    ReportTime = Timestamp.FromDateTimeOffset(row.Time),
                    Role = appearance.Role,
                }));
            if (found.Count > count)
            {
                break;
            }
        }

        return [.. found.Take(count + 1)];
    }

    public async Task<IReadOnlyList<TimelineEntry>> ListClaimsAsync(
        string entityId, TimelineFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        var parts = Filtered(entityId, filter);
        if (!page.IsFirst)
        {
            var (day, claim) = (page.After[0], page.After[1]);
            parts = parts.Where(p => string.Compare(p.Day, day) < 0 || (p.Day == day && string.Compare(p.ClaimId, claim) > 0));
        }

        var ids = await parts.Select(p => new { p.Day, p.ClaimId }).Distinct().OrderByDescending(p => p.Day).ThenBy(p => p.ClaimId)
            .Take(page.Size + 1).ToListAsync(cancellationToken);
        string[] claimIds = [.. ids.Select(i => i.ClaimId)];
        var rows = await db.Claims.AsNoTracking().Where(c => claimIds.Contains(c.ClaimId)).Select(c => new { c.ClaimId, c.Claim, c.HappeningId }).ToListAsync(cancellationToken);
        var claims = rows.ToDictionary(c => c.ClaimId, c => Claim.Parser.ParseFrom(c.Claim));
        rows.ForEach(r => claims[r.ClaimId].HappeningId = r.HappeningId);
        string[] happeningIds = [.. rows.Select(r => r.HappeningId).Where(id => id.Length > 0).Distinct()];
        var happenings = await db.Happenings.AsNoTracking().Where(h => happeningIds.Contains(h.HappeningId) && h.Claims > 0)
            .ToDictionaryAsync(h => h.HappeningId, HappeningStore.SummaryOf, cancellationToken);
        var roles = (await Filtered(entityId, filter).Where(p => claimIds.Contains(p.ClaimId)).ToListAsync(cancellationToken)).ToLookup(p => p.ClaimId);
        var meaning = await meanings.OfAsync(claims.Values.Select(c => c.Evidence?.ReportId ?? ""), cancellationToken);
        return
        [
            .. ids.Where(i => claims.ContainsKey(i.ClaimId)).Select(i =>
            {
                EntityRewriting.Apply(claims[i.ClaimId], meaning);
                return new TimelineEntry
                {
                    Date = i.Day,
                    Dated = roles[i.ClaimId].First().IsDated,
                    Roles = { roles[i.ClaimId].Select(p => (ClaimRole)p.Role).Distinct().Order() },
                    Claim = claims[i.ClaimId],
                    Happening = happenings.GetValueOrDefault(claims[i.ClaimId].HappeningId),
                };
            }),
        ];
    }

    public async Task<IReadOnlyList<TimelineDay>> CountDaysAsync(string entityId, TimelineFilter filter, int most, CancellationToken cancellationToken)
    {
        var days = await Filtered(entityId, filter).Select(p => new { p.Day, p.ClaimId }).Distinct().GroupBy(p => p.Day)
            .Select(g => new { Day = g.Key, Count = g.Count() }).OrderByDescending(d => d.Day).Take(most).ToListAsync(cancellationToken);
        var happenings = await Filtered(entityId, filter).Join(db.Claims, p => p.ClaimId, c => c.ClaimId, (p, c) => new { p.Day, c.HappeningId })
            .Where(c => c.HappeningId != "").Distinct().GroupBy(c => c.Day).Select(g => new { Day = g.Key, Count = g.Count() })
            .OrderByDescending(d => d.Day).Take(most).ToDictionaryAsync(d => d.Day, d => d.Count, cancellationToken);
        return days.ConvertAll(d => new TimelineDay { Date = d.Day, ClaimCount = d.Count, HappeningCount = happenings.GetValueOrDefault(d.Day) });
    }

    public Task<ListNeighboursResponse> ListNeighboursAsync(
        string entityId, IReadOnlyCollection<EntityType> types, int count, int mostReports, CancellationToken cancellationToken) =>
        new NeighbourQuery(db, cache).ListAsync(entityId, types, count, mostReports, cancellationToken);

    // What was merged into it brings the names that the knowledge base has for it.
    private async Task<IEnumerable<KnownEntity>> KnownAsync(EntityRow row, CancellationToken cancellationToken)
    {
        var ids = await db.Entities.AsNoTracking().Where(e => e.MergedInto == row.EntityId && e.KnowledgeId != "").OrderBy(e => e.EntityId)
            .Select(e => e.KnowledgeId).ToListAsync(cancellationToken);
        return ids.Prepend(row.KnowledgeId).Select(knowledge.WithId).OfType<KnownEntity>();
    }

    internal static string EtagOf(EntityRow row) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"v{row.Version}");

    private IQueryable<ParticipationRow> Filtered(string entityId, TimelineFilter filter)
    {
        var parts = db.Participations.AsNoTracking().Where(p => p.EntityId == entityId);
        if (filter.From.Length > 0)
        {
            parts = parts.Where(p => string.Compare(p.Day, filter.From) >= 0);
        }

        if (filter.To.Length > 0)
        {
            parts = parts.Where(p => string.Compare(p.Day, filter.To) <= 0);
        }

        if (filter.Roles.Count > 0)
        {
            int[] roles = [.. filter.Roles.Select(r => (int)r)];
            parts = parts.Where(p => roles.Contains(p.Role));
        }

        return parts;
    }
}
