using System.Globalization;
using System.Text.RegularExpressions;

namespace Truceline.Entity.Reading.Agreements.Parts;

/// <summary>The terms in time of one norm.</summary>
internal sealed record Terms(Term? From, Term? Start, Term? Deadline)
{
    public static Terms None { get; } = new(null, null, null);
}

/// <summary>Reads since when and by when a norm binds, against the days that the agreement itself sets.</summary>
/// <param name="text">The document.</param>
/// <param name="dates">Its dates in order.</param>
/// <param name="signed">Day of signature.</param>
internal sealed partial class TermReader(string text, IReadOnlyList<DateMention> dates, DateOnly signed)
{
    private const int Reach = 40;

    /// <summary>First day of the ceasefire that the document sets; null until it has been read or when it sets none.</summary>
    public DateOnly? Ceasefire { get; set; }

    /// <summary>Reads the terms among the words [first, end) of a provision.</summary>
    /// <param name="words">The provision.</param>
    /// <param name="first">First word.</param>
    /// <param name="end">One past the last.</param>
    /// <param name="process">What goes on, when that is the subject ("the withdrawal"); a term without a beginning counts from its own.</param>
    public Terms Read(ProvisionText words, int first, int end, string? process)
    {
        Term? from = null, start = null, deadline = null;
        foreach (var piece in words.Pieces(first, end))
        {
            var part = text[piece.Start..piece.End];
            var relatives = Relative().Matches(part);
            foreach (var date in Within(piece).Where(d => !relatives.Any(r => Span(r, piece.Start).Overlaps(d.Span))))
            {
                var before = text[Math.Max(piece.Start, date.Span.Start - Reach)..date.Span.Start];
                if (date.IsLimit && !Until().IsMatch(before))
                    deadline ??= Dated(date, before, piece.Start, date.End);
                else if (FromBefore().IsMatch(before) || OnBefore().IsMatch(before))
                    from ??= Dated(date, before, piece.Start, date.Start);
            }
            foreach (Match match in relatives)
            {
                var term = Resolve(match, piece.Start, deadline?.After ?? start?.After, process);
                if (match.Groups["day"].Success && Begins().IsMatch(part.AsSpan(0, match.Index)))
                    start ??= term;
                else if (from is null || char.ToLowerInvariant(match.Value[0]) is 'w' or 'n')
                    deadline ??= term;
            }
            if (deadline is null && BeforeEvent().Match(part) is { Success: true } until)
                deadline = new Term(until.Value.TrimEnd(), Span(until, piece.Start)) { After = until.Groups["event"].Value };
            if (from is null && FromEvent().Match(part) is { Success: true } since)
                from = new Term(since.Value.TrimEnd(' ', ','), Span(since, piece.Start)) { After = since.Groups["event"].Value };
        }
        return new Terms(from, start, deadline);
    }

