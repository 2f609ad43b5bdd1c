using System.Collections.Frozen;
using System.Globalization;
using Truceline.Ingest.Formats.Dates;

namespace Truceline.Ingest.Normalising.Datelines;

/// <summary>Reads the days of datelines: "Sept. 17, 2018", "17th September", "17 сентября", "17/09/2018", "2018-09-17".</summary>
internal static class HeaderDates
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Weekdays = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Mon", "Monday", "Tue", "Tues", "Tuesday", "Wed", "Wednesday", "Thu", "Thurs", "Thursday", "Fri", "Friday", "Sat", "Saturday", "Sun", "Sunday",
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo",
        "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота",
        "воскресенье", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد", "Pazartesi", "Salı", "Çarşamba", "Perşembe", "Cuma", "Cumartesi", "Pazar")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    // Azerbaijani, Armenian, Persian, Polish: what dates of feeds are hardly written in.
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> FurtherMonths = new[]
    {
        "yanvar հունվարի ژانویه stycznia", "fevral փետրվարի فوریه lutego", "մարտի marca", "aprel ապրիլի آوریل kwietnia", "մայիսի مه maja", "iyun հունիսի ژوئن czerwca",
        "iyul հուլիսի ژوئیه lipca", "avqust օգոստոսի اوت sierpnia", "sentyabr սեպտեմբերի سپتامبر września", "oktyabr հոկտեմբերի اکتبر października", "noyabr նոյեմբերի نوامبر listopada",
        "dekabr դեկտեմբերի دسامبر grudnia",
    }
        .SelectMany((names, index) => names.Split(' ').Select(name => KeyValuePair.Create(name, index + 1)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word is a weekday.</summary>
    internal static bool IsWeekday(ReadOnlySpan<char> word) => Weekdays.Contains(word);

    /// <summary>The day that begins with a piece.</summary>
    /// <param name="line">The line.</param>
    /// <param name="tokens">Its pieces.</param>
    /// <param name="at">The piece; moved behind the day when there is one.</param>
    internal static DatelineDay? Read(ReadOnlySpan<char> line, List<HeaderToken> tokens, ref int at)
    {
        var next = at;
        var day = Numbers(line, tokens, ref next) ?? MonthFirst(line, tokens, ref next) ?? DayFirst(line, tokens, ref next);
        if (day is not { Day: >= 1 and <= 31, Month: >= 1 and <= 12 })
        {
            return null;
        }

        at = next;
        return day;
    }

    private static DatelineDay? MonthFirst(ReadOnlySpan<char> line, List<HeaderToken> tokens, ref int at)
    {
        var next = at;
        if (Month(line, tokens, ref next) is not { } month || Number(line, tokens, ref next, longest: 2) is not { } day)
        {
            return null;
        }

        at = next;
        return new DatelineDay(Year(line, tokens, ref at), month, day);
    }

    private static DatelineDay? DayFirst(ReadOnlySpan<char> line, List<HeaderToken> tokens, ref int at)
    {
        var next = at;
        if (Number(line, tokens, ref next, longest: 2) is not { } day)
        {
            return null;
        }

        if (next < tokens.Count && (Is(line, tokens[next], ".") || Is(line, tokens[next], "of") || Is(line, tokens[next], "de")))
        {
            next++;
        }

        if (Month(line, tokens, ref next) is not { } month)
        {
            return null;
        }

        at = next;
        return new DatelineDay(Year(line, tokens, ref at), month, day);
    }

    // 2018-09-17, 17/09/2018, 17.09.2018
    private static DatelineDay? Numbers(ReadOnlySpan<char> line, List<HeaderToken> tokens, ref int at)
    {
        if (at + 4 >= tokens.Count || tokens[at + 1].End - tokens[at + 1].Start != 1 || line[tokens[at + 1].Start] is not ('-' or '/' or '.')
            || line[tokens[at + 3].Start] != line[tokens[at + 1].Start])
        {
            return null;
        }

        var (first, second, third) = (at, at + 2, at + 4);
        if (Number(line, tokens, ref first, 4) is not { } a || Number(line, tokens, ref second, 2) is not { } b || Number(line, tokens, ref third, 4) is not { } c)
        {
            return null;
        }

        at += 5;
        return a > 1900 ? new DatelineDay(a, b, c) : c > 1900 ? new DatelineDay(c, b, a) : null;
    }

    private static int? MonthOf(ReadOnlySpan<char> word) =>
        word.Length is < 3 or > 12 ? null : FurtherMonths.TryGetValue(word, out var month) ? month : DateWords.MonthOf(word.ToString());

    private static int? Month(ReadOnlySpan<char> line, List<HeaderToken> tokens, ref int at)
    {
        if (at >= tokens.Count || tokens[at].Kind != HeaderTokenKind.Word || MonthOf(line[tokens[at].Start..tokens[at].End]) is not { } month)
        {
            return null;
        }

        at++;
        // "Sept."; a month by both of its names, "سبتمبر أيلول".
        if (at + 1 < tokens.Count && Is(line, tokens[at], ".") && tokens[at + 1].Kind == HeaderTokenKind.Number)
        {
            at++;
        }
        else if (at < tokens.Count && tokens[at].Kind == HeaderTokenKind.Word && MonthOf(line[tokens[at].Start..tokens[at].End]) == month)
        {
            at++;
        }

        return month;
    }

    private static int Year(ReadOnlySpan<char> line, List<HeaderToken> tokens, ref int at)
    {
        var next = at;
        if (next < tokens.Count && (Is(line, tokens[next], ",") || Is(line, tokens[next], ".") || Is(line, tokens[next], "de")))
        {
            next++;
        }

        if (Number(line, tokens, ref next, 4) is not ({ } year and >= 1900 and <= 2100))
        {
            return 0;
        }

        at = next;
        return year;
    }

    private static int? Number(ReadOnlySpan<char> line, List<HeaderToken> tokens, ref int at, int longest)
    {
        if (at >= tokens.Count || tokens[at].Kind != HeaderTokenKind.Number)
        {
            return null;
        }

        var number = 0;
        var digits = 0;
        for (var i = tokens[at].Start; i < tokens[at].End && char.IsDigit(line[i]); i++, digits++)
        {
            if (digits == longest)
            {
                return null;
            }

            number = (number * 10) + CharUnicodeInfo.GetDecimalDigitValue(line[i]);
        }

        at++;
        return number;
    }

    private static bool Is(ReadOnlySpan<char> line, HeaderToken token, string text) => line[token.Start..token.End].Equals(text, StringComparison.OrdinalIgnoreCase);
}
