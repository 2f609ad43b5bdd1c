using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Truceline.Entity.Reading.Quantities;

/// <summary>The noun that a number counts, with the words between them.</summary>
/// <param name="End">Position after the noun.</param>
/// <param name="Words">Everything between number and end of noun, lower case.</param>
/// <param name="Singular">The noun in the singular, lower case ("civilian").</param>
internal sealed record CountedNoun(int End, string Words, string Singular);

/// <summary>
/// Finds the counted noun: the first plural after the number, over adjectives but never over a verb, a preposition or a mark. "One" takes the singular of
/// what conflicts are counted in.
/// </summary>
internal static partial class CountedNouns
{
    private const int MostAdjectives = 5;

    public static CountedNoun? After(string text, int position, bool isOne)
    {
        var end = position;
        var first = position;
        for (var count = 0; count <= MostAdjectives; count++)
        {
            var match = Word().Match(text, end);
            if (!match.Success || match.Index != end)
                return null;
            var word = match.Groups["w"].Value;
            var lower = word.ToLowerInvariant();
            if (count == 0)
                first = match.Groups["w"].Index;
            var stop = match.Index + match.Length;
            if (Conditions.Contains(lower) && !LeadsToPlural(text, stop))
                return new CountedNoun(stop, text[first..stop].ToLowerInvariant(), "person");
            if (Stops.Contains(lower) || word.Contains("'s", StringComparison.Ordinal) || word.Contains("’s", StringComparison.Ordinal))
                return null;
            end = stop;
            if (isOne ? Singulars.Contains(lower) : IsPlural(lower))
            {
                end = isOne ? end : Compound(text, end);
                var last = LastWord().Match(text[first..end]).Value.ToLowerInvariant();
                return new CountedNoun(end, text[first..end].ToLowerInvariant(), isOne ? last : Singular(last));
            }
        }
        return null;
    }

    /// <summary>Over a second plural that makes a compound with the first: "arms depots".</summary>
    private static int Compound(string text, int end) =>
        Word().Match(text, end) is { Success: true } next && next.Index == end && next.Groups["w"].Value.ToLowerInvariant() is var word
        && word.EndsWith('s') && IsPlural(word) && !Stops.Contains(word)
            ? end + next.Length
            : end;

    private static bool LeadsToPlural(string text, int end) =>
        Word().Match(text, end) is { Success: true } next && next.Index == end && next.Groups["w"].Value.ToLowerInvariant() is var word
        && !Stops.Contains(word) && (IsPlural(word) || Compound(text, end + next.Length) > end + next.Length);

    private static bool IsPlural(string word) =>
        Irregular.ContainsKey(word) || word.EndsWith("men", StringComparison.Ordinal) || Collectives.Contains(word)
        || (word.Length > 3 && word.EndsWith('s') && word[^2] is not ('s' or 'u' or 'i' or '\'' or '’') && !Stops.Contains(word));

    private static string Singular(string plural) =>
        Irregular.TryGetValue(plural, out var known) ? known
        : plural.EndsWith("men", StringComparison.Ordinal) ? plural[..^2] + "an"
        : Collectives.Contains(plural) ? plural
        : plural.EndsWith("ies", StringComparison.Ordinal) && plural.Length > 4 ? plural[..^3] + "y"
        : SibilantPlural().IsMatch(plural) ? plural[..^2]
        : plural.EndsWith('s') ? plural[..^1]
        : plural;

    private static readonly FrozenDictionary<string, string> Irregular = new Dictionary<string, string>
    {
        ["people"] = "person",
        ["persons"] = "person",
        ["children"] = "child",
        ["wives"] = "wife",
        ["lives"] = "life",
        ["buses"] = "bus",
        ["troops"] = "troop",
        ["others"] = "person",
        ["dead"] = "person",
        ["deaths"] = "person",
        ["fatalities"] = "person",
        ["injuries"] = "person",
        ["bodies"] = "person",
        ["corpses"] = "person",
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Collectives = Set("personnel police aircraft staff infantry howitzer artillery cattle militia crew");

    private static readonly FrozenSet<string> Conditions = Set("dead killed wounded injured displaced missing");

    private static readonly FrozenSet<string> Singulars = Set(
        "civilian soldier person man woman child boy girl fighter rebel militant policeman officer journalist peacekeeper observer monitor medic doctor "
        + "guard villager resident worker serviceman pilot vehicle tank aircraft drone helicopter house school hospital convoy rocket shell missile mortar "
        + "checkpoint bridge village town patrol body death violation explosion strike airstrike attack raid blast bomb mine round truck bus boat ship post "
        + "hostage prisoner detainee protester member adult patient teacher student refugee family");

    private static readonly FrozenSet<string> Stops = Set(
        "a an the and or but nor of in on at by for from to into onto with without within near over under across along around through against between among "
        + "after before since until till during as than that which who whom whose when where while if because so though although is are was were be been being "
        + "has have had do does did will would shall should can could may might must not no it its he she they we you i his her their our your this these those "
        + "said says told died fled left took went came met began made held sent including according about per via toward towards beyond behind inside outside "
        + "beside besides amid despite upon off out up down back away north south east west always perhaps sometimes versus plus minus times less else thus "
        + "ago later earlier yesterday today tomorrow also only just still even both each every either neither all any such what how why there here then now "
        + "apiece percent degrees alias whereas afterwards o'clock am pm gmt utc monday tuesday wednesday thursday friday saturday sunday");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\G(?:[ \t\u00A0\u202F]{1,2}|[ \t]?\r?\n)(?<w>(?:\p{Lu}\.){2,4}|[\p{L}][\p{L}\p{Nd}]*(?:[-'’][\p{L}\p{Nd}]+){0,4})", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"[\p{L}\p{Nd}]+$", RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex LastWord();

    [GeneratedRegex("(?:sses|(?<!ca)ches|shes|xes)$", RegexOptions.CultureInvariant)]
    private static partial Regex SibilantPlural();
}
