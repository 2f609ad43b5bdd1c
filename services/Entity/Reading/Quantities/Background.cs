using System.Buffers;
using System.Text.RegularExpressions;

namespace Truceline.Entity.Reading.Quantities;

/// <summary>Recognises totals over a war or over years, which are no outcome of one event.</summary>
internal static partial class Background
{
    private const int RecentDays = 60;
    private const double LargeTotal = 1000;

    /// <param name="sentence">The sentence that holds the quantity.</param>
    /// <param name="least">The quantity's least value.</param>
    /// <param name="text">The whole text, that the dates' spans refer to.</param>
    /// <param name="dates">Dates of that sentence.</param>
    /// <param name="reference">Day of the report.</param>
    public static bool IsTotal(string sentence, double least, string text, IEnumerable<DateMention> dates, DateOnly reference) =>
        (sentence.AsSpan().ContainsAny(TotalWords) && Total().IsMatch(sentence)) || (least >= LargeTotal && Perfect().IsMatch(sentence))
        || dates.Any(d => reference.DayNumber - d.Start.DayNumber > RecentDays && Since().IsMatch(text[Math.Max(0, d.Span.Start - 24)..d.Span.Start]));

    // Every total holds one of these.
    private static readonly SearchValues<string> TotalWords = SearchValues.Create(
        ["since ", "years of", "over the ", "throughout the ", "during the ", "cumulative", "all told", "overall", "has ", "have ", "had "], StringComparison.OrdinalIgnoreCase);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string War = "(?:war|conflict|fighting|uprising|insurgency|hostilities|violence|revolution|rebellion|occupation|crisis|siege|offensive|campaign)";

    [GeneratedRegex(
        @"\bsince (?:then|(?:the|its|their)\s(?:[\w'’-]+\s){0,4}?" + War + @"\b|(?:the )?(?:start|beginning|outbreak|onset)\b|[\w'’ -]{0,40}\b(?:began|erupted|started|broke out)\b)|\bin (?:more than |over |nearly |almost |about )?[\w-]+ years of\b"
        + @"|\bover the (?:course of the |past |last )?(?:[\w-]+ years|" + War + @")\b|\b" + War + @"(?:,[^,.;]{1,80},)?\s(?:has|have|had) (?:also |already |so far )?(?:killed|claimed|left|displaced|cost|uprooted|forced|driven)\b"
        + @"|\b(?:throughout|during) the (?:[\w-]+ )?" + War + @"\b|\b(?:cumulative|all told|overall (?:death )?toll)\b", Options)]
    private static partial Regex Total();

    /// <summary>"It has killed an estimated ...": with a large figure the subject is the war, not a strike.</summary>
    [GeneratedRegex(@"\b(?:it|that|which) has (?:also |already |so far )?(?:killed|claimed|left|displaced|cost|uprooted|forced)\b|\b(?:has|have) (?:killed|claimed|displaced) an estimated\b", Options)]
    private static partial Regex Perfect();

    [GeneratedRegex(@"\bsince\s+(?:the\s+|early\s+|late\s+|mid-)?$", Options)]
    private static partial Regex Since();
}
