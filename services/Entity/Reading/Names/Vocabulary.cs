using System.Collections.Frozen;
using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Reading.Names;

/// <summary>Word lists that several sources share. Immutable.</summary>
internal sealed class Vocabulary
{
    /// <summary>Given names, as strict keys.</summary>
    public static FrozenSet<string> FirstNames { get; } = Listed("first-names.tsv");

    /// <summary>Words that English texts write in lower case.</summary>
    public static FrozenSet<string> EnglishWords { get; } = Listed("english-words.tsv");

    private readonly FrozenSet<string> _firstNames = FirstNames;
    private readonly FrozenSet<string> _englishWords = EnglishWords;

    /// <summary>Verbs that report speech or a stance; who stands before them speaks.</summary>
    public static readonly FrozenSet<string> SpeechVerbs = Set(
        "said says told added adds warned warns announced announces insisted insists stressed claimed claims denied denies confirmed confirms declared "
        + "stated states tweeted wrote noted explained vowed accused accuses urged urges called calls reported reiterated argued replied condemned "
        + "criticised criticized demanded demands pledged rejected rejects agreed agrees hailed praised expressed welcomed threatened promised ordered");

    /// <summary>Verbs after which a capital or state that stands before them is its government.</summary>
    public static readonly FrozenSet<string> GovernmentVerbs = Set(
        "said says told added warned warns announced insisted claimed claims denied denies confirmed declared vowed accused accuses urged urges called calls "
        + "demanded demands pledged rejected rejects agreed agrees hailed welcomed threatened promised backs backed supports supported wants wanted has have had will would "
        + "considers regards blames blamed sees views fears signed recalled summoned expelled sent deployed recognises recognizes recognised recognized brokered mediated also however "
        + "insists vows hopes hoped expects expected refuses refused declined proposed proposes offered offers responded reiterated reiterates condemned condemns ordered stressed "
        + "criticised criticized acknowledged acknowledges maintains argues argued looked plans planned signalled signaled objected objects protested protests replied replies countered counters retaliated complained complains traded trades intervened "
        + "apologised apologized relented balked wavered conceded concedes");

    /// <summary>Words after which a name is most likely a place.</summary>
    public static readonly FrozenSet<string> Locatives = Set(
        "in at near from to around of across between toward towards outside into through against inside within throughout via onto reach reached entered enter captured seized "
        + "capture retake retook bombed shelled hit besieged overlooking north south east west northern southern eastern western central northeastern "
        + "northwestern southeastern southwestern over surrounding leave left visited");

    /// <summary>Words for kinds of place, with the kind that they ask for.</summary>
    public static readonly FrozenDictionary<string, PlaceKind> PlaceNouns = new Dictionary<string, PlaceKind>(StringComparer.Ordinal)
    {
        ["province"] = PlaceKind.Province,
        ["provinces"] = PlaceKind.Province,
        ["governorate"] = PlaceKind.Province,
        ["oblast"] = PlaceKind.Province,
        ["region"] = PlaceKind.Province,
        ["state"] = PlaceKind.Province,
        ["department"] = PlaceKind.Province,
        ["prefecture"] = PlaceKind.Province,
        ["district"] = PlaceKind.District,
        ["county"] = PlaceKind.District,
        ["raion"] = PlaceKind.District,
        ["territory"] = PlaceKind.District,
        ["municipality"] = PlaceKind.District,
        ["township"] = PlaceKind.District,
        ["city"] = PlaceKind.City,
        ["town"] = PlaceKind.Town,
        ["village"] = PlaceKind.Village,
        ["cities"] = PlaceKind.City,
        ["towns"] = PlaceKind.Town,
        ["villages"] = PlaceKind.Village,
        ["port"] = PlaceKind.City,
        ["enclave"] = PlaceKind.Region,
        ["suburb"] = PlaceKind.Neighbourhood,
        ["neighbourhood"] = PlaceKind.Neighbourhood,
        ["neighborhood"] = PlaceKind.Neighbourhood,
        ["countryside"] = PlaceKind.Province,
        ["island"] = PlaceKind.Island,
        ["valley"] = PlaceKind.Region,
        ["river"] = PlaceKind.River,
        ["stronghold"] = PlaceKind.City,
        ["resort"] = PlaceKind.City,
        ["capital"] = PlaceKind.City,
        ["settlement"] = PlaceKind.Village,
        ["outskirts"] = PlaceKind.City,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Directions = Set(
        "north south east west northern southern eastern western central center centre middle upper lower northeast northwest southeast southwest");

    private static readonly FrozenSet<string> Calendar = Set(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december "
        + "jan feb mar apr jun jul aug sep sept oct nov dec ramadan eid christmas easter");

    /// <summary>Whether a key is a given name.</summary>
    public bool IsFirstName(string key) => _firstNames.Contains(key);

    /// <summary>Whether a key is a word that English texts write in lower case.</summary>
    public bool IsEnglishWord(string key) => _englishWords.Contains(key);

    /// <summary>Whether a key is a weekday, month or feast.</summary>
    public static bool IsCalendar(string key) => Calendar.Contains(key);

    /// <summary>Whether a key is a direction or part of the compass, which many small places bear as a name.</summary>
    public static bool IsDirection(string key) => Directions.Contains(key);

    private static FrozenSet<string> Listed(string file) =>
        DataFile.Rows(file).SelectMany(r => r).SelectMany(c => c.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(NameKey.Strict).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
