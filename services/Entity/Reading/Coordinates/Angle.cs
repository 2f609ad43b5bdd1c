using System.Globalization;

namespace Truceline.Entity.Reading.Coordinates;

/// <summary>A latitude or longitude as it is written, with or without its hemisphere.</summary>
/// <param name="Span">From sign or hemisphere to the last mark.</param>
/// <param name="Degrees">The value, negative in the south and west.</param>
/// <param name="Hemisphere">N, S, E or W; 0 when not given.</param>
/// <param name="Parts">1 for degrees, 2 with minutes, 3 with seconds.</param>
/// <param name="Decimals">Digits after the point of the last part.</param>
/// <param name="IsMarked">A degree sign, or the word, stands in it.</param>
internal readonly record struct Angle(TextSpan Span, double Degrees, char Hemisphere, int Parts, int Decimals, bool IsMarked)
{
    private const int MostDecimals = 12;

    public bool IsLatitude => Hemisphere is 'N' or 'S';

    public bool IsLongitude => Hemisphere is 'E' or 'W';

    /// <summary>One unit of its last digit, in degrees.</summary>
    public double Resolution => Math.Pow(10, -Decimals) / (Parts switch { 1 => 1, 2 => 60, _ => 3600 });

    /// <summary>The angle that begins at a position; null when there is none.</summary>
    public static Angle? At(string text, int start)
    {
        var at = start;
        var hemisphere = Letter(text, ref at, isBefore: true);
        var isNegative = at < text.Length && text[at] is '-' or '−';
        if (isNegative || (at < text.Length && text[at] == '+'))
            at++;
        if (!Figure(text, ref at, 7, out var first, out var digits, out var decimals))
            return null;
        if (digits > 3)
            return Compact(text, start, at, first, digits, decimals, hemisphere, isNegative);
        var isMarked = Mark(text, ref at, "°º˚⁰∘") || Word(text, ref at, "degrees") || Word(text, ref at, "degree") || Word(text, ref at, "deg.") || Word(text, ref at, "deg")
            || (at + 1 < text.Length && text[at] == 'd' && char.IsAsciiDigit(text[at + 1]) && at++ > 0);
        var (value, parts) = (first, 1);
        if (decimals == 0 && Sixtieths(text, ref at, isMarked, "'′’ʹ´`‘m", out var minutes, out var minuteDecimals, out _))
        {
            (value, parts, decimals) = (value + minutes / 60, 2, minuteDecimals);
            if (minuteDecimals == 0 && Sixtieths(text, ref at, isMarked, "\"″”“ʺ¨s", out var seconds, out var secondDecimals, out _))
                (value, parts, decimals) = (value + seconds / 3600, 3, secondDecimals);
        }
        return Ended(text, start, at, value, hemisphere, isNegative, parts, decimals, isMarked);
    }

    private static Angle? Ended(string text, int start, int at, double value, char hemisphere, bool isNegative, int parts, int decimals, bool isMarked)
    {
        if (hemisphere == 0)
            hemisphere = Letter(text, ref at, isBefore: false);
        if (value > 180 || (hemisphere is 'N' or 'S' && value > 90) || (isNegative && hemisphere != 0 && !isMarked))
            return null;
        var isMinus = isNegative ^ hemisphere is 'S' or 'W';
        return new Angle(new TextSpan(start, at), isMinus ? -value : value, hemisphere, parts, Math.Min(decimals, MostDecimals), isMarked);
    }

    /// <summary>"3530N", "0362510E": degrees, minutes and seconds without marks; only with a hemisphere.</summary>
    private static Angle? Compact(string text, int start, int at, double figure, int digits, int decimals, char hemisphere, bool isNegative)
    {
        if (Ended(text, start, at, 0, hemisphere, isNegative, 1, 0, isMarked: false) is not { Hemisphere: not '\0' } ended)
            return null;
        var hasSeconds = digits is 6 or 7;
        if (digits - (ended.IsLatitude ? 0 : 1) is not (4 or 6))
            return null;
        var seconds = hasSeconds ? figure % 100 : 0;
        var minutes = hasSeconds ? Math.Truncate(figure / 100) % 100 : figure % 100;
        var degrees = Math.Truncate(figure / (hasSeconds ? 10_000 : 100));
        if (minutes >= 60 || seconds >= 60)
            return null;
        var value = degrees + minutes / 60 + seconds / 3600;
        return value > (ended.IsLatitude ? 90 : 180) ? null
            : ended with { Degrees = ended.Hemisphere is 'S' or 'W' ? -value : value, Parts = hasSeconds ? 3 : 2, Decimals = Math.Min(decimals, MostDecimals), IsMarked = true };
    }

    /// <summary>Minutes or seconds: a figure below 60 after a mark, or after a blank, hyphen or colon where nothing is marked.</summary>
    private static bool Sixtieths(string text, ref int at, bool isMarked, string marks, out double value, out int decimals, out bool hasMark)
    {
        var next = at;
        if (next < text.Length && (text[next] == ' ' || (!isMarked && text[next] is ':' or '-')))
            next++;
        hasMark = false;
        var begins = next;
        if ((next == at && !isMarked && !IsMark(text, at - 1)) || !Figure(text, ref next, 2, out value, out var digits, out decimals) || value >= 60 || digits < 1)
        {
            (value, decimals) = (0, 0);
            return false;
        }
        var afterFigure = next;
        if (next < text.Length && text[next] == ' ' && next + 1 < text.Length && marks.Contains(text[next + 1], StringComparison.Ordinal) && text[next + 1] is not ('m' or 's'))
            next++;
        hasMark = Mark(text, ref next, marks) || (marks[0] == '"' && next + 1 < text.Length && text[next] is '\'' or '′' or '’' && text[next + 1] == text[next] && (next += 2) > 0);
        if (!hasMark && afterFigure < text.Length && char.IsAsciiLetter(text[afterFigure]) && !IsHemisphere(text, afterFigure))
        {
            value = 0;
            return false;
        }
        at = hasMark ? next : afterFigure;
        return begins <= at;
    }

    private static bool IsMark(string text, int at) => at >= 0 && "'′’ʹ´`‘m".Contains(text[at], StringComparison.Ordinal);

    private static bool Figure(string text, ref int at, int mostDigits, out double value, out int digits, out int decimals)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]) && at - start <= mostDigits)
            at++;
        digits = at - start;
        decimals = 0;
        value = 0;
        if (digits == 0 || digits > mostDigits)
            return false;
        if (at + 1 < text.Length && (text[at] == '.' || IsDecimalComma(text, at)) && char.IsAsciiDigit(text[at + 1]))
        {
            var point = at++;
            while (at < text.Length && char.IsAsciiDigit(text[at]) && at - point < 20)
                at++;
            decimals = at - point - 1;
        }
        var whole = start + digits;
        var figure = whole < at && text[whole] == ',' ? text[start..at].Replace(',', '.') : text.AsSpan(start, at - start);
        return double.TryParse(figure, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value)
            && !(at < text.Length && char.IsAsciiDigit(text[at]));
    }

    private const int LeastBareDecimals = 4;

    /// <summary>"48,0159° N": a comma before decimals that a mark of angles or a hemisphere ends, and so parts no two numbers; four decimals and more are no group of thousands.</summary>
    private static bool IsDecimalComma(string text, int comma)
    {
        if (text[comma] != ',')
            return false;
        var end = comma + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]) && end - comma < 20)
            end++;
        if (end - comma > LeastBareDecimals && (end >= text.Length || !(text[end] is ',' or '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
            return true;
        if (end == comma + 1 || end >= text.Length)
            return false;
        if ("°º˚⁰∘'′’\"″”".Contains(text[end], StringComparison.Ordinal))
            return true;
        var letter = text[end] == ' ' ? end + 1 : end;
        return end - comma > 2 && letter < text.Length && IsHemisphere(text, letter);
    }

    private static bool Mark(string text, ref int at, string marks)
    {
        if (at >= text.Length || !marks.Contains(text[at], StringComparison.Ordinal))
            return false;
        at++;
        return true;
    }

    private static bool Word(string text, ref int at, string word)
    {
        var begins = at < text.Length && text[at] == ' ' ? at + 1 : at;
        if (begins + word.Length > text.Length || !text.AsSpan(begins, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase)
            || (begins + word.Length < text.Length && char.IsLetter(text[begins + word.Length])))
            return false;
        at = begins + word.Length;
        return true;
    }

    private static bool IsHemisphere(string text, int at) =>
        text[at] is 'N' or 'S' or 'E' or 'W' && (at + 1 >= text.Length || !char.IsLetter(text[at + 1]));

    private static char Letter(string text, ref int at, bool isBefore)
    {
        var next = at;
        while (!isBefore && next < text.Length && text[next] == ' ' && next - at < 1)
            next++;
        if (next >= text.Length)
            return '\0';
        if (IsHemisphere(text, next))
        {
            var letter = text[next++];
            while (isBefore && next < text.Length && text[next] is ' ' or '.' or ':' && next - at < 3)
                next++;
            if (isBefore && (next >= text.Length || !(char.IsAsciiDigit(text[next]) || text[next] is '-' or '+')))
                return '\0';
            at = next;
            return letter;
        }
        foreach (var name in (ReadOnlySpan<string>)["north", "south", "east", "west"])
        {
            if (!isBefore && Word(text, ref at, name))
                return char.ToUpperInvariant(name[0]);
        }
        return '\0';
    }
}
