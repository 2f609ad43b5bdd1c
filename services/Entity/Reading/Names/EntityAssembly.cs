using System.Runtime.InteropServices;
using Truceline.Entity.Reading.Knowledge;
using Truceline.Entity.Reading.Places;
using Truceline.Entity.Reading.Places.Resolution;

namespace Truceline.Entity.Reading.Names;

/// <summary>Makes entities of mentions: one for each thing, with all its mentions in order.</summary>
internal sealed class EntityAssembly(Gazetteer gazetteer, KnowledgeBase knowledge)
{
    private readonly ToponymResolver _resolver = new(gazetteer);
    private readonly Governments _governments = new(knowledge);
    private readonly Dictionary<string, string> _isoOfCapital = gazetteer.Countries.All.GroupBy(c => NameKey.Strict(c.Capital), StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.First().Iso, StringComparer.Ordinal);

    private static readonly string[] TypeNames = [.. Enum.GetValues<EntityType>().Select(t => t.ToString().ToLowerInvariant())];

    public IReadOnlyList<NamedEntity> Assemble(MentionContext context, AreasOfInterest areas)
    {
        var mentions = _governments.Name(context);
        mentions.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.Last.CompareTo(a.Last));
        var groups = Group(new Namesakes(gazetteer).Apart(mentions));
        var places = groups.FindAll(static g => IsPlace(g));
        var resolved = _resolver.Resolve(places.ConvertAll(g => ToponymOf(context, g)), CountStates(mentions), areas);
        var entities = new List<NamedEntity>(groups.Count);
        foreach (var (group, candidates) in MergePlaces(groups, resolved))
            entities.Add(Make(context, group, candidates));
        return DistinctIds(entities);
    }

    private static bool IsPlace(List<NameMention> group) => group[0].Toponym is not null && group[0].Type is EntityType.Location or EntityType.Facility;

    private static List<List<NameMention>> Group(List<NameMention> mentions)
    {
        var byKey = new Dictionary<(EntityType, string), List<NameMention>>(mentions.Count);
        var groups = new List<List<NameMention>>(mentions.Count);
        foreach (var mention in mentions)
        {
            var key = (mention.Type, mention.Key ?? (mention.Toponym is { } toponym ? NameKey.Loose(toponym) : NameKey.Strict(mention.Name)));
            ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(byKey, key, out var isKnown);
            if (!isKnown)
                groups.Add(group = []);
            group!.Add(mention);
        }
        return groups;
    }

    private Dictionary<string, int> CountStates(List<NameMention> mentions)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var mention in mentions)
        {
            var iso = mention.Country;
            if (iso is null && mention.Type == EntityType.Location && mention.Metonym)
                iso = _isoOfCapital.GetValueOrDefault(NameKey.Strict(mention.Name));
            if (iso is not null)
                counts[iso] = counts.GetValueOrDefault(iso) + 1;
        }
        return counts;
    }

    private static Toponym ToponymOf(MentionContext context, List<NameMention> group)
    {
        var wanted = group.Find(m => m.Wanted is not null)?.Wanted;
        var isDateline = context.Header.DatelinePlace is { } dateline && group.Exists(m => context.Atoms.SpanOf(m.First, m.Last).Overlaps(dateline));
        return new Toponym(group[0].Toponym ?? group[0].Name, wanted, group.Count, isDateline)
        {
            Within = group.Select(m => m.Within).FirstOrDefault(w => w is not null),
            IsPart = group.Find(m => m.Within is not null)?.IsPart ?? false,
        };
    }

    /// <summary>The groups, each with its places; two spellings whose best candidate is one place are one group.</summary>
    private static List<(List<NameMention> Group, IReadOnlyList<PlaceCandidate> Places)> MergePlaces(List<List<NameMention>> groups, IReadOnlyList<IReadOnlyList<PlaceCandidate>> resolved)
    {
        var merged = new List<(List<NameMention>, IReadOnlyList<PlaceCandidate>)>(groups.Count);
        var byPlace = new Dictionary<(EntityType, string), List<NameMention>>(resolved.Count);
        var next = 0;
        foreach (var group in groups)
        {
            var candidates = IsPlace(group) ? resolved[next++] : [];
            if (candidates.Count > 0)
            {
                ref var same = ref CollectionsMarshal.GetValueRefOrAddDefault(byPlace, (group[0].Type, candidates[0].GazetteerId), out var isKnown);
                if (isKnown)
                {
                    same!.AddRange(group);
                    continue;
                }
                same = group;
            }
            merged.Add((group, candidates));
        }
        return merged;
    }

    private NamedEntity Make(MentionContext context, List<NameMention> group, IReadOnlyList<PlaceCandidate> places)
    {
        group.Sort((a, b) => a.First.CompareTo(b.First));
        var first = group[0];
        var known = knowledge.WithId(group.Find(m => m.KnowledgeId is not null)?.KnowledgeId);
        var fullest = first.Type == EntityType.Person ? group.MaxBy(m => m.Name.Length)!.Name : known?.Name ?? first.Name;
        var mentions = group.ConvertAll(m => new EntityMention(context.Atoms.SpanOf(m.First, m.Last), m.Metonym) { Kind = m.How, Source = m.Source });
        if (first.Type == EntityType.Person)
        {
            // The contract puts the fullest name first; the others follow in the order of the text.
            var fullestMention = mentions.MaxBy(m => m.Kind == MentionKind.Title ? 0 : m.Span.Length)!;
            mentions.Remove(fullestMention);
            mentions.Insert(0, fullestMention);
        }
        var best = places.Count > 0 ? places[0] : null;
        if (best is not null && first.Type == EntityType.Location && !HasLower(fullest))
            fullest = best.Name;
        return new NamedEntity(IdOf(first, fullest, best), first.Type, known is { Type: EntityType.Person } ? known.Name : fullest, mentions)
        {
            Country = group.Find(m => m.Country is not null)?.Country ?? known?.Country ?? best?.Country,
            Kind = group.Find(m => m.Kind is not null)?.Kind ?? best?.Kind,
            Role = group.Find(m => m.Role is not null)?.Role,
            KnowledgeId = known?.Id ?? (first is { Type: EntityType.Location, Kind: "country", Country: { } iso } ? KnowledgeBase.StateOf(iso) : null),
            Confidence = group.Max(m => m.Score),
            Places = places,
        };
    }

    private static string IdOf(NameMention mention, string name, PlaceCandidate? best)
    {
        var key = best is not null && mention.Type == EntityType.Location ? best.GazetteerId : mention.Key ?? name;
        var slug = NameKey.Strict(key).Replace(' ', '-');
        return $"{TypeNames[(int)mention.Type]}-{(slug.Length == 0 ? "unnamed" : slug)}";
    }

    private static bool HasLower(string name)
    {
        foreach (var c in name)
        {
            if (char.IsLower(c))
                return true;
        }
        return false;
    }

    private static List<NamedEntity> DistinctIds(List<NamedEntity> entities)
    {
        entities.Sort((a, b) => FirstOf(a).CompareTo(FirstOf(b)));
        var seen = new HashSet<string>(entities.Count, StringComparer.Ordinal);
        for (var i = 0; i < entities.Count; i++)
        {
            var id = entities[i].Id;
            for (var n = 2; !seen.Add(id); n++)
                id = $"{entities[i].Id}-{n}";
            if (id != entities[i].Id)
                entities[i] = entities[i] with { Id = id };
        }
        return entities;
    }

    private static int FirstOf(NamedEntity entity) => entity.Mentions[0].Span.Start;
}
