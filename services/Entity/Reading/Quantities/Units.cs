using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Truceline.Entity.Reading.Quantities;

/// <summary>A unit of measure that follows a number.</summary>
/// <param name="End">Position after the unit.</param>
/// <param name="Kind">What it measures.</param>
/// <param name="Symbol">The SI unit, "%", or an ISO 4217 code that values are given in.</param>
/// <param name="Factor">Of one such unit in that unit.</param>
internal sealed record Unit(int End, QuantityKind Kind, string Symbol, double Factor);

/// <summary>Reads units after a number: lengths, areas, masses, calibres, durations, percent, money.</summary>
internal static partial class Units
{
    // A month is a twelfth of a Julian year; a ton without more is the metric one.
    private static readonly FrozenDictionary<string, (QuantityKind Kind, string Symbol, double Factor)> Known = new Dictionary<string, (QuantityKind, string, double)>
    {
        ["kilometre"] = (QuantityKind.Distance, "m", 1000),
        ["metre"] = (QuantityKind.Distance, "m", 1),
        ["centimetre"] = (QuantityKind.Distance, "m", 0.01),
        ["mile"] = (QuantityKind.Distance, "m", 1609.344),
        ["nautical mile"] = (QuantityKind.Distance, "m", 1852),
        ["foot"] = (QuantityKind.Distance, "m", 0.3048),
        ["yard"] = (QuantityKind.Distance, "m", 0.9144),
        ["inch"] = (QuantityKind.Distance, "m", 0.0254),
        ["square kilometre"] = (QuantityKind.Area, "m2", 1e6),
        ["square metre"] = (QuantityKind.Area, "m2", 1),
        ["square mile"] = (QuantityKind.Area, "m2", 2589988.110336),
        ["square foot"] = (QuantityKind.Area, "m2", 0.09290304),
        ["hectare"] = (QuantityKind.Area, "m2", 1e4),
        ["acre"] = (QuantityKind.Area, "m2", 4046.8564224),
        ["dunam"] = (QuantityKind.Area, "m2", 1000),
        ["millimetre"] = (QuantityKind.Calibre, "m", 0.001),
        ["tonne"] = (QuantityKind.Mass, "kg", 1000),
        ["kilogram"] = (QuantityKind.Mass, "kg", 1),
        ["pound"] = (QuantityKind.Mass, "kg", 0.45359237),
        ["second"] = (QuantityKind.Duration, "s", 1),
        ["minute"] = (QuantityKind.Duration, "s", 60),
        ["hour"] = (QuantityKind.Duration, "s", 3600),
        ["day"] = (QuantityKind.Duration, "s", 86400),
        ["week"] = (QuantityKind.Duration, "s", 604800),
        ["month"] = (QuantityKind.Duration, "s", 2629800),
        ["year"] = (QuantityKind.Duration, "s", 31557600),
        ["decade"] = (QuantityKind.Duration, "s", 315576000),
        ["percent"] = (QuantityKind.Percentage, "%", 1),
        ["dollar"] = (QuantityKind.Money, "USD", 1),
        ["euro"] = (QuantityKind.Money, "EUR", 1),
        ["sterling"] = (QuantityKind.Money, "GBP", 1),
        ["rouble"] = (QuantityKind.Money, "RUB", 1),
        ["hryvnia"] = (QuantityKind.Money, "UAH", 1),
        ["shekel"] = (QuantityKind.Money, "ILS", 1),
        ["yen"] = (QuantityKind.Money, "JPY", 1),
        ["yuan"] = (QuantityKind.Money, "CNY", 1),
    }.ToFrozenDictionary();

    /// <summary>The unit that begins at a position, a joining blank or hyphen before it; null when there is none.</summary>
    public static Unit? At(string text, int position)
    {
        var match = Pattern().Match(text[position..Math.Min(text.Length, position + 48)]);
        if (!match.Success)
            return null;
        foreach (var (name, meaning) in Known)
        {
            if (match.Groups[name.Replace(' ', '_')].Success)
                return new Unit(position + match.Length, meaning.Kind, meaning.Symbol, meaning.Factor);
        }
        return null;
    }

    /// <summary>Whether a noun is a unit of time, so that its number counts nothing ("four more days").</summary>
    public static bool IsTime(string noun) => Known.TryGetValue(noun, out var meaning) && meaning.Kind == QuantityKind.Duration;

    /// <summary>Whether what follows a unit turns it into something else: an age, a speed, a time told from another.</summary>
    public static bool IsTurned(string text, int end) => Turned().IsMatch(text[end..Math.Min(text.Length, end + 24)]);

    [GeneratedRegex(
        @"^(?:[ \u00A0\u202F-]|\r?\n)?(?:(?:square[ -]|sq\.?[ ]?)(?:(?<square_kilometre>km|kilomet(?:re|er)s?)|(?<square_metre>m|met(?:re|er)s?)|(?<square_mile>miles?|mi)|(?<square_foot>feet|foot|ft))"
        + @"|(?<square_kilometre>km(?:2|²))|(?<square_metre>m(?:2|²))|(?<nautical_mile>nautical[ -]miles?|nmi)|(?<kilometre>[kK]ms?|KM|kilomet(?:re|er)s?)|(?<millimetre>mm|millimet(?:re|er)s?)"
        + @"|(?<centimetre>cm|centimet(?:re|er)s?)|(?<metre>m|met(?:re|er)s?)|(?<mile>mi|miles?)|(?<foot>ft|foot|feet)|(?<yard>yards?|yds?)|(?<inch>inch(?:es)?)|(?<hectare>ha|hectares?)|(?<acre>acres?)"
        + @"|(?<dunam>dun[au]ms?)|(?<tonne>(?:metric[ -])?ton(?:ne)?s?)|(?<kilogram>kgs?|kilos?|kilogram(?:me)?s?)|(?<sterling>pounds sterling)|(?<pound>lbs?|pounds?)|(?<second>seconds)"
        + @"|(?<minute>min(?:ute)?s?)|(?<hour>h(?:ou)?rs?|hours?)|(?<day>days?)|(?<week>weeks?)|(?<month>months?)|(?<year>years?)|(?<decade>decades?)|(?<percent>%|per[ ]?cent|percentage points?)"
        + @"|(?<dollar>(?:US )?dollars?|USD)|(?<euro>euros?|EUR)|(?<rouble>rou?bles?|RUB)|(?<hryvnia>hryvnias?|UAH)|(?<shekel>shekels?)|(?<yen>yen)|(?<yuan>yuan))(?<![\p{L}]\.)(?![\p{L}\p{Nd}])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();

    [GeneratedRegex(
        @"^(?:(?:-|\s)olds?\b|\sof age\b|\s?/\s?(?:h|s|hr)\b|\s(?:per|an) hour\b|\sper second\b|\s(?:later|earlier|ago|before|after|previously)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Turned();
}
