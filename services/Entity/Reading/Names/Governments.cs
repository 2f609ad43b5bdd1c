using Truceline.Entity.Reading.Knowledge;
using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Reading.Names;

/// <summary>Gives "the Maduro government" and "the Assad regime" the state that the person rules: by the text, else by who ruled then.</summary>
internal sealed class Governments(KnowledgeBase knowledge)
{
    /// <summary>All mentions found, those within others included, governments named after a person keyed by their state.</summary>
    public List<NameMention> Name(MentionContext context)
    {
        Dictionary<string, string>? rulers = null;
        var named = new List<NameMention>(context.Found.Count);
        foreach (var mention in context.Found)
        {
            named.Add(mention);
            if (mention.Inner is { } inner)
                named.Add(inner);
            if (mention.Key is not { } key || !key.StartsWith(StateBodies.RulerPrefix, StringComparison.Ordinal))
                continue;
            rulers ??= Rulers(context);
            var surname = key[StateBodies.RulerPrefix.Length..];
            var iso = rulers.GetValueOrDefault(surname) ?? RulerOn(context.Header.Reference, surname);
            if (iso is not null)
                named[mention.Inner is null ? ^1 : ^2] = mention with { Key = StateBodies.GovernmentKey(iso), Country = iso, KnowledgeId = KnowledgeBase.GovernmentOf(iso) };
        }
        return named;
    }

    private static Dictionary<string, string> Rulers(MentionContext context)
    {
        var rulers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var mention in context.Found)
        {
            if (mention is { Type: EntityType.Person, Country: { } iso })
                rulers.TryAdd(context.Atoms[mention.Last].Key, iso);
        }
        return rulers;
    }

    /// <summary>State of the only head of state or government of that surname who ruled on a day or within the two years before; null when there is none.</summary>
    private string? RulerOn(DateOnly day, string surname)
    {
        string? found = null;
        foreach (var office in knowledge.Offices)
        {
            if (office.Kind is not (OfficeKind.HeadOfState or OfficeKind.HeadOfGovernment) || office.Country is null)
                continue;
            foreach (var tenure in office.Holders)
            {
                if (tenure.From > day || tenure.To < day.AddYears(-2) || NameKey.Strict(knowledge.WithId(tenure.PersonId)!.Name).Split(' ')[^1] != surname)
                    continue;
                if (found is not null && found != office.Country)
                    return null;
                found = office.Country;
            }
        }
        return found;
    }
}
