using Truceline.Entity.Corrections;

namespace Truceline.Entity.Entities;

/// <summary>What the ids of a document mean across documents. Pure.</summary>
internal static class Meanings
{
    /// <summary>What an appearance means.</summary>
    /// <param name="appearance">It, with its ids.</param>
    /// <param name="corrections">Corrections in force.</param>
    /// <param name="entity">Name and country of the entity that it belongs to; null when that is not stored.</param>
    internal static EntityMeaning Of(Appearance appearance, CorrectionSet corrections, (string Name, string Country)? entity)
    {
        var kept = corrections.WithoutRejected(appearance);
        if (corrections.IsRejected(appearance.EntityId) || (kept.Mentions.Count == 0 && appearance.Mentions.Count > 0))
        {
            return new EntityMeaning(null);
        }

        // What the document says stands, unless it speaks of an entity that it does not name in full.
        var another = appearance.EntityId != appearance.LocalId;
        return new EntityMeaning(appearance.EntityId)
        {
            Name = corrections.NameOf(appearance.EntityId) ?? (another && entity is { Name.Length: > 0 } ? entity.Value.Name : null),
            Country = another && entity is { Country.Length: > 0 } ? entity.Value.Country : null,
            Type = corrections.TypeOf(appearance.EntityId),
            Mentions = kept.Mentions.Count == appearance.Mentions.Count ? null : kept.Mentions,
        };
    }
}
