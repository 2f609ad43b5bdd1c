using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Claims.Rules;

/// <summary>Which duty a verb, or the noun made of it, states, by the words that stand with it.</summary>
internal static class ActionLexicon
{
    private const string RoadWords =
        "road roads route routes highway highways motorway bridge bridges crossing crossings transport transportation transit link links railway rail flights traffic airport port "
        + "ports corridor corridors border checkpoint checkpoints";
    private const string AidWords = "aid humanitarian relief food medicine medicines supplies convoys assistance";
    private const string ForceWords =
        "troops forces fighters soldiers men units militants mercenaries army armies contingents personnel groups militias militia rebels gunmen side sides formations battalions peacekeepers";
    private const string WeaponWords =
        "weapon weapons weaponry artillery tank tanks mortar mortars rocket rockets launcher launchers howitzer howitzers gun guns missile missiles armour armor arms";
    private const string FightWords =
        "fighting hostilities hostility fire ceasefire cease-fire truce hostile military attacks offensive offensives shelling bombardment combat operations drills violence clashes fight";
    private const string PrisonerWords = "prisoner prisoners detainee detainees captives hostages hostage bodies remains";
    private const string ZoneWords = "zone zones corridor corridors buffer strip belt";

    private static readonly Entry[] Verbs =
    [
        new(ClaimClasses.ExchangePrisoners, "exchange release free swap hand return repatriate transfer", PrisonerWords),
        new(ClaimClasses.CreateZone, "create establish set form declare demarcate link run extend maintain", ZoneWords),
        new(ClaimClasses.RestoreTransit, "restore reopen open repair resume rebuild unblock secure lift", RoadWords, "humanitarian"),
        new(ClaimClasses.HumanitarianAccess, "allow let grant deliver guarantee ensure facilitate permit open provide bring", AidWords),
        new(ClaimClasses.Patrol, "patrol", ""),
        new(ClaimClasses.Patrol, "secure police guard protect conduct carry watch run", "patrol patrols"),
        new(ClaimClasses.WithdrawWeapons, "withdraw remove pull relocate evacuate surrender move store", WeaponWords, ForceWords),
        new(ClaimClasses.WithdrawForces, "withdraw pull leave vacate evacuate redeploy disengage retreat depart quit", ""),
        new(ClaimClasses.WithdrawForces, "move", ForceWords),
        new(ClaimClasses.WithdrawForces, "return", "camps barracks bases garrisons"),
        new(ClaimClasses.WithdrawForces, "complete finish conclude begin start end", "disengagement withdrawal pullback pullout redeployment"),
        new(ClaimClasses.CeaseFire, "cease stop halt end suspend observe respect honour honor uphold hold keep implement extend", FightWords),
        new(ClaimClasses.CeaseFire, "take come enter begin start", "truce ceasefire cease-fire cessation", "talks"),
        new(ClaimClasses.Refrain, "refrain abstain avoid", ""),
        new(ClaimClasses.Refrain, "freeze", ForceWords + " positions place"),
        new(ClaimClasses.Monitor, "monitor verify supervise oversee", ""),
        new(ClaimClasses.Monitor, "send deploy dispatch", "observers monitors inspectors observer monitoring"),
        new(ClaimClasses.OtherCommitment, "dismantle disarm disband demine dissolve demilitarise demilitarize cede", ""),
        new(ClaimClasses.OtherCommitment, "hand return", "district districts territory territories town towns area areas village villages control"),
        new(ClaimClasses.OtherCommitment, "clear remove destroy", "mines posts checkpoints fortifications obstacles barriers explosives trenches"),
        new(ClaimClasses.OtherCommitment, "hand lay surrender turn", WeaponWords),
        new(ClaimClasses.OtherCommitment, "gather assemble concentrate demobilise demobilize", ForceWords + " zones camps areas sites"),
        new(ClaimClasses.OtherCommitment, "deploy send station", ForceWords),
        new(ClaimClasses.OtherCommitment, "guard secure protect", "zone zones perimeter civilians camps area corridor corridors"),
        new(ClaimClasses.OtherCommitment, "form establish set create", "force committee commission police mechanism centre center"),
        new(ClaimClasses.OtherCommitment, "limit restrict reduce cap", WeaponWords + " " + ForceWords),
    ];

    private static readonly Entry[] Nouns =
    [
        new(ClaimClasses.ExchangePrisoners, "exchange release return swap repatriation", PrisonerWords),
        new(ClaimClasses.CreateZone, "creation establishment", ZoneWords),
        new(ClaimClasses.RestoreTransit, "reopening opening restoration resumption repair", RoadWords, "humanitarian"),
        new(ClaimClasses.HumanitarianAccess, "delivery access passage opening", AidWords),
        new(ClaimClasses.WithdrawWeapons, "withdrawal pullback pull-back pullout removal", WeaponWords, "forces troops fighters soldiers"),
        new(ClaimClasses.WithdrawForces, "withdrawal pullback pull-back pullout pull-out disengagement redeployment departure evacuation removal", ""),
        new(ClaimClasses.CeaseFire, "cessation halt end suspension", FightWords),
        new(ClaimClasses.CeaseFire, "ceasefire truce cease-fire", ""),
        new(ClaimClasses.Patrol, "patrol patrols", ""),
        new(ClaimClasses.Monitor, "monitoring verification supervision", ""),
        new(ClaimClasses.OtherCommitment, "dismantling disarmament demining handover", ""),
    ];

    /// <summary>Words for troops.</summary>
    public static readonly FrozenSet<string> Forces = Words.Set(ForceWords);

    /// <summary>Words for arms.</summary>
    public static readonly FrozenSet<string> Weapons = Words.Set(WeaponWords);

    /// <summary>The class of duty that a verb states with the words among the tokens [first, end); null when it states none.</summary>
    public static string? OfVerb(Words words, string lemma, int first, int end) => Match(Verbs, words, lemma, first, end);

    /// <summary>The class of duty that a noun of action states with the words after it; null when it states none.</summary>
    public static string? OfNoun(Words words, int noun, int end) => Match(Nouns, words, words[noun], noun + 1, end);

    /// <summary>Whether a word is the noun of a duty.</summary>
    public static bool IsNoun(string word) => Nouns.Any(n => n.Heads.Contains(word));

    private static string? Match(Entry[] entries, Words words, string head, int first, int end) =>
        entries.FirstOrDefault(e => e.Heads.Contains(head) && (e.With.Count == 0 || words.Any(first, end, e.With)) && !Excluded(e, words, first, end))?.Class;

    private static bool Excluded(Entry entry, Words words, int first, int end) =>
        // Troops before arms ("soldiers and their tanks") make a withdrawal of forces.
        entry.Unless.Count > 0 && words.Find(first, end, entry.Unless) is var other && other >= 0
        && (entry.With.Count == 0 || other < words.Find(first, end, entry.With));

    private sealed record Entry(string Class, FrozenSet<string> Heads, FrozenSet<string> With, FrozenSet<string> Unless)
    {
        public Entry(string @class, string heads, string with, string unless = "")
            : this(@class, Words.Set(heads), Words.Set(with), Words.Set(unless))
        {
        }
    }
}
