using System.Globalization;
using System.Text.RegularExpressions;

namespace Truceline.Entity.Reading.Coordinates;

/// <summary>MGRS ("36SYE4512340123", "36S YE 451 401") and UTM ("36S 545000 3940000", "zone 37N, 512345 mE, 4456789 mN").</summary>
internal static partial class GridReferences
{
    private const double HighestNorthing = 10_000_000;

    public static CoordinateMention? At(string text, int figure) =>
        figure + 3 < text.Length && (char.IsAsciiLetterUpper(text[figure + 1]) || char.IsAsciiLetterUpper(text[figure + 2]) || char.IsAsciiLetterUpper(text[figure + 3]))
        && char.IsAsciiDigit(text[figure]) && (figure == 0 || !char.IsLetterOrDigit(text[figure - 1]))
            ? Mgrs(text, figure) ?? Utm(text, figure)
            : null;

    private static CoordinateMention? Mgrs(string text, int figure)
    {
        var match = MgrsPattern().Match(text, figure);
        if (!match.Success)
            return null;
        var letters = match.Groups["square"].Value;
        var (east, north) = (match.Groups["e"].Value, match.Groups["n"].Value);
        if (north.Length > 0 && north.Length != east.Length)
            return null;
        return MilitaryGrid.ToDegrees(Zone(match), match.Groups["band"].Value[0], letters[0], letters[1], east + north) is { } found
            ? new CoordinateMention(new TextSpan(match.Index, match.Index + match.Length), found.Latitude, found.Longitude, Precision.OfSquare(found.Side), "mgrs")
            : null;
    }

    private static CoordinateMention? Utm(string text, int figure)
    {
        var match = UtmPattern().Match(text, figure);
        if (!match.Success || Zone(match) is < 1 or > 60)
            return null;
        var band = match.Groups["band"].Value[0];
        var (easting, northing) = (Metres(match, "e"), Metres(match, "n"));
        if (easting is < 100_000 or >= 1_000_000 || northing > HighestNorthing)
            return null;
        // "N" and "S" are bands as well as hemispheres: the band that the point lies in decides.
        var isNorth = MilitaryGrid.IsNorth(band);
        var point = TransverseMercator.ToDegrees(Zone(match), isNorth, easting, northing);
        if (!MilitaryGrid.IsInBand(band, point.Latitude))
        {
            if (band is not ('N' or 'S'))
                return null;
            point = TransverseMercator.ToDegrees(Zone(match), band == 'N', easting, northing);
        }
        var side = Math.Pow(10, -Math.Min(match.Groups["ef"].Length, match.Groups["nf"].Length));
        return new CoordinateMention(new TextSpan(match.Index, match.Index + match.Length), point.Latitude, point.Longitude, Precision.OfSquare(side), "utm");
    }

    private static int Zone(Match match) => int.Parse(match.Groups["zone"].ValueSpan, CultureInfo.InvariantCulture);

    private static double Metres(Match match, string group) => double.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        @"\G(?<zone>[0-9]{1,2})[ -]?(?<band>[C-HJ-NP-X])[ -]?(?<square>[A-HJ-NP-Z][A-HJ-NP-V])[ -]?(?:(?<e>(?:[0-9]{2}){1,5})(?![0-9])|(?<e>[0-9]{1,5})[ -](?<n>[0-9]{1,5}))(?![A-Za-z0-9]|[.,][0-9])", Options)]
    private static partial Regex MgrsPattern();

    [GeneratedRegex(
        @"\G(?<zone>[0-9]{1,2})[ -]?(?<band>[C-HJ-NP-X])[,:;]?[ ](?:[Ee](?:asting)?[:= ]?[ ]?)?(?<e>0?[0-9]{6}(?:\.(?<ef>[0-9]{1,3}))?)[ ]?m?[ ]?E?[,;/]?[ ](?:[Nn](?:orthing)?[:= ]?[ ]?)?(?<n>[0-9]{5,8}(?:\.(?<nf>[0-9]{1,3}))?)(?:[ ]?m?N|[ ]?m)?(?![A-Za-z0-9])", Options)]
    private static partial Regex UtmPattern();
}
