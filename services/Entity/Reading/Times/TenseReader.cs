using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Truceline.Entity.Reading.Times;

/// <summary>Which way from the day of the report an expression points.</summary>
internal enum Tense
{
    Unknown,
    Past,
    Future,
}

/// <summary>
/// Reads from the verbs beside a date whether it lies behind or ahead. The nearest verb before the date in its clause tells, else the first
/// one after it. Verbs of arranging ("announced", "postponed") say nothing of when the arranged thing is.
/// </summary>
internal static partial class TenseReader
{
    /// <summary>Characters to either side of a date that are looked at.</summary>
    public const int Reach = 160;

    /// <param name="before">The sentence up to the date.</param>
    /// <param name="after">The sentence from the end of the date.</param>
    public static Tense Read(string before, string after)
    {
        before = LastClause(before);
        after = FirstClause(after);
        var hasEnding = after.Length > 2 && after[0] is '\'' or '’';
        if (MayOpen(after) && FutureAtOnce().IsMatch(after))
            return Tense.Future;
        if (hasEnding && DeedAfter().IsMatch(after))
            return Tense.Past;
        var last = LastCue(before);
        var opening = last is not null && (StandsAfterThat().IsMatch(before[(last.Index + last.Length)..]) || (before.Contains(',', StringComparison.Ordinal) && OpensClause().IsMatch(before)));
        var tense = last is null || opening ? TenseOf(NextCue(after, 0)) : TenseOf(last);
        if (tense == Tense.Unknown && opening)
            tense = TenseOf(last!);
        return !(hasEnding && NounAfter().IsMatch(after)) && Term().Match(before) is { Success: true } term ? InTerm(term, tense, before, after) : tense;
    }

    /// <summary>What must be done by a day lies ahead, unless the verb says that it had come about.</summary>
    private static Tense InTerm(Match term, Tense tense, string before, string after) =>
        tense == Tense.Past && (term.Groups["open"].Success ? Lasted().IsMatch(before) : HadDone().IsMatch(before + after)) ? Tense.Past
        : term.Groups["weak"].Success ? tense
        : Tense.Future;

    private static Tense TenseOf(Match? cue) =>
        cue is not { Success: true } || cue.Groups["neutral"].Success ? Tense.Unknown
        : cue.Groups["future"].Success ? Tense.Future
        : Tense.Past;

    private static Match? LastCue(string text)
    {
        Match? last = null;
        for (var at = 0; NextCue(text, at) is { } match; at = match.Index + match.Length)
            last = match;
        return last;
    }

    /// <summary>The next cue at or after a position: only words that a cue may begin with are tried.</summary>
    private static Match? NextCue(string text, int from)
    {
        for (var at = from; at < text.Length;)
        {
            if (!IsWordPart(text[at]) && !(text[at] is '\'' or '’'))
            {
                at++;
                continue;
            }
            var end = at + 1;
            while (end < text.Length && IsWordPart(text[end]))
                end++;
            if ((at == 0 || text[at - 1] != '-') && MayBegin(text.AsSpan(at, end - at)) && Cue().Match(text, at) is { Success: true } match)
                return match;
            at = end;
        }
        return null;
    }

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static bool MayBegin(ReadOnlySpan<char> word) =>
        word.EndsWith("ed") || word[0] is '\'' or '’' || Openers.Contains(word);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Openers =
        ("will shall won must ll would should could might may can is are was were be been being agree agrees vow vows pledge pledges promise promises plan plans planning intend intends hope hopes want wants "
        + "prepare prepares preparing undertook commit commits threaten threatens order orders urge urges call calls ask asks tell told demand demands gave give gives given due set expect expects deadline deal "
        + "accord proposal ultimatum oblige obliges require requires scheduled planned slated upcoming forthcoming take takes come comes enter enters begin begins start starts resume resumes expire expires "
        + "reopen reopens meet meets convene convenes announce announces announcing propose postponed rescheduled extended agreed called suspended delayed brought had has have did said says saying met began took "
        + "fell went left sent held came made broke fought shot struck hit blew drove fled led lost won found saw bought kept became ran rose spoke wrote withdrew overran cut shut put sank flew thrown taken seen")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a cue may begin with the first word.</summary>
    private static bool MayOpen(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        var end = 0;
        while (end < text.Length && IsWordPart(text[end]))
            end++;
        return end > 0 ? MayBegin(text[..end]) : text.Length > 0 && text[0] is '\'' or '’';
    }

    private static string LastClause(string text)
    {
        if (!text.AsSpan().ContainsAny(ClauseMarks))
            return text;
        var cut = 0;
        for (var match = Boundary().Match(text); match.Success; match = match.NextMatch())
            cut = match.Index + match.Length;
        return text[cut..];
    }

    private static string FirstClause(string text) =>
        text.AsSpan().ContainsAny(ClauseMarks) && Boundary().Match(text) is { Success: true, Index: var cut } ? text[..cut] : text;

    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create(";:\"“”«»-–—,");

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Modal = @"will|shall|won't|won’t|must|'ll|’ll|(?:would|should|could|might|may|can)(?! have\b)";

