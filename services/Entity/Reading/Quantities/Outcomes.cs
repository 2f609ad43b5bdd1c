using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Truceline.Entity.Reading.Quantities;

/// <summary>
/// Tells from the clause what became of those who are counted: killed, hurt, driven out, or living there. A verb before its object and a verb after its
/// subject bind the number that is next to them; a list carries on what its first member had.
/// </summary>
internal static partial class Outcomes
{
    /// <summary>Characters to either side of a number that are looked at.</summary>
    public const int Reach = 160;

    /// <param name="before">The clause up to the quantity.</param>
    /// <param name="words">The words of the counted noun, lower case; empty for a bare number.</param>
    /// <param name="after">The clause from the end of the quantity.</param>
    /// <param name="previous">Kind of the quantity before this one, where only a list's connecting words stand between; else null.</param>
    public static QuantityKind? Read(string before, string words, string after, QuantityKind? previous)
    {
        if (IsThing(words) || words.EndsWith("missing", StringComparison.Ordinal) || Missing().IsMatch(after))
            return null;
        return Own(words) ?? AtOnce(after) ?? Object(before, after) ?? Population(before, after, words) ?? (previous is QuantityKind.Fatalities or QuantityKind.Injuries or QuantityKind.Displaced ? previous : null)
            ?? Subject(after);
    }

    /// <summary>What is said at once of a subject ("was killed", "of the crew were hurt"); null for anything else.</summary>
    public static QuantityKind? OfSubject(string after) => AtOnce(Whereabouts().Replace(after, "", 1));

    [GeneratedRegex(@"^\s+(?:in|at|on|from|inside|outside|of|among|aboard|near)\s+(?:[\w'’-]+\s+){0,4}[\w'’-]+(?=\s+(?:was|were|is|are|has|have|had|died|perished)\b)", Options)]
    private static partial Regex Whereabouts();

    /// <summary>Whether the last word is a thing: what befalls it is no one's death.</summary>
    internal static bool IsThing(ReadOnlySpan<char> words)
    {
        var start = words.Length;
        while (start > 0 && (char.IsLetterOrDigit(words[start - 1]) || words[start - 1] == '_'))
            start--;
        return Things.Contains(words[start..]);
    }

    private static QuantityKind? Own(string words) => Of(OwnWords().Match(words));

    private static QuantityKind? AtOnce(string after) =>
        Predicate().Match(after) is { Success: true } match && !(match.Groups["bare"].Success && TakesObject().IsMatch(after[(match.Index + match.Length)..])) ? Of(match) : null;

    private static QuantityKind? Object(string before, string after)
    {
        if (!before.AsSpan().ContainsAny(StemsBefore))
            return null;
        var match = VerbBefore().Match(before);
        if (!match.Success || (match.Groups["plain"].Success && Passive().IsMatch(before[..match.Index])))
            return null;
        return match.Groups["drive"].Success && !Flight().IsMatch(after) ? null : Of(match);
    }

    private static QuantityKind? Population(string before, string after, string words) =>
        (before.AsSpan().ContainsAny(HomeWords) && HomeBefore().IsMatch(before)) || (after.AsSpan().ContainsAny(LifeWords) && LivesAfter().IsMatch(after)) || (OwnResidents().IsMatch(words) && Predicate().Match(after) is not { Success: true })
            ? QuantityKind.Population
            : null;

    private static QuantityKind? Subject(string after) =>
        after.AsSpan().ContainsAny(StemsAfter) && LaterPredicate().Match(after) is { Success: true } match && !Blocks().IsMatch(match.Groups["gap"].Value) ? Of(match) : null;

    private static QuantityKind? Of(Match match) =>
        !match.Success ? null
        : match.Groups["f"].Success ? QuantityKind.Fatalities
        : match.Groups["i"].Success ? QuantityKind.Injuries
        : QuantityKind.Displaced;

