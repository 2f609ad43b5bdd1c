using System.Collections.Frozen;

namespace Truceline.Entity.Reading.Claims.Coding;

/// <summary>Forms that an English verb has.</summary>
[Flags]
internal enum VerbShape
{
    None = 0,
    Base = 1,
    Third = 2,
    Past = 4,
    Participle = 8,
    Ing = 16,
}

/// <summary>What form of what verb a word may be.</summary>
internal readonly record struct VerbForm(string Lemma, VerbShape Shape);

/// <summary>Makes the forms of verbs by the rules of spelling and a list of those that follow none.</summary>
internal static class VerbForms
{
    private const string Irregular =
        "be/was/been become/became/become begin/began/begun break/broke/broken bring/brought/brought build/built/built burn/burned/burned buy/bought/bought catch/caught/caught come/came/come "
        + "cut/cut/cut dig/dug/dug do/did/done draw/drew/drawn drive/drove/driven fall/fell/fallen feed/fed/fed feel/felt/felt fight/fought/fought find/found/found flee/fled/fled fly/flew/flown "
        + "forbid/forbade/forbidden forgive/forgave/forgiven freeze/froze/frozen get/got/got give/gave/given go/went/gone grow/grew/grown hang/hanged/hanged have/had/had hear/heard/heard hide/hid/hidden hit/hit/hit "
        + "hold/held/held hurt/hurt/hurt keep/kept/kept know/knew/known lay/laid/laid lead/led/led learn/learned/learned leave/left/left lend/lent/lent let/let/let lie/lay/lain lose/lost/lost make/made/made mean/meant/meant "
        + "meet/met/met overrun/overran/overrun oversee/oversaw/overseen overthrow/overthrew/overthrown overturn/overturned/overturned pay/paid/paid put/put/put quit/quit/quit rebuild/rebuilt/rebuilt retake/retook/retaken "
        + "ride/rode/ridden rise/rose/risen run/ran/run say/said/said see/saw/seen seek/sought/sought sell/sold/sold send/sent/sent set/set/set sew/sewed/sewn shoot/shot/shot show/showed/shown shrink/shrank/shrunk shut/shut/shut "
        + "sink/sank/sunk sit/sat/sat slay/slew/slain sleep/slept/slept slit/slit/slit speak/spoke/spoken spend/spent/spent spread/spread/spread stand/stood/stood steal/stole/stolen stick/stuck/stuck strike/struck/struck "
        + "strive/strove/striven swear/swore/sworn sweep/swept/swept take/took/taken teach/taught/taught tear/tore/torn tell/told/told think/thought/thought throw/threw/thrown undertake/undertook/undertaken "
        + "uphold/upheld/upheld wake/woke/woken win/won/won withdraw/withdrew/withdrawn withhold/withheld/withheld withstand/withstood/withstood write/wrote/written blow/blew/blown bind/bound/bound bid/bid/bid "
        + "beset/beset/beset beat/beat/beaten cast/cast/cast choose/chose/chosen set/set/set wear/wore/worn bear/bore/borne broadcast/broadcast/broadcast cost/cost/cost read/read/read shed/shed/shed thrust/thrust/thrust wage/waged/waged "
        + "beseech/besought/besought rid/rid/rid split/split/split spin/spun/spun mow/mowed/mown plead/pleaded/pleaded gun/gunned/gunned";