    /// <summary>The term of a step of a timetable ("D+5").</summary>
    public static Term Step(string label, TextSpan span, DateOnly day)
    {
        var digits = new string(label.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit).ToArray());
        var offset = digits.Length == 0 ? 0 : int.Parse(digits, CultureInfo.InvariantCulture);
        if (label.Contains('-', StringComparison.Ordinal))
            offset = -offset;
        else if (label.StartsWith("Day", StringComparison.Ordinal))
            offset = Math.Max(0, offset - 1);
        return new Term(label, span) { Value = Iso(day.AddDays(Math.Clamp(offset, -10_000, 10_000))), After = "D-day" };
    }

    private Term Resolve(Match match, int offset, string? sibling, string? process)
    {
        var after = match.Groups["after"] is { Success: true } group && match.Groups["dir"].Value is not "before" ? group.Value.Trim() : sibling;
        if (after is null && match.Groups["after"].Success)
            return new Term(match.Groups["rel"].Value, Span(match.Groups["rel"], offset)) { After = match.Groups["dir"].Value + " " + match.Groups["after"].Value.Trim() };
        var term = new Term(match.Groups["rel"].Value, Span(match.Groups["rel"], offset)) { After = after ?? (process is null ? "signature" : "begin of " + process) };
        if (Base(after, process) is not { } from)
            return term;
        if (match.Groups["day"].Success)
            return term with { Value = Iso(from.AddDays(Number(match.Groups["day"].Value) - 1)) };
        var n = Number(match.Groups["n"].Value);
        var day = match.Groups["unit"].Value.TrimEnd('s') switch
        {
            "hour" => from.AddDays((n + 23) / 24),
            "week" => from.AddDays(n * 7),
            "month" => from.AddMonths(n),
            "year" => from.AddYears(Math.Min(n, 500)),
            _ => from.AddDays(n),
        };
        return term with { Value = Iso(day) };
    }

    private DateOnly? Base(string? after, string? process) =>
        after is null ? (process is null ? signed : null)
        : Signature().IsMatch(after) ? signed
        : CeasefireWord().IsMatch(after) ? Ceasefire : null;

    private static int Number(string word) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
        ? Math.Min(n, 10_000) : Math.Max(1, Array.FindIndex(NumberWords, w => w.Split('|').Contains(word.ToLowerInvariant().Split('-')[0])) + 1) is var small && small > 20 ? (small - 18) * 10 + (word.IndexOf('-', StringComparison.Ordinal) is var dash and > 0 ? Number(word[(dash + 1)..]) : 0) : small;

    private IEnumerable<DateMention> Within(TextSpan span)
    {
        var (low, high) = (0, dates.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (dates[middle].Span.Start < span.Start)
                low = middle + 1;
            else
                high = middle;
        }
        for (; low < dates.Count && dates[low].Span.Start < span.End; low++)
            yield return dates[low];
    }

    /// <summary>A date without a year is the next one after signature.</summary>
    private Term Dated(DateMention date, string before, int least, DateOnly day)
    {
        if (!Year().IsMatch(text.AsSpan(date.Span.Start, date.Span.Length)) && date.Precision == DatePrecision.Day)
        {
            day = new DateOnly(signed.Year, day.Month, Math.Min(day.Day, DateTime.DaysInMonth(signed.Year, day.Month)));
            day = day < signed ? day.AddYears(1) : day;
        }
        var clock = Clock().Match(before);
        var value = Iso(day);
        if (clock.Success && int.Parse(clock.Groups["h"].Value, CultureInfo.InvariantCulture) is var hour && hour < 24)
            value += $"T{hour:00}:{clock.Groups["m"].Value}" + Offset(clock.Groups["zone"].Value, day);
        var start = clock.Success ? date.Span.Start - before.Length + clock.Index : date.Span.Start;
        var span = new TextSpan(Math.Max(least, start), date.Span.End);
        return new Term(span.Of(text), span) { Value = value };
    }

    private static string Offset(string zone, DateOnly day)
    {
        if (zone is "GMT" or "UTC")
            return "Z";
        if (Zones.FirstOrDefault(z => z[0] == zone.Split(' ')[0]) is not { } row || !TimeZoneInfo.TryFindSystemTimeZoneById(row[1], out var found))
            return "";
        var offset = found.GetUtcOffset(day.ToDateTime(TimeOnly.MinValue));
        return $"{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}";
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static TextSpan Span(Capture capture, int offset) => new(offset + capture.Index, offset + capture.Index + capture.Value.TrimEnd(' ', ',').Length);

    private static readonly string[][] Zones = DataFile.Rows("claims.time-zones.tsv").ToArray();

    private static readonly string[] NumberWords =
    [
        "one|a|first", "two|second", "three|third", "four|fourth", "five|fifth", "six|sixth", "seven|seventh", "eight|eighth", "nine|ninth", "ten|tenth", "eleven", "twelve", "thirteen", "fourteen", "fifteen|fifteenth",
        "sixteen", "seventeen", "eighteen", "nineteen", "twenty|twentieth", "thirty|thirtieth", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred",
    ];

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Numbers = "[0-9]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty(?:-five|-eight)?|fifty|sixty|seventy-two|ninety|a hundred";
    private const string Nth = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|fifteenth|twentieth|thirtieth";

    [GeneratedRegex(
        $@"\b(?<rel>(?:within|inside|(?:no|not) later than|(?:no|not) more than|no longer than|in not more than|at the latest)\s+(?:(?:a|the) (?:period|term) of (?:up to )?|the (?:first|next|following) )?(?:(?<n>{Numbers})(?:\s\([\w-]+\))?[\s-](?:calendar |working )?(?<unit>hours?|days?|weeks?|months?|years?)|the (?<day>{Nth}|[0-9]{{1,3}}(?:st|nd|rd|th)) day)|(?<n>{Numbers})[\s-](?<unit>hours?|days?|weeks?|months?)(?=\s(?:after|from|following)\s))"
        + @"(?:\s+(?<dir>of|after|from|following|before|since|prior to)\s+(?:the |its |their )?(?<after>[^,;.:]{2,90}?)(?=[,;.:]|$|\s(?:and (?:end|be|its|the)|to|both|each|all|under|in parallel|with)\b))?", Options)]
    private static partial Regex Relative();

    [GeneratedRegex(@"\b(?:begin|begins|start|starts|commence|commences)\s(?:at the latest\s)?$", Options)]
    private static partial Regex Begins();

    [GeneratedRegex(@"\b(?:until|till|up to)\s(?:and including\s)?$", Options)]
    private static partial Regex Until();

    [GeneratedRegex(@"\b(?:from|as of|as from|since|starting|beginning|effective|with effect from)\s(?:on |from |at |the )*(?:(?:midnight|noon|[0-9]{1,2}[:.]?[0-9]{2}(?:\s?hours)?)\s*(?:\(?[\p{L} ]{0,14}\btime\)?|GMT|UTC)?\s*,?\s*(?:on |of )?)?$|\bat (?:midnight|noon|[0-9]{1,2}[:.]?[0-9]{2}(?:\s?hours)?)\s*(?:[\p{L}]{0,14} time|GMT|UTC)?\s*,?\s*on $", Options)]
    private static partial Regex FromBefore();

    [GeneratedRegex(@"(?:^|[\s(])on (?:\p{L}+day,? )?$", Options)]
    private static partial Regex OnBefore();

    [GeneratedRegex(@"(?<h>[0-2]?[0-9])[:.]?(?<m>[0-5][0-9])(?:\s?hours)?\s*(?<zone>[\p{L}]+ time|GMT|UTC)?\s*,?\s*(?:on |of )?$", Options)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\bbefore (?:the |its |their )?(?<event>[\w -]{3,50}?\b(?:begins|starts|ends|takes place|is completed))\b", Options)]
    private static partial Regex BeforeEvent();

    [GeneratedRegex(@"\b(?:once|as soon as|immediately after|upon|as(?= (?:that|the|this) [\w ]{3,30} (?:begins|starts|proceeds))|from the (?:first|second) day of)\s+(?<event>[^,;]{3,80})(?:,|$|;)", Options)]
    private static partial Regex FromEvent();

    [GeneratedRegex(@"\b(?:sign|adopt|conclu|enter\w* into force of th|com\w+ into force of th|entry into force of th|(?:this|the present) (?:agreement|memorandum|protocol|armistice|document|decision|resolution|accord|declaration|statement|arrangement|treaty|addendum)|effective date)", Options)]
    private static partial Regex Signature();

    [GeneratedRegex(@"^(?:the )?(?:ceasefire|cease-fire|truce|cessation|start of the ceasefire|beginning of the ceasefire|entry into force of the ceasefire)", Options)]
    private static partial Regex CeasefireWord();

    [GeneratedRegex(@"\b[12][0-9]{3}\b", Options)]
    private static partial Regex Year();
}