    // Each match of the pattern of a verb before, and of a predicate further on, holds one of these.
    private static readonly SearchValues<string> StemsBefore = SearchValues.Create(
        ["kill", "execut", "massacr", "murder", "behead", "slaughter", "the lives of", "deaths of", "death of", "loss of", "bodies of", "funeral", "toll", "wound", "injur", "hurt", "maim", "displac", "uproot", "forc",
            "driv", "drove", "evacuat"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> StemsAfter = SearchValues.Create(
        ["killed", "slain", "execut", "massacr", "murder", "martyr", "behead", "shot dead", "blown up", "wounded", "injured", "hurt", "maimed", "displaced", "uprooted", "forced", "died", "perished", "lost their lives", "fled"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> HomeWords = SearchValues.Create(["home to", "population", "inhabited by", "houses", "hosts", "hosting"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> LifeWords = SearchValues.Create(["live", "living", "resid"], StringComparison.OrdinalIgnoreCase);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Aux = @"(?:(?:were|was|are|is|be|being|been|have|had|has|reportedly|also|allegedly|later|confirmed|already|immediately|then|feared|either|all|both)\s+)";

    private const string Killed = "killed|slain|executed|massacred|murdered|martyred|beheaded|shot dead|blown up";

    private const string Died = "dead|died|die|dying|perished|lost their lives|lost his life|lost her life";

    private const string Hurt = "wounded|injured|hurt|maimed";

    private const string Fled = "displaced|uprooted|fled|flee|fleeing|(?:been |were |was )?(?:forced|made|had) (?:to flee|to leave|from their homes)|left their homes|took flight";

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Things = (
        "vehicle vehicles tank tanks house houses home homes building buildings shell shells rocket rockets missile missiles drone drones aircraft helicopter helicopters "
        + "weapon weapons gun guns howitzer howitzers mortar mortars mine mines school schools hospital hospitals village villages town towns cities strike strikes "
        + "attack attacks raid raids violation violations explosion explosions blast blasts round rounds convoy convoys launcher launchers truck trucks lorries boat "
        + "boats ship ships post posts checkpoint checkpoints bomb bombs tent tents countries parties")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    [GeneratedRegex(@"(?<f>\b(?:dead|deaths|fatalities|bodies|corpses|killed|death|body|kia)$)|(?<i>\b(?:wounded|injured|injuries|wia)$|^(?:wounded|injured)\b)|(?<d>\b(?:refugees?|evacuees|displaced|idps|asylum[- ]seekers)$|\bdisplaced\b)", Options)]
    private static partial Regex OwnWords();

    [GeneratedRegex(@"^,?\s+(?:(?:were|was|are|is|remain(?:ed|s)?|went|still|reported|listed as)\s+){0,3}(?:missing|unaccounted for)\b", Options)]
    private static partial Regex Missing();

    [GeneratedRegex(@"\b(?:residents|inhabitants)$", Options)]
    private static partial Regex OwnResidents();

    [GeneratedRegex(@"^,?\s*(?:(?:" + Aux + "{1,4}|(?<bare>))(?:(?<f>" + Killed + "|" + Died + ")|(?<i>" + Hurt + ")|(?<d>" + Fled + @"|evacuated))\b|(?:to|had to)\s+(?<d>flee)\b)", Options)]
    private static partial Regex Predicate();

    // What follows a verb that governs it: an object shows that those counted did it.
    [GeneratedRegex(@"^\s+(?:an?|the|at least|more than|up to|some|about|dozens|scores|him|her|them|two|three|four|five|six|seven|eight|nine|ten|[0-9]+|civilians|soldiers|fighters)\b", Options)]
    private static partial Regex TakesObject();

    private const string Filler =
        @"(?:\s*,?\s+(?:an?|the|at|least|estimated|total|of|as|many|another|further|some|about|around|reported|reportedly|and|or|all|also|more|than|up|to|nearly|almost|over|roughly|"
        + @"approximately|allegedly|in|people|civilians|soldiers|wounding|injuring|killing|additional|both|between|an additional)){0,5}\s*$";

    [GeneratedRegex(
        @"\b(?:(?<f>(?<plain>kill(?:ed|s|ing)?|execut(?:ed|ing)|massacr(?:ed|ing)|murder(?:ed|ing)|behead(?:ed|ing)|slaughter(?:ed|ing))|claim(?:ed|ing|s)? the lives of|cost the lives of|"
        + @"(?:deaths?|killings?|loss|bodies|funerals?) of|(?:death )?toll\b(?:\s[\w'’-]+){0,6}?\s(?:to|at|of|is|was|stands at|reached|reaching|as))"
        + @"|(?<i>(?<plain>wound(?:ed|s|ing)|injur(?:ed|es|ing)|hurt(?:ing)?|maim(?:ed|ing)))|(?<d>(?<plain>displac(?:ed|es|ing)|uproot(?:ed|s|ing))|(?<drive>forc(?:ed|es|ing)|driv(?:en|ing)|drove|evacuat(?:ed|ing))))"
        + Filler, Options | RegexOptions.RightToLeft)]
    private static partial Regex VerbBefore();

    [GeneratedRegex(@"\b(?:was|were|been|being|be|are|is|get|got)\s+(?:\w+ly\s+)?$", Options | RegexOptions.RightToLeft)]
    private static partial Regex Passive();

    [GeneratedRegex(@"^[^.;]{0,40}?\b(?:flee|leave|evacuate|from (?:their|his|her|the)|out of|homes|into exile)\b", Options)]
    private static partial Regex Flight();

    [GeneratedRegex(@"\b(?:home to|populations? (?:of|is|was|stands at)|inhabited by|houses|hosts|hosting)" + Filler, Options | RegexOptions.RightToLeft)]
    private static partial Regex HomeBefore();

    [GeneratedRegex(@"^,?\s+(?:who\s+|that\s+)?(?:still\s+|now\s+)?(?:live|lives|lived|living|reside|residing)\b", Options)]
    private static partial Regex LivesAfter();

    [GeneratedRegex(@"^(?<gap>[^.;]{1,100}?)\b(?:(?:were|was|have been|had been|has been|being)\s+(?:\w+ly\s+|also\s+|either\s+){0,2}(?:(?<f>" + Killed + ")|(?<i>" + Hurt + @")|(?<d>displaced|uprooted|forced (?:to flee|from)))|(?<f>died|perished|lost their lives)|(?<d>fled|have fled|had fled))\b", Options)]
    private static partial Regex LaterPredicate();

    /// <summary>Another verb, clause or count between those counted and the verb: it is said of somebody else.</summary>
    [GeneratedRegex(
        @"\b(?!armed|united|allied|masked|unarmed|wounded|injured|displaced)[a-z]{2,}ed\b|\b(?:was|were|had|has|have|did|said|says|told|took|went|came|left|fought|hit|struck|shot|where|while|after|as|that|but|and (?:another|at))\b"
        + @"|(?<!(?:including|among them|of them|of whom)\s.{0,24})(?:[0-9]+|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands)\b)", Options)]
    private static partial Regex Blocks();
}
