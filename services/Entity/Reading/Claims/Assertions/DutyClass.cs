using System.Collections.Concurrent;
using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Claims.Assertions;

/// <summary>What sort of duty a part binds somebody to.</summary>
internal static class DutyClass
{
    private static readonly FrozenSet<string> Weapons = Lexicon.Nouns("weapon");
    private static readonly FrozenSet<string> Forces = Lexicon.Nouns("forces");
    private static readonly FrozenSet<string> Fight = Lexicon.Nouns("fight");
    private static readonly FrozenSet<string> Zones = Lexicon.Nouns("zone");
    private static readonly FrozenSet<string> Captives = Lexicon.Nouns("captive");
    private static readonly FrozenSet<string> Relief = Lexicon.Nouns("relief");
    private static readonly FrozenSet<string> Ways = Words.Set("road roads crossing crossings border airport port bridge railway flights route routes corridor checkpoint highway opening reopening transit traffic post");
    private static readonly FrozenSet<string> Away = Words.Set("withdraw withdrawn withdrawal leave vacate pull pull-back pull-out pullout pullback redeploy redeployment retreat draw move moved out across gone remove removed depart drawn evacuate lay hand handed surrender clear cleared away give given disengage return left leaves withdraws pulls retreats vacates returns redeploys departs withdrawing leaving pulling vacating quit quits evacuated evacuates redeployed clearing");
    private static readonly FrozenSet<string> Shots = Words.Set("fire shoot shooting firing attack bombard shell fight bomb fired shot raid raids strike strikes rockets");
    private static readonly FrozenSet<string> Apart = Words.Set("apart alone reined wait restraint ground abstain refrain avoid halt freeze stay keep drills advance fly silent loudspeakers neither nor not no");

    /// <summary>The sets of the lists below, each made once.</summary>
    private static readonly ConcurrentDictionary<string, FrozenSet<string>> Lists = new(StringComparer.Ordinal);

    private static FrozenSet<string> Listed(string list) => Lists.GetOrAdd(list, Words.Set);

    /// <summary>The class of the duty; "commit" when the words tell none.</summary>
    public static string Of(Words words, Part part) => Known(words, part) ?? ClaimClasses.OtherCommitment;

    /// <summary>The class of the duty; null when the words tell none.</summary>
    public static string? Known(Words words, Part part) => Known(words, part.Start, part.End, part.Main is not null);

    /// <summary>The class of the duty that the tokens [first, end) tell; null when they tell none.</summary>
    public static string? Known(Words words, int first, int end, bool hasVerb = true)
    {
        bool Any(FrozenSet<string> set) => words.Any(first, end, set);
        bool Has(string list) => words.Any(first, end, Listed(list));
        var away = Any(Away);
        var not = Has("not no neither nor never");
        if (Has("captured") && Any(Forces) && Has("exchange exchanged swap swapped released release free freed"))
        {
            return ClaimClasses.ExchangePrisoners;
        }
        if (Any(Captives) && Has("exchange exchanged swap swapped release released free freed go return hand set repatriate home") && !Has("ground camps"))
        {
            return ClaimClasses.ExchangePrisoners;
        }
        if (Has("guns artillery") && Has("silent stop fall cease quiet silence"))
        {
            return ClaimClasses.CeaseFire;
        }
        if (not && Any(Shots) || Has("fire") && Has("hold cease stop observe") || Has("shooting firing rockets shelling") && Has("stop end cease halt") || Has("guns weapons artillery batteries") && Has("silent quiet silence fall hush"))
        {
            return ClaimClasses.CeaseFire;
        }
        if (Has("patrol patrols") && !Has("keep apart stop boats"))
        {
            return ClaimClasses.Patrol;
        }
        if (Has("mines demine demined demining mine-clearing unexploded landmines") || Has("mine") && Has("clearance clear clearing"))
        {
            return ClaimClasses.Demine;
        }
        if (away && Any(Weapons) && !Has("airports"))
        {
            return ClaimClasses.WithdrawWeapons;
        }
        if ((Has("zone zones buffer strip corridor belt perimeter") || Has("maps") && Has("areas")) && Has("create set establish mark form declare demarcate map keep put") && !Has("deploy patrol leave"))
        {
            return ClaimClasses.CreateZone;
        }
        if (Any(Relief) && Has("allow let deliver access grant pass reach enter open bring into unhindered"))
        {
            return ClaimClasses.HumanitarianAccess;
        }
        if (Has("verify monitor observers monitors supervise oversee watch inspect monitoring verification inspectors drones") && !Has("leave"))
        {
            return ClaimClasses.Monitor;
        }
        if (Has("reopen reopened reopening opening restore restored unblock open opened resume resumed lift lifted") && Any(Ways))
        {
            return ClaimClasses.RestoreTransit;
        }
        if (Has("apart alone reined wait restraint ground abstain refrain avoid freeze drills") || Has("halt stop") && Has("advance using flights movement") || Has("keep") && Has("out off away clear"))
        {
            return Has("restraint") ? ClaimClasses.CeaseFire : ClaimClasses.Refrain;
        }
        if (Has("ban bans banned forgo renounce") && Has("exercises drills flights manoeuvres attacks use overflights exercise") || Has("refrain refrains desist"))
        {
            return ClaimClasses.Refrain;
        }
        if (Has("fly enter cross deploy open") && not)
        {
            return ClaimClasses.Refrain;
        }
        if (Any(Fight) && !Has("attack attacks") && Has("truce ceasefire cease-fire pause guns violence hostilities fighting silence calm arms") && !away)
        {
            return ClaimClasses.CeaseFire;
        }
        if (away && (Any(Forces) || hasVerb) && !Has("give given hand"))
        {
            return ClaimClasses.WithdrawForces;
        }
        if (Has("stop stops cease end halt refrain desist") && Has("kidnapping recruiting abducting laying building recruitment kidnappings abductions smuggling construction jamming overflights"))
        {
            return ClaimClasses.Refrain;
        }
        if (not && Has("hinder obstruct impede block harm touch") && Any(Relief))
        {
            return ClaimClasses.HumanitarianAccess;
        }
        return Any(Fight) && Has("end stop cease halt suspend prescribes hold observe") ? ClaimClasses.CeaseFire : not && (Any(Forces) || Has("hinder obstruct impede interfere build recruit")) ? ClaimClasses.Refrain : null;
    }

    /// <summary>The class of what is planned, else of the duty that it would be; "say" when the words tell none.</summary>
    public static string OfPlan(Words words, Part part) => Planned(words, part) ?? Known(words, part) ?? ClaimClasses.Say;

    /// <summary>The class of what is planned; null when the words tell none.</summary>
    public static string? Planned(Words words, Part part)
    {
        bool Has(string list) => words.Any(part.Start, part.End, Listed(list));
        return Has("patrol") ? ClaimClasses.Patrol
            : Has("meet summit meeting talks negotiations") ? ClaimClasses.Meeting
            : Has("watch monitor observe verify observers") ? ClaimClasses.Monitor
            : Has("pause truce ceasefire cease-fire") ? ClaimClasses.CeaseFire
            : Has("medicines medicine aid food relief supplies") ? ClaimClasses.AidDelivery
            : Has("drill drills carrier exercise exercises reinforcements deploy troops battalion warships frigate") && !Has("withdraw leave enter") ? ClaimClasses.MobilizeTroops
            : Has("withdraw withdrawal pull-out pull-back") ? ClaimClasses.WithdrawForces
            : Has("reopen crossing") ? Known(words, part) ?? ClaimClasses.RestoreTransit : null;
    }
}
