using System.Globalization;
using System.Text.RegularExpressions;
using Truceline.Ingest.Formats;

namespace Truceline.Ingest.Normalising;

/// <summary>When a report was published, told by its own text and address where nothing else says it. A day without a year is none: no year is guessed. Pure.</summary>
internal static partial class PublicationTime
{
    private const int LinesAtBeginning = 8;
    private const int LinesAtEnd = 6;
    private const int LongestLine = 120;

    private static readonly string[] Labels =
    [
        "published on", "published at", "published:", "published", "publication date:", "posted on", "posted:", "posted", "date:", "issued:", "issued on", "first published", "release date:", "publié le", "publié",
        "mis en ligne le", "publicado el", "publicado em", "publicado:", "fecha:", "veröffentlicht am", "veröffentlicht", "stand:", "datum:", "pubblicato il", "pubblicato", "опубликовано:", "опубликовано", "дата:", "опубліковано:",
        "опубліковано", "yayınlanma:", "yayın tarihi:", "giriş:", "tarih:", "نشر في:", "نشر في", "نشرت في", "تاريخ النشر:", "التاريخ:", "تاریخ انتشار:", "תאריך:", "发布时间：", "发布时间:",
    ];

    /// <summary>The day or instant; empty when nothing says it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="dateline">Its dateline.</param>
    /// <param name="url">Its address; may be empty.</param>
    /// <param name="fileName">Name of its file; may be empty.</param>
    internal static string Of(string text, Dateline? dateline, string url, string fileName)
    {
        var (address, named) = (DayOf(UrlDay().Match(url)), DayOf(FileDay().Match(fileName)));
        return dateline?.Date is { Year: > 0 } day && DayOf(day) is { } whole ? whole
            : Labelled(text) is { } labelled ? labelled
            : dateline?.Date is { Year: 0 } part && YearOf(address ?? named, part) is { } completed ? completed
            : address ?? named ?? "";
    }

    private static string? Labelled(string text)
    {
        var at = 0;
        for (var line = 0; line < LinesAtBeginning && at < text.Length; line++)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            if (DateOf(text.AsSpan(at, end - at), allowBare: true) is { } date)
            {
                return date;
            }

            at = end + 1;
        }

        for (var (line, end) = (0, text.Length); line < LinesAtEnd && end > at; line++)
        {
            var start = text.LastIndexOf('\n', end - 1, end - at) + 1;
            start = Math.Max(start, at);
            if (DateOf(text.AsSpan(start, end - start), allowBare: false) is { } date)
            {
                return date;
            }

            end = start - 1;
        }

        return null;
    }

    private static string? DateOf(ReadOnlySpan<char> line, bool allowBare)
    {
        line = line.Trim(" \t\r[]()*|");
        if (line.Length is < 6 or > LongestLine || line.IndexOfAnyInRange('0', '9') < 0)
        {
            return null;
        }

        foreach (var label in Labels)
        {
            if (line.StartsWith(label, StringComparison.OrdinalIgnoreCase))
            {
                var rest = line[label.Length..].Trim(" :\t");
                var cut = rest.IndexOfAny('|', '•', '·');
                return DateText.Read((cut > 0 ? rest[..cut] : rest).ToString());
            }
        }

        // A line that is a date and nothing else.
        return allowBare && line.Length <= 45 && BareDate().IsMatch(line) ? DateText.Read(line.ToString()) : null;
    }

    private static string? YearOf(string? date, DatelineDay day)
    {
        if (date is null || !DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var known))
        {
            return null;
        }

        // Written on 31 December, published on 1 January.
        return new[] { known.Year, known.Year - 1 }.Select(y => DayOf(day with { Year = y })).FirstOrDefault(d => d is not null && string.CompareOrdinal(d, date) <= 0);
    }

    private static string? DayOf(DatelineDay day) =>
        day is { Year: >= 1900 and <= 2100, Month: >= 1 and <= 12 } && day.Day >= 1 && day.Day <= DateTime.DaysInMonth(day.Year, day.Month) ? day.ToString() : null;

    private static string? DayOf(Match match) =>
        match.Success ? DayOf(new DatelineDay(Number(match, "y"), Number(match, "m"), Number(match, "d"))) : null;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex("/(?<y>(?:19|20)[0-9]{2})[/-]?(?<m>[01][0-9])[/-]?(?<d>[0-3][0-9])(?:/|-|$)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex UrlDay();

    [GeneratedRegex("(?:^|[^0-9])(?<y>(?:19|20)[0-9]{2})[-_.]?(?<m>[01][0-9])[-_.]?(?<d>[0-3][0-9])(?:[^0-9]|$)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex FileDay();

    // A weekday, a month in letters or numbers, perhaps a time: at most six words, one of them a year.
    [GeneratedRegex(@"^(?:\S+[\s,]+){0,5}(?:19|20)[0-9]{2}(?:[\s,]+(?:at\s+)?[0-9]{1,2}[:.][0-9]{2}\S*(?:\s+\S{1,5}){0,2})?$|^(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex BareDate();
}
