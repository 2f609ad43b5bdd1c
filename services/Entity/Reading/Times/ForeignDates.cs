using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Truceline.Entity.Reading.Times;

/// <summary>
/// Reads full dates, day, month in letters and year, in languages that are not read otherwise: French, Spanish, German, Italian, Portuguese, Russian,
/// Ukrainian, Turkish and Arabic. "16 septembre 2018" would else be the year alone.
/// </summary>
internal static partial class ForeignDates
{
    private static readonly FrozenDictionary<string, int> Months = Names().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Puts the full dates of a text among the mentions, in place of those that they contain.</summary>
    /// <param name="text">The text.</param>
    /// <param name="end">Position up to which it is read.</param>
    /// <param name="mentions">Dates in figures, in order of the text; stays so.</param>
    public static void AddTo(string text, int end, List<DateMention> mentions)
    {
        foreach (Match match in Pattern().Matches(text))
        {
            if (match.Index + match.Length > end)
                break;
            if (!Months.TryGetValue(match.Groups["month"].Value, out var month)
                || CalendarMath.Day(Number(match.Groups["year"].ValueSpan), month, Number(match.Groups["day"].ValueSpan)) is not { } day)
                continue;
            var span = new TextSpan(match.Index, match.Index + match.Length);
            mentions.RemoveAll(m => m.Span.Overlaps(span));
            mentions.Add(new DateMention(span, day.Iso(), day, day, DatePrecision.Day));
        }
        mentions.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var digit in digits)
            value = value * 10 + (int)char.GetNumericValue(digit);
        return value;
    }

    private static Dictionary<string, int> Names()
    {
        var months = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var year in (ReadOnlySpan<string>)[
            "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
            "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
            "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember",
            "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre",
            "janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro",
            "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
            "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня",
            "Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık",
            "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر",
            "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول"])
        {
            var names = year.Split('|');
            for (var month = 0; month < names.Length; month++)
                months[names[month]] = month + 1;
        }
        return months;
    }

    [GeneratedRegex(
        """
        (?<![\p{L}\p{Nd}./-])(?<day>\p{Nd}{1,2})(?:er|º|°|\.|-го|-е)?[ \u00A0](?:de[ ])?(?<month>[\p{L}\p{M}]{2,12}(?:[ ](?:الأول|الثاني))?)
        (?:/[\p{L}\p{M}]{2,12}(?:[ ](?:الأول|الثاني))?)?[ \u00A0](?:de[ ]|del[ ])?(?<year>\p{Nd}{4})(?!\p{Nd})
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
