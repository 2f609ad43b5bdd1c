using System.Globalization;
using System.Text.RegularExpressions;

namespace Truceline.Entity.Reading.Coordinates;

/// <summary>ISO 6709, annex H: "+35.51+036.40/", "+3530.7+03624.0/", "+353042+0362400+120/"; degrees have two digits, and three.</summary>
internal static partial class Iso6709
{
    public static CoordinateMention? At(string text, int figure)
    {
        if (figure == 0 || text[figure - 1] is not ('+' or '-' or '−') || (figure > 1 && char.IsLetterOrDigit(text[figure - 2])))
            return null;
        var match = Pattern().Match(text, figure - 1);
        if (!match.Success)
            return null;
        var (latitude, longitude) = (Degrees(match, "lat", 2), Degrees(match, "lon", 3));
        var digits = match.Groups["lat"].Length + match.Groups["latf"].Length;
        // Two bare signed numbers ("+12-345") need the solidus that ends the notation.
        if (latitude is not { } north || longitude is not { } east || Math.Abs(north) > 90 || Math.Abs(east) > 180 || (digits < 5 && !match.Groups["end"].Success))
            return null;
        var unit = match.Groups["lat"].Length switch { 2 => 1.0, 4 => 60, _ => 3600 };
        var resolution = Math.Pow(10, -match.Groups["latf"].Length) / unit;
        return new CoordinateMention(new TextSpan(match.Index, match.Index + match.Length), north, east, Precision.Radius(resolution, north), "iso6709");
    }

    private static double? Degrees(Match match, string group, int degreeDigits)
    {
        var digits = match.Groups[group].Value;
        if (digits.Length - degreeDigits is not (0 or 2 or 4))
            return null;
        var fraction = match.Groups[group + "f"] is { Success: true } f ? double.Parse("0." + f.Value, CultureInfo.InvariantCulture) : 0;
        var parts = new double[] { Part(digits, 0, degreeDigits), Part(digits, degreeDigits, 2), Part(digits, degreeDigits + 2, 2) };
        parts[(digits.Length - degreeDigits) / 2] += fraction;
        if (parts[1] >= 60 || parts[2] >= 60)
            return null;
        var value = parts[0] + parts[1] / 60 + parts[2] / 3600;
        return match.Groups[group + "s"].Value == "+" ? value : -value;
    }

    private static double Part(string digits, int start, int length) =>
        start < digits.Length ? int.Parse(digits.AsSpan(start, length), CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"\G(?<lats>[+−-])(?<lat>[0-9]{2}|[0-9]{4}|[0-9]{6})(?:\.(?<latf>[0-9]{1,9}))?(?<lons>[+−-])(?<lon>[0-9]{3}|[0-9]{5}|[0-9]{7})(?:\.(?<lonf>[0-9]{1,9}))?(?:[+−-][0-9]{1,6}(?:\.[0-9]{1,4})?)?(?:CRS[A-Za-z0-9_]{1,12})?(?<end>/)?(?![\w.])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
