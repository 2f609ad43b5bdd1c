using Truceline.Entity.Reading.Knowledge;
using Truceline.Entity.Search;
using Truceline.Entity.V1;

namespace Truceline.Entity.Entities;

/// <summary>What the knowledge base adds to entities, and how it shows what no report has named so far. Pure.</summary>
internal static class KnownProfiles
{
    /// <summary>A thing of the knowledge base that no report has named.</summary>
    internal static EntityProfile Of(KnownEntity known, KnowledgeBase knowledge)
    {
        var profile = new EntityProfile
        {
            Id = known.Id,
            Type = TypeOf(known),
            Name = known.Name,
            Country = known.Country ?? "",
            Kind = known.Kind,
            Known = true,
            Origin = new EntityOrigin { Rule = IdentityRules.Knowledge },
            Etag = "v0",
        };
        Add(profile, known, knowledge);
        return profile;
    }

    /// <summary>Adds names and lineage to what reports say.</summary>
    /// <param name="profile">The profile; it is changed.</param>
    /// <param name="known">The thing in the knowledge base.</param>
    /// <param name="knowledge">The knowledge base, for names of others.</param>
    internal static void Add(EntityProfile profile, KnownEntity known, KnowledgeBase knowledge)
    {
        var used = profile.Names.Select(n => n.Name).ToHashSet(StringComparer.Ordinal);
        profile.Names.Add(known.Names.Where(n => used.Add(n.Text)).Select(n => new EntityName { Name = n.Text, Source = NameSource.Knowledge }));
        profile.Lineage.Add(known.Predecessors.Select(l => Link(l, "predecessor", knowledge)).Concat(known.Successors.Select(l => Link(l, "successor", knowledge))));
    }

    /// <summary>What search knows of it before a report names it.</summary>
    internal static SearchDocument DocumentOf(KnownEntity known) =>
        new(known.Id, TypeOf(known), known.Name, known.Country ?? "", known.Kind, [.. known.Names.Select(n => n.Text)], 0);

    private static LineageLink Link(Lineage lineage, string relation, KnowledgeBase knowledge) =>
        new() { EntityId = lineage.Id, Name = knowledge.WithId(lineage.Id)?.Name ?? "", Relation = relation };

    private static EntityType TypeOf(KnownEntity known) => System.Enum.Parse<EntityType>(known.Type.ToString());
}
