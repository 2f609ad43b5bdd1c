using System.Collections.Frozen;

namespace Truceline.Entity.Reading.Claims.Grammar;

/// <summary>Forms of the verbs that reports of this field are written with. A word may be several forms of several verbs.</summary>
internal static class VerbLexicon
{
    private const string Regular =
        "abandon accept admit demobilise demobilize accuse acknowledge add advance agree allow announce appeal apologise apologize approach approve arrest arrive assault assure attack attempt "
        + "avert award ban bar batter beef begin block blame blast bolster bomb bombard bombing breach brief broker burn call cancel capture carry cease charge cite claim clash clear "
        + "close collapse commit complete comply conclude condemn confirm confiscate confront conquer consider consult continue control convene cooperate counter create criticise "
        + "criticize cross damage declare declassify decline deescalate defend delay deliver demand demilitarise demilitarize demine demolish deny denounce depart deploy describe "
        + "destroy detain detonate disagree disarm disband discuss disengage dismantle dismiss dispatch displace distribute dock down drop ease emphasise emphasize enable encircle end "
        + "endorse engage ensure enter entail envisage erupt escalate establish evacuate exchange execute expel explain explode express extend facilitate fail fear file finish fire "
        + "flatten follow force form free freeze gather grant guarantee guard halt hamper hand help hijack hinder hope host impose include indicate initial injure insist inspect "
        + "install intercept intervene invade involve issue join jail keep kidnap kill lack land last launch liberate lift limit link list loot lower maintain march mass massacre "
        + "believe doubt expect mediate mobilise mobilize monitor mount move murder name negotiate note notify object oblige obstruct observe occupy offer open oppose order organise oust "
        + "outline overlook oversee patrol pardon permit plan plant pledge plunder police postpone pound prepare present press prevent proclaim prohibit promise propose protect "
        + "protest provide publish pull push question raid rain ransack reach reaffirm reassure rebuild recall receive record redeploy refrain refuse regain register reiterate "
        + "reinforce reject release relocate remain remark remove reopen repair repel reply report repulse request require rescue resist respect respond restart restate restore "
        + "restrict resume retaliate retreat return reveal revive rule sack save scrap seal search secure seize separate serve shell shield show sign signal slow smash spark spill "
        + "stage station stem step stipulate stop storm stress surrender surround suspect suspend target tell test-fire threaten topple torch tour train transfer transport "
        + "trap trigger turn uncover undermine unleash unload uproot urge use vacate verify violate visit vow wage want warn watch welcome withhold witness work wound abide "
        + "accompany adhere amass assemble assess belong bury camp cast cover cut demolish disperse downplay escort explode fortify gain ground hail hold hope ignite inform infiltrate "
        + "intensify invite lead lob lock occur offload outlaw perish perform persist position pour pursue ratify reconvene repatriate resettle ring rock scatter shift shoot shrink "
        + "stockpile strafe stream strengthen subside supervise supply support swap swear tighten transit unblock uphold volley voice wait";

    /// <summary>Base, past and participle where they are not regular.</summary>
    private const string Irregular =
        "be/was/been begin/began/begun break/broke/broken bring/brought/brought build/built/built buy/bought/bought cast/cast/cast catch/caught/caught come/came/come cut/cut/cut "
        + "dig/dug/dug do/did/done draw/drew/drawn drive/drove/driven fall/fell/fallen feed/fed/fed fight/fought/fought find/found/found flee/fled/fled fly/flew/flown "
        + "forbid/forbade/forbidden freeze/froze/frozen get/got/got give/gave/given go/went/gone grow/grew/grown have/had/had hear/heard/heard hit/hit/hit hold/held/held keep/kept/kept "
        + "lay/laid/laid lead/led/led leave/left/left let/let/let lose/lost/lost make/made/made mean/meant/meant meet/met/met overrun/overran/overrun oversee/oversaw/overseen "
        + "pay/paid/paid put/put/put retake/retook/retaken rise/rose/risen run/ran/run say/said/said see/saw/seen seek/sought/sought send/sent/sent set/set/set shoot/shot/shot "
        + "shut/shut/shut speak/spoke/spoken spread/spread/spread stand/stood/stood strike/struck/struck take/took/taken tell/told/told undertake/undertook/undertaken "
        + "uphold/upheld/upheld withdraw/withdrew/withdrawn withhold/withheld/withheld win/won/won write/wrote/written swear/swore/sworn blow/blew/blown bind/bound/bound "
        + "shrink/shrank/shrunk think/thought/thought hide/hid/hidden become/became/become rebuild/rebuilt/rebuilt";

