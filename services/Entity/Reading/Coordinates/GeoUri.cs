using System.Globalization;
using System.Text.RegularExpressions;

namespace Truceline.Entity.Reading.Coordinates;

/// <summary>A geo: URI (RFC 5870), its uncertainty taken as the radius where it is given.</summary>
internal static partial class GeoUri
{
    public static CoordinateMention? At(string text, int figure)
    {
        const int prefix = 4;
        var start = figure > 0 && text[figure - 1] == '-' ? figure - 1 : figure;
        if (start < prefix || !text.AsSpan(start - prefix, prefix).Equals("geo:", StringComparison.OrdinalIgnoreCase) || (start > prefix && char.IsLetterOrDigit(text[start - prefix - 1])))
            return null;
        var match = Pattern().Match(text, start);
        if (!match.Success || !Number(match, "lat", out var latitude) || !Number(match, "lon", out var longitude) || Math.Abs(latitude) > 90 || Math.Abs(longitude) > 180)
            return null;
        var radius = Number(match, "u", out var given) && given > 0 ? given
            : Precision.Radius(Math.Pow(10, -Math.Min(match.Groups["latf"].Length, match.Groups["lonf"].Length)), latitude);
        return new CoordinateMention(new TextSpan(start - prefix, match.Index + match.Length), latitude, longitude, radius, "geo");
    }

    private static bool Number(Match match, string group, out double value) =>
        double.TryParse(match.Groups[group].ValueSpan, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);

    [GeneratedRegex(
        @"\G(?<lat>-?[0-9]{1,2}(?:\.(?<latf>[0-9]{1,12}))?),(?<lon>-?[0-9]{1,3}(?:\.(?<lonf>[0-9]{1,12}))?)(?:,-?[0-9]{1,6}(?:\.[0-9]{1,9})?)?(?:;u=(?<u>[0-9]{1,8}(?:\.[0-9]{1,6})?)|;(?!u=)[A-Za-z0-9]{1,12}=[A-Za-z0-9.-]{1,24}){0,4}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
