using Truceline.Entity.Corrections;
using Truceline.Entity.V1;

namespace Truceline.Entity.Entities;

/// <summary>What a reading makes of identities.</summary>
/// <param name="Linked">The appearances of the reading, with their ids.</param>
/// <param name="Moved">Stored appearances of other reports that belong to another entity now, with their new ids.</param>
internal sealed record IdentityOutcome(IReadOnlyList<Appearance> Linked, IReadOnlyList<Appearance> Moved);

/// <summary>
/// Chains what a report names to what other reports name: reading + what is known of its names + corrections → ids. It looks at a set of evidence, never at its
/// order, and looks again at what other reports left open; so the ids come out the same whatever the order of arrival. Pure.
/// </summary>
internal static class IdentityDecision
{
    /// <summary>Decides.</summary>
    /// <param name="reading">What the report says; empty when the report's evidence goes.</param>
    /// <param name="known">What other reports say under the same names.</param>
    /// <param name="corrections">Corrections in force.</param>
    internal static IdentityOutcome Decide(IReadOnlyList<Appearance> reading, KnownNames known, CorrectionSet corrections)
    {
        var countries = Countries(reading, known);
        var full = reading.Concat(known.Appearances).Where(a => a.Key.Strength == KeyStrength.Full)
            .ToDictionary(a => (a.ReportId, a.LocalId), a => WithName(a, countries));
        var blocks = full.Values.Where(a => a.Key.ShortValue.Length > 0).ToLookup(a => (a.Key.Type, a.Key.ShortValue));

        Appearance Link(Appearance appearance) => Corrected(
            appearance.Key.Strength switch
            {
                KeyStrength.Known => appearance with { BaseId = appearance.Key.Value, Rule = appearance.Key.Rule },
                KeyStrength.Full => full[(appearance.ReportId, appearance.LocalId)],
                _ => ShortNames.Link(appearance, blocks[(appearance.Key.Type, appearance.Key.ShortValue)]),
            },
            corrections);

        return new IdentityOutcome(
            [.. reading.Select(Link)],
            [.. known.Appearances.Select(a => (Before: a, After: Link(a))).Where(m => m.Before.BaseId != m.After.BaseId || m.Before.EntityId != m.After.EntityId).Select(m => m.After)]);
    }

    private static Dictionary<(EntityType, string), HashSet<string>> Countries(IReadOnlyList<Appearance> reading, KnownNames known)
    {
        var countries = known.Countries.ToDictionary(c => c.Key, c => c.Value.ToHashSet(StringComparer.Ordinal));
        foreach (var appearance in reading.Where(a => a.Key.Strength == KeyStrength.Full && a.Country.Length > 0))
        {
            var key = (appearance.Key.Type, appearance.Key.Value);
            if (!countries.TryGetValue(key, out var set))
            {
                countries[key] = set = new HashSet<string>(StringComparer.Ordinal);
            }

            set.Add(appearance.Country);
        }

        return countries;
    }

    // One name and one country at most are one thing. Where reports give a name several countries, each of them has a thing of its own, and reports that give none
    // speak of somebody of that name.
    private static Appearance WithName(Appearance appearance, Dictionary<(EntityType, string), HashSet<string>> countries)
    {
        var key = appearance.Key;
        if (!countries.TryGetValue((key.Type, key.Value), out var several))
        {
            // Another name of a surname's block, whose reports are not all at hand: what was decided stands.
            return appearance.BaseId.Length > 0
                ? appearance
                : appearance with { BaseId = EntityIds.OfName(key), Rule = IdentityRules.FullName };
        }

        return several.Count > 1 && appearance.Country.Length > 0
            ? appearance with { BaseId = EntityIds.OfName(key, appearance.Country), Rule = IdentityRules.FullNameAndCountry }
            : appearance with { BaseId = EntityIds.OfName(key), Rule = IdentityRules.FullName };
    }

    private static Appearance Corrected(Appearance appearance, CorrectionSet corrections) => appearance with { EntityId = corrections.EntityOf(appearance) };
}
