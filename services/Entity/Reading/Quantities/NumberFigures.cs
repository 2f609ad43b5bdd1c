using System.Globalization;

namespace Truceline.Entity.Reading.Quantities;

/// <summary>Numbers in digits: grouped by commas, points or blanks (European and Indian groups too), with decimals, powers and vulgar fractions.</summary>
internal static class NumberFigures
{
    private const string Vulgar = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒";

    private static readonly double[] VulgarValues =
        [1 / 2.0, 1 / 3.0, 2 / 3.0, 1 / 4.0, 3 / 4.0, 1 / 5.0, 2 / 5.0, 3 / 5.0, 4 / 5.0, 1 / 6.0, 5 / 6.0, 1 / 7.0, 1 / 8.0, 3 / 8.0, 5 / 8.0, 7 / 8.0, 1 / 9.0, 1 / 10.0];

    /// <summary>The number in digits that begins at a position; 0 for the end when there is none.</summary>
    public static int At(string text, int at, out double value)
    {
        value = 0;
        if (at >= text.Length)
            return 0;
        if (Vulgar.IndexOf(text[at], StringComparison.Ordinal) is var vulgar and >= 0)
        {
            value = VulgarValues[vulgar];
            return at + 1;
        }
        var end = Plain(text, at, out value);
        if (end == 0)
            return 0;
        return Raised(text, Fraction(text, at, end, ref value), ref value);
    }

    /// <summary>Whether a character is a vulgar fraction such as "½".</summary>
    public static bool IsVulgar(char c) => c > 127 && Vulgar.Contains(c, StringComparison.Ordinal);

    private static int Plain(string text, int at, out double value)
    {
        value = 0;
        var end = at;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
            end++;
        if (end == at || (text[at] is ','))
            return 0;
        var run = text.AsSpan(at, end - at);
        var spaced = run.ContainsAny('.', ',') ? end : Blanks(text, at, end);
        if (spaced > end)
        {
            end = spaced < text.Length - 1 && text[spaced] is '.' or ',' && char.IsAsciiDigit(text[spaced + 1]) ? EndOfDigits(text, spaced + 1) : spaced;
            return Parsed(text.AsSpan(at, end - at), ',', out value) ? end : 0;
        }
        var (commas, points) = (run.Count(','), run.Count('.'));
        if (commas > 0 && points > 0)
        {
            var isPointLast = run.LastIndexOf('.') > run.LastIndexOf(',');
            if (isPointLast ? points == 1 && AreGroups(run[..run.LastIndexOf('.')], ',') : commas == 1 && AreGroups(run[..run.LastIndexOf(',')], '.'))
                return Parsed(run, isPointLast ? ',' : '.', out value) ? end : 0;
            return First(text, at, out value);
        }
        if (commas > 0 && !AreGroups(run, ','))
            return commas == 1 && run.Length - run.IndexOf(',') <= 3 ? Parsed(run, '.', out value) ? end : 0 : First(text, at, out value);
        if (points > 1)
            return AreGroups(run, '.') ? Parsed(run, '.', out value) ? end : 0 : First(text, at, out value);
        return Parsed(run, ',', out value) ? end : 0;
    }

    /// <summary>The first digits of a list or an address.</summary>
    private static int First(string text, int at, out double value)
    {
        var end = EndOfDigits(text, at);
        return double.TryParse(text.AsSpan(at, end - at), NumberStyles.None, CultureInfo.InvariantCulture, out value) ? end : 0;
    }