    // "is also to reopen", but not "was delivered to hospitals" nor "were taken to Kidal".
    private const string Planned =
        @"(?:is|are|was|were|be|been|being) (?:(?!\w+(?:ed|en|wn|nt|ld|ught|id|de) to )\w+ )?(?:to(?! \p{Lu})|due|expected|scheduled|set|planned|slated|supposed|ready|about|going)(?: (?:to|for|on|in))?";

    private const string Undertaken =
        @"(?:agree[sd]?|vow(?:s|ed)?|pledge[sd]?|promise[sd]?|plan(?:s|ned|ning)?|intends?|intended|hope[sd]?|wants?|wanted|prepar(?:es?|ed|ing)|undertook|"
        + @"commit(?:s|ted)?|threaten(?:s|ed)?|order(?:s|ed)?|urge[sd]?|call(?:s|ed)? (?:on|for)|asks?|asked|tell|told|demand(?:s|ed)?|gave|gives?|given|due|set|"
        + @"expect(?:s|ed)?|deadline|deal|accord|proposal|plan|ultimatum|obliges?|requires?)(?: [\w'’,-]+){0,6}? to (?!the\b|an?\b|its\b|their\b|his\b)[a-z]+";

    private const string Ahead =
        @"scheduled for|planned for|slated for|set for|due (?:in|on)|upcoming|forthcoming|takes? effect|(?:comes?|enters?) into force|begins?|starts?|resumes?|"
        + "expires?|reopens?|meets?|convenes?|deadline|ultimatum";

    private const string Arranged =
        "announce[sd]?|announcing|proposed?|postponed|rescheduled|scheduled|planned|extended|agreed|called for|suspended|delayed|brought forward";

    private const string Behind =
        @"was|were|had|has|have|did|said|says|saying|told|met|began|took|fell|went|left|sent|held|came|made|broke|fought|shot|struck|hit|blew|drove|fled|"
        + @"led|lost|won|found|saw|gave|brought|bought|kept|became|ran|rose|spoke|wrote|withdrew|overran|cut|shut|put|sank|flew|thrown|taken|seen|given|"
        + @"(?!armed\b|united\b|allied\b|indeed\b|hundred\b|demilitari[sz]ed\b|unarmed\b|displaced people|wounded\b(?= (?:people|men))|need|feed|exceed|proceed|"
        + @"succeed|speed|breed|bleed|weed|seed|shed\b)[a-z]{2,}ed\b";

    [GeneratedRegex(
        @"\G(?:(?<future>" + Modal + "|" + Planned + "|" + Undertaken + "|" + Ahead + ")|(?<neutral>" + Arranged + ")|(?<past>" + Behind + @"))(?![\w])", Options)]
    private static partial Regex Cue();

    [GeneratedRegex("[;:\"“”«»]| -{1,3} | [–—] |, (?:but|while|whereas|although|though|and (?=[A-Za-z]+ (?:will|would|was|were|is|are)))", Options)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"^\s*(?:" + Modal + "|" + Planned + ")(?![\\w])", Options)]
    private static partial Regex FutureAtOnce();

    [GeneratedRegex(@"^\s+that\s+(?:[\w'’,]+\s+){0,3}$", Options)]
    private static partial Regex StandsAfterThat();

    [GeneratedRegex(@",\s(?:and|but|while)\s(?:[Oo]n|[Ii]n|[Bb]y|[Ff]rom|[Ss]ince)\s(?:the\s)?$", Options)]
    private static partial Regex OpensClause();

    /// <summary>"Monday's attack" has happened, whatever is to follow it.</summary>
    [GeneratedRegex(@"^['’]s\s(?:[\w-]+\s){0,3}?(?:attacks?|strikes?|airstrikes?|bombings?|blasts?|explosions?|raids?|shelling|assaults?|clash(?:es)?|killings?|massacres?|ambush|incidents?)\b", Options)]
    private static partial Regex DeedAfter();

    /// <summary>"by Monday's strike" names an agent, no term.</summary>
    [GeneratedRegex(@"^['’]s\s+(?!deadline|end\b)", Options)]
    private static partial Regex NounAfter();

    [GeneratedRegex(
        @"\b(?:(?<firm>[Bb]y|[Nn]o later than|[Nn]ot later than|deadline(?: of| is| on| for)?|within)|(?<open>[Uu]ntil|till|through)|(?<weak>[Bb]efore|ahead of|prior to))"
        + @"\s+(?:(?:the|on|at|midnight|noon|early|late|mid|end of|or before)\s+)*$", Options | RegexOptions.RightToLeft)]
    private static partial Regex Term();

    [GeneratedRegex(@"\b(?:lasted|held|continued|stayed|remained|raged|went on|ran|fought|waited|lived|served|ruled|had)\b(?:\s[\w'’-]+){0,6}\s*$", Options | RegexOptions.RightToLeft)]
    private static partial Regex Lasted();

    [GeneratedRegex(@"\b(?:had|were|was)\b", Options)]
    private static partial Regex HadDone();
}
