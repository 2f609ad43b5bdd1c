using System.Collections.Frozen;

namespace Truceline.Entity.Reading.Claims.Coding;

/// <summary>
/// How events read in ACLED's words (event and sub-event types, code book of 2023). The weapon decides first (gas, suicide bomb, aircraft, shells, mines, grenades); then,
/// of violence without one, who suffers it (civilians: an attack; armed ones: a clash), and of ground that is taken, who takes it (a state regains, others overtake);
/// of the rest the usual sub-event type of the verb. What is only promised, demanded, refused or threatened ACLED does not code. Pure.
/// </summary>
internal static class AcledMapping
{
    /// <summary>Sub-event types with their event types.</summary>
    internal static readonly FrozenDictionary<string, string> TypeOfSubType = new Dictionary<string, string>(StringComparer.Ordinal)
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

    private static readonly FrozenSet<string> Gases = Set("chlorine sarin gas chemical nerve mustard vx");
    private static readonly FrozenSet<string> Aircraft = Set("airstrike airstrikes air drone drones uav warplane warplanes jet jets helicopter helicopters aircraft barrel aerial air-strike");
    private static readonly FrozenSet<string> Shells = Set("shell shells shelled shelling artillery mortar mortars rocket rockets missile missiles howitzer howitzers bombardment bombarded barrage");
    private static readonly FrozenSet<string> Mines = Set("mine mines landmine landmines ied ieds bomb bombs bombing bombings explosive explosives booby-trap explosion detonated minefield");
    private static readonly FrozenSet<string> Grenades = Set("grenade grenades");
    private static readonly FrozenSet<string> Civilians = Set(
        "civilian civilians villager villagers resident residents people woman women child children refugee refugees worker workers farmer farmers protester protesters demonstrator demonstrators "
        + "passenger passengers family families student students teacher teachers journalist journalists doctor doctors worshipper worshippers bystanders shoppers migrants displaced aid");
    private static readonly FrozenSet<string> Armed = Set(
        "rebel rebels fighter fighters soldier soldiers troops army militant militants militia militias militiamen insurgent insurgents guerrillas forces police policemen separatists gunmen officers position positions base convoy jihadists");
    private static readonly FrozenSet<string> NonState = Set("rebel rebels insurgent insurgents militant militants guerrilla guerrillas separatists jihadists militia militias militiamen fighters gunmen opposition extremists islamists");
    private static readonly FrozenSet<string> Weapons = Set("weapon weapons explosive explosives bomb bombs mine mines missile missiles ammunition arms cache grenades");

    /// <summary>The code of a sub-event type, with its event type.</summary>
    /// <exception cref="KeyNotFoundException">ACLED knows no such sub-event type.</exception>
    public static AcledCode Code(string subType) => new(TypeOfSubType[subType], subType);

    /// <summary>The code of an event; null for what ACLED does not code.</summary>
    /// <param name="type">PLOVER's type.</param>
    /// <param name="mode">PLOVER's mode; null when it has none.</param>
    /// <param name="usual">The usual sub-event type of the verb; null when it has none.</param>
    /// <param name="words">The clause.</param>
    /// <param name="source">Who did it, in lower case; empty when it is not told.</param>
    /// <param name="target">To whom, in lower case; empty when it is not told.</param>
    public static AcledCode? Of(PloverType type, string? mode, string? usual, ClauseWords words, string source, string target) => type switch
    {
        PloverType.Fight or PloverType.Assault => Code(OfViolence(type, mode, usual, words, source, target)),
        PloverType.Protest => Code(OfProtest(usual, words)),
        PloverType.Retreat when mode == "disarm" => Code(words.Any(Weapons) && usual is not null ? "Disrupted weapons use" : "Change to group/activity"),
        PloverType.Agree when usual is "Agreement" && !words.Any(Shells) => Code(usual),
        PloverType.Support or PloverType.Retreat or PloverType.Coerce or PloverType.Mobilize when usual is not null => Code(usual),
        PloverType.Mobilize => Code("Change to group/activity"),
        _ => null,
    };

    private static string OfViolence(PloverType type, string? mode, string? usual, ClauseWords words, string source, string target)
    {
        if (mode is "abduct" || usual is "Sexual violence" or "Abduction/forced disappearance")
            return usual ?? "Abduction/forced disappearance";
        if (words.Any(Gases) || mode == "cbrn")
            return "Chemical weapon";
        if (words.Has("suicide") || mode == "suicide-attack")
            return "Suicide bomb";
        if (words.Any(Grenades))
            return "Grenade";
        if (mode is "aerial" or "drone" || words.Any(Aircraft))
            return "Air/drone strike";
        if (mode is "heavy-weapons" || words.Any(Shells))
            return "Shelling/artillery/missile attack";
        if (mode is "explosives" || words.Any(Mines))
            return "Remote explosive/landmine/IED";
        if (mode == "territory")
            return HasAny(source, NonState) ? "Non-state actor overtakes territory" : source.Length > 0 ? "Government regains territory" : usual ?? "Armed clash";
        if (HasAny(target, Civilians) && !HasAny(target, Armed))
            return "Attack";
        if (HasAny(target, Armed) || type is PloverType.Fight)
            return "Armed clash";
        return usual ?? "Attack";
    }

    private static string OfProtest(string? usual, ClauseWords words)
    {
        if (usual is "Violent demonstration")
            return usual;
        if (words.Has("killed") || words.Has("shot") || words.Has("dead"))
            return "Excessive force against protesters";
        return words.Has("dispersed") || words.Has("tear") || words.Has("arrested") || words.Has("detained") ? "Protest with intervention" : "Peaceful protest";
    }

    private static bool HasAny(string phrase, FrozenSet<string> set)
    {
        foreach (var word in phrase.Split(' '))
        {
            if (set.Contains(word))
                return true;
        }
        return false;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
