using Truceline.Entity.V1;
using EntityProto = Truceline.Entity.V1.Entity;
using ReadingProto = Truceline.Entity.V1.Reading;

namespace Truceline.Entity.Entities;

/// <summary>Puts in place of the ids of entities what they mean. Pure.</summary>
internal static class EntityRewriting
{
    /// <summary>Rewrites a reading with its claims.</summary>
    /// <param name="reading">The reading; it is changed.</param>
    /// <param name="meaning">What an id of a report means.</param>
    internal static void Apply(ReadingProto reading, Func<string, string, EntityMeaning> meaning)
    {
        var kept = new List<EntityProto>();
        var byId = new Dictionary<string, EntityProto>(StringComparer.Ordinal);
        foreach (var entity in reading.Entities)
        {
            var means = meaning(entity.Id, reading.ReportId);
            if (means.Id is null)
            {
                continue;
            }

            (entity.Id, entity.Name, entity.Type, entity.Country) =
                (means.Id, means.Name ?? entity.Name, means.Type ?? entity.Type, means.Country ?? entity.Country);
            if (means.Mentions is { } mentions)
            {
                entity.Mentions.Clear();
                entity.Mentions.Add(mentions);
            }

            if (!byId.TryAdd(entity.Id, entity))
            {
                Join(byId[entity.Id], entity);
                continue;
            }

            kept.Add(entity);
        }

        reading.Entities.Clear();
        reading.Entities.Add(kept);
        foreach (var claim in reading.Claims)
        {
            Apply(claim, meaning);
        }
    }

    /// <summary>Rewrites a claim. Who means nothing takes no part in it.</summary>
    /// <param name="claim">The claim; it is changed.</param>
    /// <param name="meaning">What an id of a report means.</param>
    internal static void Apply(Claim claim, Func<string, string, EntityMeaning> meaning)
    {
        var report = claim.Evidence?.ReportId ?? "";
        foreach (var list in new[] { claim.Actors, claim.Targets, claim.ObjectEntities, claim.Instruments })
        {
            var kept = list.Select(p => Rewrite(p, report, meaning)).OfType<Participant>().DistinctBy(p => p.EntityId).ToList();
            list.Clear();
            list.Add(kept);
        }

        claim.Speaker = Rewrite(claim.Speaker, report, meaning);
        claim.Source = Rewrite(claim.Source, report, meaning);
        foreach (var link in claim.Chain)
        {
            link.Source = Rewrite(link.Source, report, meaning);
        }

        foreach (var term in claim.Terms)
        {
            term.SaidBy = Rewrite(term.SaidBy, report, meaning);
        }

        if (claim.Place is { } place)
        {
            var means = meaning(place.EntityId, report);
            (place.EntityId, place.Name) = (means.Id ?? "", means.Name ?? place.Name);
            claim.Place = means.Id is null ? null : place;
        }
    }

    private static Participant? Rewrite(Participant? participant, string report, Func<string, string, EntityMeaning> meaning)
    {
        if (participant is null)
        {
            return null;
        }

        // Somebody of whom no entity was read has nothing to be rewritten.
        if (participant.EntityId.Length == 0)
        {
            return participant;
        }

        var means = meaning(participant.EntityId, report);
        (participant.EntityId, participant.Name, participant.Country, participant.Type) =
            (means.Id ?? "", means.Name ?? participant.Name, means.Country ?? participant.Country, means.Type ?? participant.Type);
        return means.Id is null ? null : participant;
    }

    private static void Join(EntityProto into, EntityProto other)
    {
        var mentions = into.Mentions.Concat(other.Mentions).DistinctBy(m => (m.Span.Start, m.Span.End)).OrderBy(m => m.Span.Start).ToList();
        into.Mentions.Clear();
        into.Mentions.Add(mentions);
        into.Country = into.Country.Length > 0 ? into.Country : other.Country;
        into.Kind = into.Kind.Length > 0 ? into.Kind : other.Kind;
        into.Role = into.Role.Length > 0 ? into.Role : other.Role;
        if (into.Places.Count == 0)
        {
            into.Places.Add(other.Places);
        }
    }
}
