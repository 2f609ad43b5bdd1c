using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Claims.Assertions;

/// <summary>What sort of deed a part tells: by its verb and by the arms, people and things that stand with it.</summary>
internal static class DeedClass
{
    private static readonly FrozenSet<string> Aerial = Lexicon.Nouns("aerial");
    private static readonly FrozenSet<string> Shell = Lexicon.Nouns("shell");
    private static readonly FrozenSet<string> Blast = Lexicon.Nouns("blast");
    private static readonly FrozenSet<string> Troops = Lexicon.Nouns("troops");
    private static readonly FrozenSet<string> Civilian = Lexicon.Nouns("civilian");
    private static readonly FrozenSet<string> Captive = Lexicon.Nouns("captive");
    private static readonly FrozenSet<string> Watcher = Lexicon.Nouns("watcher");
    private static readonly FrozenSet<string> Pact = Lexicon.Nouns("pact");
    private static readonly FrozenSet<string> Relief = Lexicon.Nouns("relief");
    private static readonly FrozenSet<string> Places = Words.Set("town city village village base airport post posts position positions checkpoint district hill camp area airstrip bases barracks bunkers palace province heights territory");
    private static readonly FrozenSet<string> Harms = Words.Set("strike hit target pound raid destroy kill wound injure attack damage flatten fall land die lose perish burn fly come pass struck maim fire launch rain lob fired open fight hurt claim cut tear leave crash drop come drive storm return rocket");

    /// <summary>The class of the deed; null when the words tell none.</summary>
    public static string? Of(Words words, Part part) => part.Main is { } main ? Of(words, main, part.Start, part.End) : OfNouns(words, part.Start, part.End);