    private static readonly FrozenSet<string> Doubling =
        "ban bar beg bid commit compel drop plan ram refer ship slam slip stem step stop swap trap trip expel patrol repel kidnap transfer occur permit control cancel admit stab rob snub jam grab hit cut get let put run set shut win begin quit sit dig chat drag drug fit flog gag gun grip lag log mob mug nab nod plot pop rig rob rub skip slap snap spin spot spur strip tap tip trim veto wrap acquit equip overrun slit split whip rap mar concur defer deter embed excel impel incur infer propel rebel regret remit submit unban clap clip club cram"
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>All forms of the verbs, by form in lower case.</summary>
    public static FrozenDictionary<string, VerbForm[]> Of(IEnumerable<string> lemmas)
    {
        var irregular = Irregular.Split(' ').Select(e => e.Split('/')).GroupBy(f => f[0]).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var forms = new Dictionary<string, List<VerbForm>>(StringComparer.Ordinal);
        // Irregular verbs are known as verbs even where they tell no event.
        foreach (var lemma in lemmas.Union(irregular.Keys))
        {
            var (past, participle) = irregular.TryGetValue(lemma, out var parts) ? (parts[1], parts[2]) : (Past(lemma), Past(lemma));
            Add(lemma, lemma, VerbShape.Base);
            Add(Third(lemma), lemma, VerbShape.Third);
            Add(past, lemma, VerbShape.Past);
            Add(participle, lemma, VerbShape.Participle);
            Add(Ing(lemma), lemma, VerbShape.Ing);
        }
        return forms.ToFrozenDictionary(f => f.Key, f => f.Value.ToArray(), StringComparer.Ordinal);

        void Add(string form, string lemma, VerbShape shape)
        {
            if (!forms.TryGetValue(form, out var list))
                forms[form] = list = [];
            var at = list.FindIndex(f => f.Lemma == lemma);
            if (at < 0)
                list.Add(new VerbForm(lemma, shape));
            else
                list[at] = list[at] with { Shape = list[at].Shape | shape };
        }
    }

    /// <summary>The singular of a noun in lower case, by its ending.</summary>
    public static string Singular(string noun) => noun switch
    {
        "people" or "police" or "series" or "news" or "relations" => noun == "relations" ? "relation" : noun,
        "men" => "man",
        "women" => "woman",
        "children" => "child",
        _ when noun.EndsWith("men", StringComparison.Ordinal) && noun.Length > 5 => noun[..^2] + "an",
        _ when noun.Length > 4 && noun.EndsWith("ies", StringComparison.Ordinal) => noun[..^3] + "y",
        _ when noun.Length > 4 && (noun.EndsWith("sses", StringComparison.Ordinal) || noun.EndsWith("shes", StringComparison.Ordinal) || noun.EndsWith("ches", StringComparison.Ordinal)) => noun[..^2],
        _ when noun.Length > 3 && noun[^1] == 's' && noun[^2] is not ('s' or 'u' or 'i') => noun[..^1],
        _ => noun,
    };

    private static bool AfterConsonantY(string verb) => verb[^1] == 'y' && verb.Length > 1 && !"aeiou".Contains(verb[^2], StringComparison.Ordinal);

    private static string Third(string verb) => verb switch
    {
        "be" => "is",
        "have" => "has",
        "do" or "go" or "veto" => verb + "es",
        _ when AfterConsonantY(verb) => verb[..^1] + "ies",
        _ when verb[^1] is 's' or 'x' or 'z' || verb.EndsWith("ch", StringComparison.Ordinal) || verb.EndsWith("sh", StringComparison.Ordinal) => verb + "es",
        _ => verb + "s",
    };

    private static string Past(string verb) =>
        verb[^1] == 'e' ? verb + "d"
        : AfterConsonantY(verb) ? verb[..^1] + "ied"
        : verb == "veto" ? "vetoed"
        : Doubling.Contains(verb) ? verb + verb[^1] + "ed"
        : verb + "ed";

    private static string Ing(string verb) =>
        verb == "lie" ? "lying"
        : verb == "die" ? "dying"
        : verb == "veto" ? "vetoing"
        : verb.EndsWith("ee", StringComparison.Ordinal) || verb is "be" ? verb + "ing"
        : verb[^1] == 'e' && verb.Length > 2 ? verb[..^1] + "ing"
        : Doubling.Contains(verb) ? verb + verb[^1] + "ing"
        : verb + "ing";
}
