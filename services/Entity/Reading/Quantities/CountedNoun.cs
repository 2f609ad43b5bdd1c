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
    private const int MostBlanks = 2;
    private const int MostInitials = 4;
    private const int MostJoined = 4;

    public static CountedNoun? After(string text, int position, bool isOne)
    {
        var end = position;
        var first = position;
        for (var count = 0; count <= MostAdjectives; count++)
        {
            if (WordAfter(text, end) is not var (start, stop))
                return null;
            var word = text[start..stop];
            var lower = word.ToLowerInvariant();
            if (count == 0)
                first = start;
            if (Conditions.Contains(lower) && !LeadsToPlural(text, stop))
                return new CountedNoun(stop, text[first..stop].ToLowerInvariant(), "person");
            if (Stops.Contains(lower) || word.Contains("'s", StringComparison.Ordinal) || word.Contains("’s", StringComparison.Ordinal))
                return null;
            end = stop;
            if (isOne ? Singulars.Contains(lower) : IsPlural(lower))
            {
                end = isOne ? end : Compound(text, end);
                if (char.IsLower(text[end - 1]) && Type().Match(text[first..end]) is { Success: true } type)
                    return new CountedNoun(end, text[first..end].ToLowerInvariant(), type.Groups["name"].Value);
                var last = LastWord(text.AsSpan(first..end)).ToString().ToLowerInvariant();
                return new CountedNoun(end, text[first..end].ToLowerInvariant(), isOne ? last : Singular(last));
            }
        }
        return null;
    }

    /// <summary>Over a second plural that makes a compound with the first: "arms depots".</summary>
    private static int Compound(string text, int end) =>
        WordAfter(text, end) is var (start, stop) && text[start..stop].ToLowerInvariant() is var word && word.EndsWith('s') && IsPlural(word) && !Stops.Contains(word) ? stop : end;

    private static bool LeadsToPlural(string text, int end) =>
        WordAfter(text, end) is var (start, stop) && text[start..stop].ToLowerInvariant() is var word && !Stops.Contains(word) && (IsPlural(word) || Compound(text, stop) > stop);

    private static bool IsPlural(string word) =>
        Irregular.ContainsKey(word) || word.EndsWith("men", StringComparison.Ordinal) || Collectives.Contains(word)
        || (word.Length > 3 && word.EndsWith('s') && word[^2] is not ('s' or 'u' or 'i' or '\'' or '’') && !Stops.Contains(word));

    /// <summary>The singular of a plural in lower case; itself when it is none.</summary>
    public static string Singular(string plural) =>
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

    private static readonly FrozenSet<string> Conditions = Set("dead killed wounded injured displaced missing kia wia mia");

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

    /// <summary>
    /// The word that follows a position behind one or two blanks or the end of a line: initials ("U.S."), or letters and digits with up to four parts joined
    /// by hyphens and apostrophes. Null when none does.
    /// </summary>
    private static (int Start, int End)? WordAfter(string text, int position)
    {
        var start = position;
        while (start < text.Length && start - position < MostBlanks && text[start] is ' ' or '\t' or '\u00A0' or '\u202F')
            start++;
        if (start - position <= 1 && (start == position || text[position] is ' ' or '\t') && EndOfLine(text, start) is var line && line > start)
            start = line;
        if (start == position || start == text.Length || !char.IsLetter(text[start]))
            return null;
        var initials = start;
        while (initials - start < 2 * MostInitials && initials + 1 < text.Length && char.IsUpper(text[initials]) && text[initials + 1] == '.')
            initials += 2;
        if (initials - start >= 4)
            return (start, initials);
        var end = start + 1;
        for (var joined = 0; ; joined++)
        {
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
                end++;
            if (joined == MostJoined || end + 1 >= text.Length || text[end] is not ('-' or '\'' or '’') || !char.IsLetterOrDigit(text[end + 1]))
                return (start, end);
            end++;
        }
    }

    private static int EndOfLine(string text, int at)
    {
        var end = at < text.Length && text[at] == '\r' ? at + 1 : at;
        return end < text.Length && text[end] == '\n' ? end + 1 : at;
    }

    /// <summary>The letters and digits that end a text; empty when it ends with another mark.</summary>
    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text)
    {
        var start = text.Length;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1]))
            start--;
        return text[start..];
    }

    /// <summary>The plural of a type of weapon or vehicle: "T-72s", "Su-25s". What is counted is the type, as it is written.</summary>
    [GeneratedRegex(@"(?<=^|\s)(?<name>\p{Lu}[\p{L}]{0,5}-?\p{Nd}{1,3}[\p{Lu}\p{Nd}]{0,3})['’]?s$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Type();

    [GeneratedRegex("(?:sses|(?<!ca)ches|shes|xes)$", RegexOptions.CultureInvariant)]
    private static partial Regex SibilantPlural();
}