    /// <summary>The class of the deed that nouns alone tell ("shelling of Hays by troops").</summary>
    public static string? OfNouns(Words words, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            var found = words[i] switch
            {
                "raid" or "raids" or "bombs" or "airstrike" or "airstrikes" or "bombing" or "strike" or "strikes" => ClaimClasses.AssaultAerial,
                "shelling" or "bombardment" or "shells" or "rocket" or "rockets" or "barrage" or "salvo" => ClaimClasses.AssaultShelling,
                "blast" or "explosion" or "mine" or "ied" => ClaimClasses.AssaultExplosive,
                "capture" or "arrest" or "abduction" or "kidnapping" or "detention" => ClaimClasses.Detain,
                "pact" or "agreement" or "armistice" or "accord" or "treaty" => ClaimClasses.Agreement,
                "withdrawal" or "pull-out" or "pullback" or "retreat" or "pull-back" => ClaimClasses.RetreatWithdraw,
                "ambush" or "clash" or "clashes" or "assault" or "attack" or "fall" or "storming" or "siege" or "ambushes" or "massacre" or "killing" => ClaimClasses.AssaultArmed,
                "meeting" or "summit" or "talks" => ClaimClasses.Meeting,
                _ => DeedLexicon.OfNoun(words[i]),
            };
            if (found is not null)
            {
                return found;
            }
        }
        return null;
    }

    /// <summary>The class of the deed of a verb with the words among the tokens [first, end); null when they tell none.</summary>
    public static string? Of(Words words, VerbGroup verb, int first, int end)
    {
        var phrase = verb.Particle is null ? words[verb.End] is "up" or "off" or "out" or "back" or "down" or "away" ? $"{verb.Lemma}_{words[verb.End]}" : verb.Lemma : $"{verb.Lemma}_{verb.Particle}";
        bool Any(FrozenSet<string> set) => words.Any(first, end, set);
        bool Has(params ReadOnlySpan<string> any)
        {
            for (var i = first; i < end; i++)
            {
                if (any.Contains(words[i]))
                {
                    return true;
                }
            }
            return false;
        }

        var fixedClass = (verb.Lemma, phrase) switch
        {
            ("meet", _) when verb.Passive => null,
            (_, "go_up") when Any(Blast) || Has("explosives") => ClaimClasses.AssaultExplosive,
            ("move" or "deport" or "relocate" or "bus" or "resettle" or "expel" or "evict" or "evacuate", _) when verb.Passive && (Any(Civilian) || Has("population", "inhabitants", "peasants", "farmers")) && !Any(Troops) => ClaimClasses.DisplacePeople,
            ("gather" or "assemble" or "convene" or "huddle", _) when Has("delegates", "delegations", "delegation", "negotiators", "envoys", "ministers", "mediators", "leaders", "elders", "presidents", "generals") => ClaimClasses.Meeting,
            (_, "sit_down") or ("meet" or "confer" or "convene" or "negotiate", _) => ClaimClasses.Meeting,
            ("hold" or "open" or "resume" or "attend" or "conclude" or "speak" or "host" or "speak", _) when Has("talks", "meeting", "summit", "negotiations", "telephone", "phone", "hotline", "round", "session") => ClaimClasses.Meeting,
            ("sign" or "initial" or "ratify", _) => ClaimClasses.Agreement,
            ("reach" or "strike" or "conclude" or "seal" or "broker" or "put" or "take" or "come" or "declare" or "adopt" or "end", _) when Any(Pact) && !Any(Aerial) => ClaimClasses.Agreement,
            ("agree", _) => ClaimClasses.Agreement,
            ("loot" or "ransack" or "pillage" or "plunder", _) => ClaimClasses.Loot,
            ("detain" or "arrest" or "abduct" or "kidnap" or "blindfold" or "handcuff" or "imprison" or "intern", _) => ClaimClasses.Detain,
            (_, "dig") when Has("blindfolded", "took", "detained") => ClaimClasses.Detain,
            ("take" or "capture" or "seize", _) when Has("hostage", "hostages", "prisoner", "captive", "prisoners") => ClaimClasses.Detain,
            ("free" or "release" or "swap", _) => ClaimClasses.Release,
            ("hand" or "turn" or "transfer" or "give" or "return", _) when Any(Captive) => ClaimClasses.Release,
            ("flee" or "displace" or "uproot", _) when !Any(Troops) => ClaimClasses.DisplacePeople,
            ("leave" or "cross" or "drive" or "force" or "take" or "go" or "abandon" or "evacuate" or "escape", _) when (Any(Civilian) || Has("homes", "armenians", "syrians", "ukrainians")) && !Any(Troops) && !Has("guns", "fighters") => ClaimClasses.DisplacePeople,
            ("reopen" or "reconnect", _) => ClaimClasses.RestoreTransit,
            ("land" or "open" or "resume" or "restart" or "restore" or "lift", _) when Has("flight", "flights", "crossing", "road", "bridge", "airport", "border", "blockade", "railway", "train", "trains", "port") && !Any(Shell) => ClaimClasses.RestoreTransit,
            ("close" or "block" or "halt" or "stop" or "seal" or "shut" or "bar" or "deny" or "prevent" or "turn" or "blockade" or "obstruct" or "refuse", _) when Any(Watcher) => ClaimClasses.RestrictMovement,
            ("hold", _) when Has("convoy", "convoys", "patrol", "patrols", "team", "mission", "monitors", "observers", "inspectors", "drone", "lorries", "trucks") => ClaimClasses.RestrictMovement,
            ("set" or "erect" or "put" or "man", _) when Has("checkpoint", "checkpoints", "roadblock", "roadblocks", "barricades", "barrier") => ClaimClasses.RestrictMovement,
            ("deliver" or "distribute" or "unload" or "bring" or "reach" or "carry" or "arrive" or "enter" or "dock" or "hand", _) when Any(Relief) => ClaimClasses.AidDelivery,
            ("patrol", _) => ClaimClasses.Patrol,
            ("drive" or "run" or "conduct" or "hold" or "complete" or "set", _) when Has("patrol", "patrols") => ClaimClasses.Patrol,
            ("shell" or "bombard" or "mortar" or "rocket", _) => ClaimClasses.AssaultShelling,
            ("detonate" or "explode" or "booby-trap" or "mine" or "blast", _) or (_, "blow_up" or "go_off") => ClaimClasses.AssaultExplosive,
            ("tear", _) when Any(Blast) => ClaimClasses.AssaultExplosive,
            ("bomb" or "strafe", _) => ClaimClasses.AssaultAerial,
            ("shoot" or "shell", "shoot_down") => ClaimClasses.AssaultArmed,
            ("withdraw" or "retreat" or "vacate" or "disengage" or "redeploy" or "abandon" or "evacuate", _) or (_, "pull_back" or "pull_out" or "move_out" or "draw_back") => ClaimClasses.RetreatWithdraw,
            ("pull", _) when Any(Troops) || Has("guns", "men", "army", "battalion", "brigade", "howitzers", "launchers") => ClaimClasses.RetreatWithdraw,
            ("flee", _) => ClaimClasses.RetreatWithdraw,
            ("drive" or "take" or "steal" or "make" or "lead" or "carry" or "walk", _) when Has("cattle", "sheep", "goats", "livestock", "camels", "herd", "herds") => ClaimClasses.Loot,
            ("take" or "lead" or "remove" or "drag" or "haul", _) when verb.Passive && (Any(Civilian) || Has("fishermen", "farmers", "shepherds", "workers", "drivers", "teachers", "students", "sailors", "activists", "journalists")) => ClaimClasses.Detain,
            ("roll" or "move" or "drive", _) when Has("howitzers", "guns", "tanks", "troops", "last") && (Has("last", "our") || words[verb.End] == "away") && !Has("into") => ClaimClasses.RetreatWithdraw,
            ("leave" or "go" or "return" or "depart" or "quit", _) when Any(Troops) || Has("guns", "men", "army", "battalion", "division", "armies", "monitors", "howitzers") => ClaimClasses.RetreatWithdraw,
            ("hand" or "give" or "cede" or "relinquish", _) => ClaimClasses.RetreatWithdraw,
            ("launch", _) when Has("march", "offensive", "assault", "attack", "push", "operation", "campaign", "incursion") => ClaimClasses.AssaultArmed,
            ("deploy" or "mass" or "amass" or "mobilise" or "mobilize" or "reinforce" or "redeploy" or "muster", _) => ClaimClasses.MobilizeTroops,
            ("storm" or "overrun" or "ambush" or "clash" or "assault" or "besiege" or "encircle" or "recapture" or "retake" or "repel" or "repulse" or "shoot" or "stab" or "beat" or "punch" or "ram" or "execute" or "massacre" or "lynch" or "behead" or "skirmish" or "contest" or "rout" or "conquer" or "invade" or "fight", _) => ClaimClasses.AssaultArmed,
            (_, "drive_out" or "shoot_out" or "open_up" or "shoot_dead") when !Any(Shell) && !Any(Aerial) => ClaimClasses.AssaultArmed,
            ("seize" or "capture", _) => ClaimClasses.AssaultArmed,
            _ => null,
        };
        if (fixedClass is not null)
        {
            return fixedClass;
        }
        if (Harms.Contains(verb.Lemma) || verb.Lemma is "hear" or "record" or "report" or "log" or "register" or "observe" or "count" or "drop" or "hurl" or "throw" or "be" or "continue")
        {
            if (Has("rounds", "howitzer", "shell", "shells", "mortar", "mortars", "artillery", "rockets", "rocket", "shelling") && !Has("jet", "jets", "drone", "drones", "warplanes"))
            {
                return ClaimClasses.AssaultShelling;
            }
            if (Any(Blast) && !Has("jet", "jets", "warplanes", "planes", "barrel", "drone", "drones") && !(Has("bombs", "bomb") && Has("side's", "own")))
            {
                return ClaimClasses.AssaultExplosive;
            }
            if (Any(Aerial) || Has("bombs"))
            {
                return ClaimClasses.AssaultAerial;
            }
            if (Any(Shell))
            {
                return ClaimClasses.AssaultShelling;
            }
        }
        if (verb is { Lemma: "hit" or "strike", Passive: true })
        {
            return ClaimClasses.AssaultShelling;
        }
        return (verb.Lemma, phrase) switch
        {
            ("attack" or "raid" or "kill" or "wound" or "injure" or "murder" or "burn" or "ram" or "hurt", _) => ClaimClasses.AssaultArmed,
            ("drive" or "push" or "force" or "chase" or "oust", _) when verb.Lemma != "drive" || verb.Passive || words[verb.End] is not ("into" or "to" or "past" or "through" or "across" or "from" or "along" or "up" or "down" or "round") => Any(Aerial) ? ClaimClasses.AssaultAerial : ClaimClasses.AssaultArmed,
            ("take" or "hold" or "lose" or "enter" or "fall" or "march" or "walk" or "launch" or "seize", _) when Any(Places) || words[verb.End].Length > 0 && words.IsCapital(verb.End) || words[verb.End] is "into" or "in" or "his" or "to" or "at" => ClaimClasses.AssaultArmed,
            ("lose", _) when Has("contact", "touch", "patience", "hope", "interest", "track", "faith") => null,
            ("lose" or "take", _) when verb.Passive => ClaimClasses.AssaultArmed,
            ("cut", _) when Has("pieces") => ClaimClasses.AssaultArmed,
            ("erupt" or "rage" or "flare" or "break", _) when Has("fighting", "clashes", "gunfire", "battle", "battles") => ClaimClasses.AssaultArmed,
            ("open" or "exchange", _) when Has("fire") => ClaimClasses.AssaultArmed,
            ("arrive" or "reach" or "roll" or "move" or "send" or "dispatch" or "cross" or "enter" or "come" or "pour" or "dock" or "stream" or "drive" or "advance" or "station" or "join" or "gather" or "assemble" or "bring" or "dig", _) when Any(Troops) => ClaimClasses.MobilizeTroops,
            _ => DeedLexicon.Of(words, verb, first, end) ?? OfArms(words, verb, first) ?? OfMotion(words, verb, first)
                ?? (verb.Lemma is "die" or "perish" || verb.Lemma == "lose" && Has("life", "lives") ? OfNouns(words, first, end) is { } cause && cause.StartsWith("assault", StringComparison.Ordinal) ? cause : ClaimClasses.AssaultArmed : null),
        };
    }

    /// <summary>"a bomb ripped through", "artillery answered": arms that are the subject of a verb tell how it was done, whatever the verb.</summary>
    private static string? OfArms(Words words, VerbGroup verb, int first)
    {
        if (verb.Passive || Idle.Contains(verb.Lemma) && !(verb.Lemma is "reach" or "come" or "cross" or "pass" or "fly" && words.Any(first, verb.First, Shell)))
        {
            return null;
        }
        var head = verb.First - 1;
        for (var i = first; i < verb.First; i++)
        {
            if (words[i] is "of" or "from" or "in" or "on" or "near" or "with" or "," or "carrying" or "belonging")
            {
                head = i - 1;
                break;
            }
        }
        var word = words[head];
        return Blast.Contains(word) || word is "device" or "devices" or "minefield" ? ClaimClasses.AssaultExplosive
            : word is "airstrike" or "airstrikes" or "jet" or "jets" or "warplane" or "warplanes" or "drone" or "drones" or "bomber" or "bombers" or "helicopter" or "helicopters" or "gunship" or "gunships" or "raid" or "raids" ? ClaimClasses.AssaultAerial
            : Shell.Contains(word) ? ClaimClasses.AssaultShelling : null;
    }

    /// <summary>"The column rumbled out of town": forces that are the subject of a verb with a direction move, whatever the verb.</summary>
    private static string? OfMotion(Words words, VerbGroup verb, int first)
    {
        if (verb.Passive || verb.Lemma is "be" or "have" or "do" || !words.Any(first, verb.First, Troops) && !words.Any(first, verb.First, Movers))
        {
            return null;
        }
        var direction = verb.Particle is "back" or "out" or "away" or "off" ? verb.Particle : words[verb.Head + 1];
        return direction is "out" or "away" or "off" or "from" or "back" ? ClaimClasses.RetreatWithdraw : direction is "into" or "onto" or "across" or "towards" or "toward" or "up" ? ClaimClasses.MobilizeTroops : null;
    }

    private static readonly FrozenSet<string> Movers = Words.Set("column columns armour tanks");

    private static readonly FrozenSet<string> Idle = Words.Set("be have remain stand stay lie belong arrive fly return leave move come go reach roll hover patrol appear circle pass cross");
}