    /// <summary>Verbs that double their last letter before an ending.</summary>
    private const string Doubling =
        "log hug jam tap trip nod chat dip strap wrap skip abut ban bar commit compel drop plan ram refer ship slam slip stem step stop swap trap expel patrol repel kidnap transfer occur permit control cancel admit abet beg ebb stab rob whip flag rid top tip man mar rip strip slap snap stun sway tug defer deter incur rebel regret submit remit omit concur confer acquit clog drag thin plot plug pin sap scan scrap sin shun trim thwart hum snub airdrop travel model counsel channel label level quarrel shovel signal total tunnel fuel equip propel rebut spur grab bag spot hop pop stir star blur char spar war scar bet flap fit outfit pit rot hem cram dam can cap drip flip grip quip chop crop flop mop prop peg dig rig bog flog jog bug lug mug shrug sag snag pad plod prod thud handicap unplug entrap outwit upset beset embed shred";

    /// <summary>Third persons that are rarely nouns in this field; others ("attacks", "strikes") are taken for nouns.</summary>
    private const string PresentForms =
        "says adds calls provides obliges requires stipulates bans backs denies remains wants demands envisages commits allows entails includes warns means insists sees has forbids "
        + "prohibits binds foresees continues";

    private static readonly FrozenDictionary<string, string> Bases;
    private static readonly FrozenDictionary<string, string> Pasts;
    private static readonly FrozenDictionary<string, string> Participles;
    private static readonly FrozenDictionary<string, string> Progressives;
    private static readonly FrozenDictionary<string, string> Presents;

    static VerbLexicon()
    {
        var (bases, pasts, participles, progressives) = (Table(), Table(), Table(), Table());
        var doubling = Doubling.Split(' ').ToHashSet(StringComparer.Ordinal);
        foreach (var entry in Irregular.Split(' ').Concat(Lexicon.List("irregular")))
        {
            var forms = entry.Split('/');
            bases[forms[0]] = pasts[forms[1]] = participles[forms[2]] = progressives[Progressive(forms[0], doubling)] = forms[0];
        }
        foreach (var verb in Regular.Split(' ').Concat(Lexicon.List("verbs")).Where(v => !bases.ContainsKey(v)))
        {
            bases[verb] = progressives[Progressive(verb, doubling)] = verb;
            pasts[Past(verb, doubling)] = participles[Past(verb, doubling)] = verb;
        }
        // "mobilized" beside "mobilised", "traveled" beside "travelled".
        foreach (var verb in bases.Values.Where(v => v.Length > 5 && v.EndsWith("ise", StringComparison.Ordinal)).Distinct().ToList())
        {
            var other = verb[..^3] + "ize";
            bases.TryAdd(other, verb);
            pasts.TryAdd(other + "d", verb);
            participles.TryAdd(other + "d", verb);
            progressives.TryAdd(other[..^1] + "ing", verb);
        }
        foreach (var verb in doubling.Where(v => v.Length > 4 && v[^1] == 'l' && bases.ContainsKey(v)))
        {
            pasts.TryAdd(verb + "ed", verb);
            participles.TryAdd(verb + "ed", verb);
            progressives.TryAdd(verb + "ing", verb);
        }
        // "burned" beside "burnt".
        foreach (var verb in Lexicon.List("regularpast"))
        {
            bases.TryAdd(verb, verb);
            pasts[Past(verb, doubling)] = participles[Past(verb, doubling)] = verb;
        }
        var presents = PresentForms.Split(' ').Concat(Lexicon.List("presents")).Distinct().ToDictionary(p => p, p => p == "has" ? "have" : Singular(p, bases), StringComparer.Ordinal);
        (Bases, Pasts, Participles, Progressives, Presents) = (Freeze(bases), Freeze(pasts), Freeze(participles), Freeze(progressives), Freeze(presents));

        static Dictionary<string, string> Table() => new(StringComparer.Ordinal);
        static FrozenDictionary<string, string> Freeze(Dictionary<string, string> d) => d.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The verb whose infinitive the lower-case word is; null when it is none.</summary>
    public static string? OfBase(string word) => Bases.GetValueOrDefault(word);

    /// <summary>The verb whose simple past the lower-case word is; null when it is none.</summary>
    public static string? OfPast(string word) => Pasts.GetValueOrDefault(word);

    /// <summary>The verb whose past participle the lower-case word is, or may be by its ending; null when it is none.</summary>
    public static string? OfParticiple(string word) =>
        Participles.GetValueOrDefault(word) ?? (word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) ? Stem(word[..^2]) : null);

