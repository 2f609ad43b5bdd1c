using System.Collections.Frozen;

namespace Truceline.Entity.Reading.Names;

/// <summary>Nouns that end or open names, and what else every word of a text is looked up in.</summary>
internal static class WordLists
{
    private static readonly FrozenSet<string> OrganisationHeads = Set(
        "observatory organization organisation council committee commission agency union league party institute university foundation association federation network "
        + "authority court bank fund programme program assembly congress secretariat bureau company corporation times post herald tribune journal gazette "
        + "television radio observer airways airlines society initiative alliance conference group office mission mechanism crescent parliament senate directorate");

    private static readonly FrozenSet<string> ArmedHeads = Set(
        "front brigade brigades movement army militia militias battalion division regiment corps legion guard guards command forces resistance faction");

    private static readonly FrozenSet<string> FacilityHeads = Set(
        "airport airbase airfield base bridge hospital camp crossing checkpoint prison dam palace embassy mosque stadium barracks refinery "
        + "terminal seaport harbour harbor aerodrome cathedral monastery consulate");

    private static readonly FrozenSet<string> Outlets = Set(
        "daily newspaper agency broadcaster magazine weekly website channel television station tabloid");

    private static readonly FrozenSet<string> Portfolios = Set(
        "foreign defence defense interior health finance justice information energy transport education oil trade economy emergency emergencies agriculture culture unification internal affairs");

    private static readonly FrozenSet<string> WeaponModifiers = Set(
        "heavy medium light long short range self propelled ballistic cruise guided improvised unguided portable shoulder fired attack combat");

    /// <summary>The lists that a key stands in.</summary>
    public static WordTraits TraitsOf(string key)
    {
        if (key.Length == 0)
            return WordTraits.None;
        return If(Vocabulary.EnglishWords.Contains(key), WordTraits.EnglishWord) | If(Vocabulary.FirstNames.Contains(key), WordTraits.FirstName)
            | If(Vocabulary.IsCalendar(key), WordTraits.Calendar) | If(OrganisationHeads.Contains(key), WordTraits.OrganisationHead)
            | If(ArmedHeads.Contains(key), WordTraits.ArmedHead) | If(FacilityHeads.Contains(key), WordTraits.FacilityHead)
            | If(Outlets.Contains(key), WordTraits.OutletNoun) | If(Portfolios.Contains(key), WordTraits.Portfolio)
            | If(WeaponModifiers.Contains(key), WordTraits.WeaponModifier) | If(NominalNouns.IsHead(key), WordTraits.NominalHead);
    }

    private static WordTraits If(bool condition, WordTraits trait) => condition ? trait : WordTraits.None;

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
