using System.Text.RegularExpressions;

namespace Truceline.Entity.Reading.Quantities;

/// <summary>A unit of measure that follows a number.</summary>
/// <param name="End">Position after the unit.</param>
/// <param name="Kind">What it measures.</param>
/// <param name="Symbol">The SI unit, "%", or an ISO 4217 code that values are given in.</param>
/// <param name="Factor">Of one such unit in that unit.</param>
/// <param name="Zero">What a value of zero is in that unit ("0 °F").</param>
internal readonly record struct Unit(int End, QuantityKind Kind, string Symbol, double Factor, double Zero = 0);

/// <summary>Reads units after a number: lengths, areas, masses, volumes, calibres, durations, speeds, temperatures, percent, money.</summary>
internal static partial class Units
{
    private const int LongestUnit = 28;
    private const int MostWords = 3;

    /// <summary>The unit that begins at a position, a joining blank or hyphen before it; null when there is none.</summary>
    public static Unit? At(string text, int position)
    {
        var at = position;
        if (at < text.Length && text[at] is ' ' or '\u00A0' or '\u202F' or '-' or '\n')
            at++;
        else if (at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n')
            at += 2;
        var isBracketed = at < text.Length && text[at] is '[' or '{';
        if (Longest(text, isBracketed ? at + 1 : at) is not { } unit)
            return null;
        if (isBracketed)
            return unit.End < text.Length && text[unit.End] is ']' or '}' ? unit with { End = unit.End + 1 } : null;
        return Rate(text, unit) ?? unit;
    }

    /// <summary>Whether a noun is a unit of time, so that its number counts nothing ("four more days").</summary>
    public static bool IsTime(string noun) => UnitNames.Find(noun) is { Kind: QuantityKind.Duration };

    /// <summary>Whether what follows a unit turns it into something else: an age, a time told from another.</summary>
    public static bool IsTurned(string text, int end) => Turned().IsMatch(text.AsSpan(end..Math.Min(text.Length, end + 24)));

    /// <summary>The longest name of up to three words that is a unit.</summary>
    private static Unit? Longest(string text, int at)
    {
        Unit? best = null;
        var end = at;
        for (var words = 0; words < MostWords && end < text.Length && end - at < LongestUnit; words++)
        {
            if (words > 0)
            {
                if (text[end] == '.' && end + 1 < text.Length && text[end + 1] is ' ' or 'k' or 'm')
                    end++;
                if (end >= text.Length || text[end] is not (' ' or '-' or '\u00A0' or '\n'))
                    break;
                end++;
            }
            var start = end;
            while (end < text.Length && (char.IsLetter(text[end]) || text[end] is '°' or '%' or '²' or '³' or 'º') && end - at < LongestUnit)
                end++;
            if (end < text.Length && end > start && text[end] is '2' or '3' && (end + 1 == text.Length || !char.IsLetterOrDigit(text[end + 1])))
                end++;
            if (end == start)
                break;
            if (end < text.Length && char.IsLetterOrDigit(text[end]))
                continue;
            if (UnitNames.Find(text.AsSpan(at, end - at)) is { } found && !(found.Kind == QuantityKind.Distance && end - at == 1 && end < text.Length && text[end] == '.' && end + 1 < text.Length && char.IsLetter(text[end + 1])))
                best = new Unit(end, found.Kind, found.Symbol, found.Factor, found.Zero);
        }
        return best;
    }

    /// <summary>A distance for a time is a speed: "km/h", "miles an hour", "metres per second".</summary>
    private static Unit? Rate(string text, Unit distance)
    {
        if (distance.Kind != QuantityKind.Distance)
            return null;
        var match = PerTime().Match(text, distance.End, Math.Min(text.Length - distance.End, 18));
        if (!match.Success)
            return null;
        var seconds = match.Groups["h"].Success ? 3600.0 : match.Groups["m"].Success ? 60 : 1;
        return new Unit(distance.End + match.Length, QuantityKind.Speed, "m/s", distance.Factor / seconds);
    }

    [GeneratedRegex(@"\G(?:\s?/\s?|\s(?:per|an?)\s)(?:(?<h>hours?|hr|h)|(?<m>minutes?|min)|(?<s>seconds?|sec|s))(?![\p{L}\p{Nd}])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PerTime();

    [GeneratedRegex(@"^(?:(?:-|\s)olds?\b|\sof age\b|\s(?:later|earlier|ago|before|after|previously)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Turned();
}
