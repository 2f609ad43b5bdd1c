using Truceline.Entity.Reading.Places;
using Truceline.Entity.V1;
using EntityProto = Truceline.Entity.V1.Entity;

namespace Truceline.Entity.Entities;

/// <summary>What the things that a reading names are known by. Pure.</summary>
internal static class EntityKeys
{
    private const int LongestAcronym = 8;

    /// <summary>The key of a thing.</summary>
    internal static EntityKey Of(EntityProto entity)
    {
        // A state as a place has the gazetteer's id, as all places have.
        if (entity.KnowledgeId.Length > 0 && entity.Type != EntityType.Location)
        {
            return Known(entity, entity.KnowledgeId, IdentityRules.Knowledge);
        }

        return entity.Type switch
        {
            EntityType.Person => Person(entity),
            EntityType.Organisation => Organisation(entity),
            EntityType.Location when entity.Places.Count > 0 => Known(entity, entity.Id, IdentityRules.Gazetteer),
            // A town has one central hospital, a country has many.
            EntityType.Facility when entity.Places.Count > 0 => Full(entity, $"{Fold(entity.Name)}@{entity.Places[0].GazetteerId}", ""),
            EntityType.Location or EntityType.Facility or EntityType.ArmedGroup or EntityType.ArmedForce => Full(entity, Fold(entity.Name), ""),
            _ => Known(entity, entity.Id, IdentityRules.Vocabulary),
        };
    }

    /// <summary>A name without letter case, diacritics and punctuation.</summary>
    internal static string Fold(string name) => NameKey.Strict(name);

    private static EntityKey Person(EntityProto person)
    {
        // Transliterations of a word are one; initials tell nothing.
        var words = Fold(person.Name).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 1).Select(SpellingKey.OfWord)
            .Where(w => w.Length > 0).ToArray();
        return words.Length switch
        {
            0 => Short(person, Fold(person.Name)),
            1 => Short(person, words[0]),
            _ => Full(person, string.Join(' ', words), words[^1]),
        };
    }

    private static EntityKey Organisation(EntityProto organisation)
    {
        if (IsAcronym(organisation.Name))
        {
            return Short(organisation, Fold(organisation.Name));
        }

        var acronym = organisation.Mentions.Select(m => m.Text).Where(IsAcronym).Order(StringComparer.Ordinal).FirstOrDefault() ?? Initials(organisation.Name);
        var key = Fold(organisation.Name);
        return Full(organisation, key.StartsWith("the ", StringComparison.Ordinal) ? key[4..] : key, Fold(acronym));
    }

    private static string Initials(string name)
    {
        var words = name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Where(w => char.IsUpper(w[0])).ToArray();
        return words.Length >= 3 ? string.Concat(words.Select(w => w[0])) : "";
    }

    private static bool IsAcronym(string name) => name.Length is >= 2 and <= LongestAcronym && name.All(char.IsUpper);

    private static EntityKey Known(EntityProto entity, string id, string rule) => new(entity.Type, KeyStrength.Known, id, "", rule);

    private static EntityKey Full(EntityProto entity, string key, string shortKey) =>
        new(entity.Type, KeyStrength.Full, EntityIds.Digest("name", entity.Type, key), ShortDigest(entity, shortKey), IdentityRules.FullName);

    private static EntityKey Short(EntityProto entity, string key) =>
        new(entity.Type, KeyStrength.Short, EntityIds.Digest("short name", entity.Type, key), ShortDigest(entity, key), IdentityRules.OfItsDocument);

    private static string ShortDigest(EntityProto entity, string key) => key.Length == 0 ? "" : EntityIds.Digest("short name", entity.Type, key);
}
