using System.Text.RegularExpressions;
using Truceline.Entity.Reading.Claims.Grammar;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Agreements;

/// <summary>Tells the text of an agreement from a report about one.</summary>
internal static partial class AgreementRecogniser
{
    private const int LongestTitle = 200;
    private const int TitleBlock = 700;
    private const int TitleLines = 4;

    /// <summary>A quick look: the first lines bear the name of a document.</summary>
    public static bool MayBe(string text)
    {
        var lines = 0;
        foreach (var raw in text.AsSpan(0, Math.Min(text.Length, TitleBlock * 2)).EnumerateLines())
        {
            var line = raw.Trim();
            if (line.IsEmpty)
                continue;
            if (++lines > TitleLines)
                return false;
            if (line.Length <= LongestTitle && line[^1] is not '.' && Title().IsMatch(line))
                return true;
        }
        return false;
    }

    /// <summary>Whether the text sets duties in points or under an enacting formula, and does not report what somebody said.</summary>
    public static bool Is(SegmentedText text, Words words)
    {
        var (duties, told) = (0, 0);
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            if (words[i] is "shall" or "must" or "will" or "undertake" or "undertakes" or "prohibited" or "forbidden" || (words[i] is "are" or "is" && words[i + 1] is "to"))
                duties++;
            else if (words[i] is "said" or "told" or "says" or "reported" or "according" or "quoted")
                told++;
        }
        var points = Points().Count(text.Text.Length > 100_000 ? text.Text[..100_000] : text.Text);
        return told * 3 <= duties && ((duties > 0 && points > 1) || Enacting().IsMatch(text.Text.AsSpan(0, Math.Min(text.Text.Length, 4_000))));
    }

    /// <summary>The day of signature: the first date of the title block; null when it has none.</summary>
    public static DateOnly? Signed(string text, IReadOnlyList<DateMention> dates)
    {
        var end = text.Length;
        var lines = 0;
        for (var i = 0; i < text.Length && i < TitleBlock; i++)
        {
            if (text[i] != '\n' || (i > 0 && text[i - 1] == '\n'))
                continue;
            if (++lines == TitleLines)
            {
                end = i;
                break;
            }
        }
        var titled = dates.Where(d => d.Precision == DatePrecision.Day && d.Span.Start < Math.Min(end, TitleBlock)).ToList();
        // "Memorandum on the protocol of 5 September": a line of its own tells better.
        var own = titled.Find(d => text.AsSpan(0, d.Span.Start).LastIndexOf('\n') is var line && text.AsSpan(line + 1, d.Span.Start - line - 1).Trim().Length < 40 && Year().IsMatch(text.AsSpan(d.Span.Start, d.Span.Length)));
        own ??= titled.Find(d => Year().IsMatch(text.AsSpan(d.Span.Start, d.Span.Length)));
        return own?.Start ?? (Done().Match(text) is { Success: true } done ? dates.FirstOrDefault(d => d.Span.Start >= done.Index && d.Span.Start < done.Index + 80)?.Start : null);
    }

    /// <summary>The day that "D+5" counts from: as the text says, else that of signature.</summary>
    public static DateOnly DDay(SegmentedText text, DateOnly signed) =>
        SignatureDay().IsMatch(text.Text.AsSpan(0, Math.Min(text.Text.Length, 20_000))) ? signed : Times.DDay.Find(text, signed) ?? signed;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\b(?:agreement|memorandum|protocol|accords?|armistice|resolution|package of measures|addendum|framework|timetable|treaty|understanding|declaration|joint statement|statement by the|decision|road ?map|pact|arrangements?|modalities|convention|communiqu[eé]|act|terms of|plan for|ceasefire|cease-fire|truce|cessation of hostilities|annex|commitments?|principles)\b", Options)]
    private static partial Regex Title();

    [GeneratedRegex(@"^[ \t]*(?:ARTICLE|Article|Section|ANNEX|Annex|\(?[0-9]{1,3}[.)]|\([a-z]\)|[a-z]\)|[IVX]{1,4}\.|D\s?\+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Points();

    [GeneratedRegex(@"\b(?:agree[ds]?|declare[ds]?|decided?|undertake[ns]?|commit\w*)\b[^.]{0,60}\b(?:as follows|the following|upon the following|these (?:steps|measures|points|terms))\b|\b(?:hereby|have agreed (?:on|to|that))\b|\bThe Security Council,", Options)]
    private static partial Regex Enacting();

    [GeneratedRegex(@"\b(?:done|signed|adopted) (?:at|in|on|by)\b", Options)]
    private static partial Regex Done();

    [GeneratedRegex(@"\bD(?:-Day)? (?:is|being|means|shall be) the (?:day|date) (?:of|on which)[^.]{0,40}(?:sign|adopt)", Options)]
    private static partial Regex SignatureDay();

    [GeneratedRegex(@"\b[12][0-9]{3}\b", Options)]
    private static partial Regex Year();
}
