using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Claims.Rules;

/// <summary>Which sort of event a verb reports, by its subject and complements.</summary>
internal static class EventLexicon
{
    private const string Aerial = "air airstrike airstrikes air-strike warplane warplanes jet jets drone drones aircraft helicopter helicopters gunships barrel airforce bombers strikes";
    private const string Shells = "shelling shell shells artillery mortar mortars rocket rockets missile missiles howitzer howitzers grad bombardment launchers cannon cross-fire";
    private const string Blasts = "mine mines landmine bomb bombs blast blasts explosion explosions explosive explosives ied ieds bomber grenade";
    private const string Troops =
        "troops reinforcements soldiers convoy convoys tank tanks vehicles vehicle hardware forces fighters armour armor personnel units men carriers battalion battalions brigade "
        + "peacekeepers mercenaries militia militias column columns contingents gunmen marines trenches";
    private const string People = "observers observer peacekeepers peacekeeper hostages soldiers civilians monitors journalists activists men people protesters fishermen villagers workers members crew";
    private const string Watchers = "patrol patrols monitors observers convoy convoys inspectors inspection team mission drone uav road roads checkpoint checkpoints crossing crossings border bridge access";
    private const string Pacts = "agreement accord pact deal ceasefire cease-fire truce statement treaty memorandum protocol document roadmap declaration";
    private const string Relief = "aid food relief medicine medicines medical humanitarian supplies trucks flour";
    private const string Crowd = "people civilians residents refugees families villagers inhabitants";

    private static readonly Entry[] Entries =
    [
        new(ClaimClasses.Meeting, "meet brief host visit", "", "talks"),
        new(ClaimClasses.Meeting, "hold open conclude resume convene attend", "talks meeting summit negotiations consultations"),
        new(ClaimClasses.Agreement, "sign initial conclude reach seal ratify strike endorse", Pacts),
        new(ClaimClasses.Agreement, "take come enter", "truce ceasefire cease-fire", "", Where.Subject),
        new(ClaimClasses.Detain, "detain arrest abduct kidnap", ""),
        new(ClaimClasses.Detain, "capture hold seize take", People, "", Where.Object),
        new(ClaimClasses.DisplacePeople, "flee displace uproot", ""),
        new(ClaimClasses.DisplacePeople, "cross leave evacuate drive force", Crowd),
        new(ClaimClasses.AidDelivery, "deliver distribute", ""),
        new(ClaimClasses.AidDelivery, "arrive dock reach enter unload land carry", Relief),
        new(ClaimClasses.RestrictMovement, "turn_back deny block prevent bar", Watchers),
        new(ClaimClasses.RestrictMovement, "close stop halt shut seal hold", "patrol patrols monitors observers inspectors crossing crossings border checkpoint checkpoints bridge road roads convoy convoys", "",
            Where.Object),
        new(ClaimClasses.RetreatWithdraw, "withdraw retreat pull pull_back pull_out redeploy disengage vacate", ""),
        new(ClaimClasses.MobilizeTroops, "mass deploy amass mobilise mobilize reinforce build_up", ""),
        new(ClaimClasses.MobilizeTroops, "send move bring dispatch pour cross enter arrive station assemble gather dig transfer", Troops),
        new(ClaimClasses.AssaultAerial, "strafe", ""),
        new(ClaimClasses.AssaultShelling, "shell bombard", ""),
        new(ClaimClasses.AssaultShelling, "fire launch lob land rain", Shells),
        new(ClaimClasses.AssaultArmed, "shoot_down drive_out drive", ""),
        new(ClaimClasses.AssaultExplosive, "explode detonate blow_up go_off", ""),
        new(ClaimClasses.AssaultShelling, "report hear record register", "shelling bombardment", "", Where.Object),
        new(ClaimClasses.AssaultArmed, "record register report", "violation violations shots bursts"),
        new(ClaimClasses.AssaultExplosive, "record hear register rock report occur", "explosion explosions blast blasts"),
        new(ClaimClasses.AssaultAerial, "bomb", ""),
        new(ClaimClasses.AssaultAerial, "strike hit target pound raid destroy kill wound injure attack damage flatten", Aerial, "", Where.Instrument),
        new(ClaimClasses.AssaultAerial, "launch carry conduct", Aerial),
        new(ClaimClasses.AssaultShelling, "strike hit target pound destroy kill wound injure damage fall", Shells, "", Where.Instrument),
        new(ClaimClasses.AssaultExplosive, "kill wound injure hit destroy damage rock", Blasts, "", Where.Instrument),
        new(ClaimClasses.AssaultArmed, "clash overrun storm ambush repel repulse recapture retake attack assault shoot ransack loot rescue execute massacre torch besiege encircle", ""),
        new(ClaimClasses.AssaultArmed, "capture seize strike pound", ""),
        new(ClaimClasses.AssaultArmed, "erupt break_out flare_up rage resume", "clashes fighting battle battles gunfire firefight"),
        new(ClaimClasses.AssaultArmed, "kill wound injure fight open", Crowd + " " + People + " dead fire officer officers child children woman women fighters militants rebels"),
    ];

    /// <summary>The class of event that a verb reports; null when it reports none.</summary>
    /// <param name="words">The text.</param>
    /// <param name="verb">The verb.</param>
    /// <param name="subject">Tokens of the subject.</param>
    /// <param name="end">End of the complements.</param>
    public static string? Of(Words words, VerbGroup verb, (int First, int End) subject, int end)
    {
        var phrase = verb.Particle is null ? verb.Lemma : $"{verb.Lemma}_{verb.Particle}";
        foreach (var entry in Entries)
        {
            if (!entry.Verbs.Contains(phrase) && !entry.Verbs.Contains(verb.Lemma))
                continue;
            if (entry.Unless.Count > 0 && words.Any(subject.First, subject.End, entry.Unless))
                continue;
            var subjectCounts = entry.Where is not Where.Object || verb.Passive;
            if (entry.With.Count == 0 || (subjectCounts && words.Any(subject.First, subject.End, entry.With))
                || words.Any(entry.From(words, verb.End, end), end, entry.With))
                return entry.Class;
        }
        return null;
    }

    /// <summary>Where, besides the subject, the words of an entry count.</summary>
    private enum Where
    {
        /// <summary>Anywhere in the complements.</summary>
        Anywhere,

        /// <summary>Behind "with", "by" or "in": what is hit is not what it is hit with.</summary>
        Instrument,

        /// <summary>In what suffers the deed: the complements, or the subject of a passive.</summary>
        Object,

        /// <summary>In the subject only.</summary>
        Subject,
    }

    private static readonly FrozenSet<string> Means = Words.Set("with by in using from");

    private sealed record Entry(string Class, FrozenSet<string> Verbs, FrozenSet<string> With, FrozenSet<string> Unless, Where Where)
    {
        public Entry(string @class, string verbs, string with, string unless = "", Where where = Where.Anywhere)
            : this(@class, Words.Set(verbs), Words.Set(with), Words.Set(unless), where)
        {
        }

        public int From(Words words, int first, int end) => Where switch
        {
            Where.Subject => end,
            Where.Instrument when words.Find(first, end, Means) is var means => means < 0 ? end : means,
            _ => first,
        };
    }
}
