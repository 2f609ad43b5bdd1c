using System.Text;
using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Reading.Names;

/// <summary>Makes entities of mentions: one for each thing, with all its mentions in order.</summary>
internal sealed class EntityAssembly(Gazetteer gazetteer)
{
    private readonly ToponymResolver _resolver = new(gazetteer);

    public IReadOnlyList<NamedEntity> Assemble(MentionContext context)
    {
        var mentions = NameGovernments(context).OrderBy(m => m.First).ToList();
        var states = CountStates(mentions);
        var groups = mentions.GroupBy(KeyOf).Select(g => g.ToList()).ToList();
        var places = groups.Where(g => g[0].Toponym is not null && g[0].Type is EntityType.Location or EntityType.Facility).ToList();
        var resolved = _resolver.Resolve([.. places.Select(g => ToponymOf(context, g))], states);
        var byGroup = places.Zip(resolved).ToDictionary(p => p.First, p => p.Second);
        var entities = new List<NamedEntity>();
        foreach (var group in MergePlaces(groups, byGroup))
            entities.Add(Make(context, group, byGroup.GetValueOrDefault(group, [])));
        return [.. DistinctIds(entities.OrderBy(e => e.Mentions[0].Span.Start))];
    }

    /// <summary>A government named after a person is that of the person's state, when the text tells which.</summary>
    private static IEnumerable<NameMention> NameGovernments(MentionContext context)
    {
        var rulers = context.Found.Where(m => m.Type == EntityType.Person && m.Country is not null)
            .GroupBy(m => context.Atoms[m.Last].Key).ToDictionary(g => g.Key, g => g.First().Country, StringComparer.Ordinal);
        foreach (var mention in context.Found.SelectMany(m => m.Inner is null ? [m] : (NameMention[])[m, m.Inner]))
        {
            yield return mention.Key is { } key && key.StartsWith(StateBodies.RulerPrefix, StringComparison.Ordinal)
                && rulers.TryGetValue(key[StateBodies.RulerPrefix.Length..], out var iso)
                ? mention with { Key = "government:" + iso, Country = iso } : mention;
        }
    }

    private static string KeyOf(NameMention mention) =>
        mention.Key is { } key ? $"{mention.Type}:{key}"
        : mention.Toponym is { } toponym ? $"{mention.Type}:{NameKey.Loose(toponym)}"
        : $"{mention.Type}:{NameKey.Strict(mention.Name)}";

    private Dictionary<string, int> CountStates(List<NameMention> mentions)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var mention in mentions)
        {
            var iso = mention.Country;
            if (iso is null && mention.Type == EntityType.Location && mention.Metonym)
                iso = gazetteer.Countries.All.FirstOrDefault(c => NameKey.Strict(c.Capital) == NameKey.Strict(mention.Name))?.Iso;
            if (iso is not null)
                counts[iso] = counts.GetValueOrDefault(iso) + 1;
        }
        return counts;
    }

    private static Toponym ToponymOf(MentionContext context, List<NameMention> group)
    {
        var wanted = group.Select(m => m.Wanted).FirstOrDefault(w => w is not null);
        var isDateline = context.Header.DatelinePlace is { } dateline && group.Exists(m => context.Atoms.SpanOf(m.First, m.Last).Overlaps(dateline));
        return new Toponym(group[0].Toponym ?? group[0].Name, wanted, group.Count, isDateline);
    }

    /// <summary>Two spellings whose best candidate is one place are one place.</summary>
    private static List<List<NameMention>> MergePlaces(List<List<NameMention>> groups, Dictionary<List<NameMention>, IReadOnlyList<PlaceCandidate>> places)
    {
        var merged = new List<List<NameMention>>();
        foreach (var group in groups)
        {
            var best = places.TryGetValue(group, out var candidates) && candidates.Count > 0 ? candidates[0] : null;
            var same = best is null ? null : merged.Find(g => places.TryGetValue(g, out var c) && c.Count > 0 && c[0].GazetteerId == best.GazetteerId && g[0].Type == group[0].Type);
            if (same is null)
                merged.Add(group);
            else
                same.AddRange(group);
        }
        return merged;
    }

    private static NamedEntity Make(MentionContext context, List<NameMention> group, IReadOnlyList<PlaceCandidate> places)
    {
        var ordered = group.OrderBy(m => m.First).ToList();
        var first = ordered[0];
        var fullest = first.Type == EntityType.Person ? ordered.MaxBy(m => m.Name.Length)!.Name : first.Name;
        var mentions = ordered.Select(m => new EntityMention(context.Atoms.SpanOf(m.First, m.Last), m.Metonym)).ToList();
        if (first.Type == EntityType.Person)
        {
            // The contract puts the fullest name first; the others follow in the order of the text.
            var fullestMention = mentions.MaxBy(m => m.Span.Length)!;
            mentions = [fullestMention, .. mentions.Where(m => m != fullestMention)];
        }
        var best = places.Count > 0 ? places[0] : null;
        if (best is not null && first.Type == EntityType.Location && !fullest.Any(char.IsLower))
            fullest = best.Name;
        return new NamedEntity(IdOf(first, fullest, best), first.Type, fullest, mentions)
        {
            Country = ordered.Select(m => m.Country).FirstOrDefault(c => c is not null) ?? best?.Country,
            Kind = ordered.Select(m => m.Kind).FirstOrDefault(k => k is not null) ?? best?.Kind,
            Role = ordered.Select(m => m.Role).FirstOrDefault(r => r is not null),
            Places = places,
        };
    }

    private static string IdOf(NameMention mention, string name, PlaceCandidate? best)
    {
        var key = best is not null && mention.Type == EntityType.Location ? best.GazetteerId : mention.Key ?? name;
        var slug = new StringBuilder(NameKey.Strict(key.Replace(':', ' ').Replace('-', ' '))).Replace(' ', '-');
        return $"{mention.Type.ToString().ToLowerInvariant()}-{(slug.Length == 0 ? "unnamed" : slug)}";
    }

    private static IEnumerable<NamedEntity> DistinctIds(IEnumerable<NamedEntity> entities)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entity in entities)
        {
            var id = entity.Id;
            for (var n = 2; !seen.Add(id); n++)
                id = $"{entity.Id}-{n}";
            yield return entity with { Id = id };
        }
    }
}
