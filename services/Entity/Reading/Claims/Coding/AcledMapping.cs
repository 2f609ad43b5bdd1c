using System.Collections.Frozen;

namespace Truceline.Entity.Reading.Claims.Coding;

/// <summary>ACLED's event types and sub-event types (code book of 2023). Pure.</summary>
internal static class AcledMapping
{
    private static readonly FrozenDictionary<string, string> TypeOfSubType = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Armed clash"] = "Battles",
        ["Government regains territory"] = "Battles",
        ["Non-state actor overtakes territory"] = "Battles",
        ["Air/drone strike"] = "Explosions/Remote violence",
        ["Shelling/artillery/missile attack"] = "Explosions/Remote violence",
        ["Suicide bomb"] = "Explosions/Remote violence",
        ["Remote explosive/landmine/IED"] = "Explosions/Remote violence",
        ["Grenade"] = "Explosions/Remote violence",
        ["Chemical weapon"] = "Explosions/Remote violence",
        ["Attack"] = "Violence against civilians",
        ["Abduction/forced disappearance"] = "Violence against civilians",
        ["Sexual violence"] = "Violence against civilians",
        ["Peaceful protest"] = "Protests",
        ["Protest with intervention"] = "Protests",
        ["Excessive force against protesters"] = "Protests",
        ["Violent demonstration"] = "Riots",
        ["Mob violence"] = "Riots",
        ["Agreement"] = "Strategic developments",
        ["Arrests"] = "Strategic developments",
        ["Change to group/activity"] = "Strategic developments",
        ["Disrupted weapons use"] = "Strategic developments",
        ["Headquarters or base established"] = "Strategic developments",
        ["Looting/property destruction"] = "Strategic developments",
        ["Non-violent transfer of territory"] = "Strategic developments",
        ["Other"] = "Strategic developments",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The code with the type of a sub-event type.</summary>
    /// <exception cref="KeyNotFoundException">ACLED knows no such sub-event type.</exception>
    public static AcledCode Code(string subType) => new(TypeOfSubType[subType], subType);
}