    private static int EndOfDigits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return at;
    }

    /// <summary>Over groups of three digits that blanks part ("1 414 021 100").</summary>
    private static int Blanks(string text, int start, int end)
    {
        if (end - start > 3)
            return end;
        while (end + 3 < text.Length && text[end] is ' ' or '\u00A0' or '\u202F' or '\u2009' && char.IsAsciiDigit(text[end + 1]) && char.IsAsciiDigit(text[end + 2]) && char.IsAsciiDigit(text[end + 3])
            && (end + 4 == text.Length || !(char.IsLetterOrDigit(text[end + 4]))))
            end += 4;
        return end;
    }

    /// <summary>Groups of three, or Indian ones (twos before the last three).</summary>
    private static bool AreGroups(ReadOnlySpan<char> run, char separator)
    {
        var first = run.IndexOf(separator);
        if (first is 0 or > 3)
            return false;
        if (first < 0)
            return run.Length <= 3;
        var (isThrees, isTwos) = (true, first <= 2);
        for (var rest = run[(first + 1)..]; ;)
        {
            var next = rest.IndexOf(separator);
            var length = next < 0 ? rest.Length : next;
            isThrees &= length == 3;
            isTwos &= next < 0 ? length == 3 : length == 2;
            if (next < 0)
                return isThrees || isTwos;
            rest = rest[(next + 1)..];
        }
    }

    private static bool Parsed(ReadOnlySpan<char> run, char group, out double value)
    {
        value = 0;
        if (run.Length > 400)
            return false;
        Span<char> plain = stackalloc char[run.Length];
        var length = 0;
        foreach (var c in run)
        {
            if (char.IsAsciiDigit(c))
                plain[length++] = c;
            else if (c is '.' or ',' && c != group)
                plain[length++] = '.';
        }
        return double.TryParse(plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    /// <summary>"3/4", and "10 1/2" and "2½" after a whole number.</summary>
    private static int Fraction(string text, int at, int end, ref double value)
    {
        if (end < text.Length && IsVulgar(text[end]))
            return At(text, end, out var half) is var next and > 0 ? Add(ref value, half, next) : end;
        if (Slash(text, at, end, value, out var whole) is var after and > 0)
            return Set(ref value, whole, after);
        if (end + 3 >= text.Length || text[end] != ' ' || !char.IsAsciiDigit(text[end + 1]) || value != Math.Truncate(value))
            return end;
        var numerator = EndOfDigits(text, end + 1);
        return numerator - end <= 3 && Slash(text, end + 1, numerator, double.Parse(text.AsSpan(end + 1, numerator - end - 1), CultureInfo.InvariantCulture), out var part) is var last and > 0 && part < 1
            ? Add(ref value, part, last) : end;
    }

    private static int Slash(string text, int at, int end, double numerator, out double value)
    {
        value = 0;
        if (end + 1 >= text.Length || text[end] != '/' || !char.IsAsciiDigit(text[end + 1]) || end - at > 3)
            return 0;
        var last = EndOfDigits(text, end + 1);
        if (last - end > 4 || (last < text.Length && (char.IsLetter(text[last]) || (text[last] is '/' or '-' or '.' && last + 1 < text.Length && char.IsAsciiDigit(text[last + 1])))))
            return 0;
        var denominator = double.Parse(text.AsSpan(end + 1, last - end - 1), CultureInfo.InvariantCulture);
        value = numerator / denominator;
        return denominator > 1 ? last : 0;
    }

    private static int Add(ref double value, double more, int end) => Set(ref value, value + more, end);

    private static int Set(ref double value, double given, int end)
    {
        value = given;
        return end;
    }

    /// <summary>"1e10", "1.3x10^6", "1.1^23".</summary>
    private static int Raised(string text, int end, ref double value)
    {
        var at = end;
        var isScientific = at < text.Length && text[at] is 'e' or 'E';
        var isTimes = !isScientific && at + 4 < text.Length && text[at] is 'x' or '×' or '*' && text.AsSpan(at + 1, 3) is "10^";
        if (isTimes)
            at += 4;
        else if (isScientific || (at < text.Length && text[at] == '^'))
            at++;
        else
            return end;
        var signs = at;
        while (at < text.Length && text[at] is '+' or '-' or '−')
            at++;
        var last = EndOfDigits(text, at);
        if (last == at || last - at > 3 || (last < text.Length && char.IsLetter(text[last])))
            return end;
        var isNegative = text.AsSpan(signs, at - signs).Count('-') % 2 == 1;
        var power = double.Parse(text.AsSpan(at, last - at), CultureInfo.InvariantCulture) * (isNegative ? -1 : 1);
        var raised = isScientific || isTimes ? value * Math.Pow(10, power) : Math.Pow(value, power);
        return double.IsFinite(raised) ? Set(ref value, raised, last) : end;
    }
}