    /// <summary>The verb whose -ing form the lower-case word is; null when it is none.</summary>
    public static string? OfProgressive(string word) => Progressives.GetValueOrDefault(word);

    /// <summary>The verb whose third person the lower-case word may be, though it may as well be a plural noun ("attacks"); null when it is none.</summary>
    public static string? OfThirdPerson(string word)
    {
        if (word.Length < 4 || word[^1] != 's')
        {
            return null;
        }
        return Bases.GetValueOrDefault(word[..^1])
            ?? (word.EndsWith("ies", StringComparison.Ordinal) ? Bases.GetValueOrDefault(word[..^3] + "y") : word.EndsWith("es", StringComparison.Ordinal) ? Bases.GetValueOrDefault(word[..^2]) : null);
    }

    /// <summary>The verb that a lower-case word in -ed outside the lexicon is the past of by its ending; null when it is no such word.</summary>
    public static string? GuessPast(string word) =>
        word.Length > 5 && word.EndsWith("ed", StringComparison.Ordinal) && !NoPasts.Contains(word) && !word.StartsWith("un", StringComparison.Ordinal) && !word.Contains('-', StringComparison.Ordinal)
            ? Stem(word[..^2]) : null;

    /// <summary>The verb whose -ing form a lower-case word outside the lexicon is by its ending, behind "be"; null when it is no such word.</summary>
    public static string? GuessProgressive(string word) =>
        word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal) && !NoProgressives.Contains(word) ? Stem(word[..^3]) : null;

    /// <summary>The infinitive of which a word without its ending is the rest: one that is known, else by the rules of spelling ("initiall" of "initial", "readi" of "ready").</summary>
    private static string Stem(string rest)
    {
        if (Bases.ContainsKey(rest) || rest.Length < 4)
        {
            return rest;
        }
        var single = rest[^1] == rest[^2] && rest[^1] is not ('s' or 'e' or 'f') ? rest[..^1] : rest;
        return Bases.ContainsKey(rest + "e") ? rest + "e"
            : rest[^1] == 'i' ? rest[..^1] + "y"
            : Bases.ContainsKey(single) || rest[^1] != 'l' ? single : rest;
    }

    private static readonly FrozenSet<string> NoPasts = Words.Set(
        "hundred indeed naked sacred hatred wicked rugged ragged talented skilled gifted beloved exceed proceed succeed bloodshed watershed kindred biased interested retired qualified allied renowned bearded hooded deceased diseased sophisticated");
    private static readonly FrozenSet<string> NoProgressives = Words.Set(
        "nothing something anything everything evening morning during ceiling ongoing missing outstanding upcoming willing alarming worrying shocking disturbing king spring string being exciting interesting encouraging devastating wing");

    /// <summary>The verb whose third person the lower-case word is, if it is seldom a noun; null otherwise.</summary>
    public static string? OfPresent(string word) => Presents.GetValueOrDefault(word);

    private static string Past(string verb, HashSet<string> doubling) =>
        verb[^1] == 'e' ? verb + "d"
        : EndsInConsonantY(verb) ? verb[..^1] + "ied"
        : doubling.Contains(verb) ? verb + verb[^1] + "ed"
        : verb + "ed";

    private static string Progressive(string verb, HashSet<string> doubling) =>
        verb is "be" or "see" or "flee" or "agree" or "free" or "oversee" or "disagree" or "guarantee" ? verb + "ing"
        : verb[^1] == 'e' ? verb[..^1] + "ing"
        : doubling.Contains(verb) || verb is "dig" or "cut" or "get" or "hit" or "let" or "put" or "run" or "set" or "shut" or "win" or "begin" or "overrun"
            ? verb + verb[^1] + "ing"
        : verb + "ing";

    private static string Singular(string present, Dictionary<string, string> bases) =>
        bases.ContainsKey(present[..^1]) ? present[..^1]
        : present.EndsWith("oes", StringComparison.Ordinal) ? present[..^2]
        : present.EndsWith("ies", StringComparison.Ordinal) ? present[..^3] + "y"
        : present[..^1];

    private static bool EndsInConsonantY(string verb) => verb[^1] == 'y' && verb.Length > 1 && !"aeiou".Contains(verb[^2], StringComparison.Ordinal);
}
