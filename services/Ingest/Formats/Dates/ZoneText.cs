using System.Globalization;
using System.Text.RegularExpressions;

namespace Truceline.Ingest.Formats.Dates;

/// <summary>Reads the zone behind a time of day.</summary>
internal static partial class ZoneText
{
    private static readonly TimeSpan Furthest = TimeSpan.FromHours(14);

    // RFC 2822 section 4.3, and names in common use that mean one offset. Absent on purpose: IST, AST of Arabia, CST of China, AMT, GST, ET.
    private static readonly Dictionary<string, double> Hours = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = 0,
        ["UT"] = 0,
        ["UTC"] = 0,
        ["GMT"] = 0,
        ["Etc/GMT"] = 0,
        ["Etc/UTC"] = 0,
        ["WET"] = 0,
        ["WEST"] = 1,
        ["BST"] = 1,
        ["EST"] = -5,
        ["EDT"] = -4,
        ["CST"] = -6,
        ["CDT"] = -5,
        ["MST"] = -7,
        ["MDT"] = -6,
        ["PST"] = -8,
        ["PDT"] = -7,
        ["AKST"] = -9,
        ["AKDT"] = -8,
        ["HST"] = -10,
        ["ADT"] = -3,
        ["NST"] = -3.5,
        ["NDT"] = -2.5,
        ["CET"] = 1,
        ["CEST"] = 2,
        ["MET"] = 1,
        ["MEZ"] = 1,
        ["MEST"] = 2,
        ["MESZ"] = 2,
        ["EET"] = 2,
        ["EEST"] = 3,
        ["IDT"] = 3,
        ["MSK"] = 3,
        ["MSD"] = 4,
        ["TRT"] = 3,
        ["AZT"] = 4,
        ["IRST"] = 3.5,
        ["IRDT"] = 4.5,
        ["AFT"] = 4.5,
        ["PKT"] = 5,
        ["WIB"] = 7,
        ["ICT"] = 7,
        ["HKT"] = 8,
        ["SGT"] = 8,
        ["PHT"] = 8,
        ["AWST"] = 8,
        ["JST"] = 9,
        ["KST"] = 9,
        ["ACST"] = 9.5,
        ["ACDT"] = 10.5,
        ["AEST"] = 10,
        ["AEDT"] = 11,
        ["NZST"] = 12,
        ["NZDT"] = 13,
        ["SAST"] = 2,
        ["CAT"] = 2,
        ["WAT"] = 1,
        ["EAT"] = 3,
        ["BRT"] = -3,
        ["ART"] = -3,
        ["CLT"] = -4,
        ["VET"] = -4,
        ["COT"] = -5,
        ["PET"] = -5,
    };

    /// <summary>Takes the zone out of what follows a time.</summary>
    /// <param name="after">What follows the time; it may hold the date too.</param>
    /// <returns>The offset: that written as a number before that of a name, zero when nothing is written, null when a name is not known. And the rest.</returns>
    internal static (TimeSpan? Offset, string Remainder) Take(string after)
    {
        if (Numeric().Match(after) is { Success: true } numeric && OffsetOf(numeric) is { } offset)
        {
            return (offset, Names().Replace(after.Remove(numeric.Index, numeric.Length), m => IsDateWord(m.Value) ? m.Value : " "));
        }

        TimeSpan? named = TimeSpan.Zero;
        var rest = Names().Replace(after, m =>
        {
            if (IsDateWord(m.Value))
            {
                return m.Value;
            }

            // Single letters were defined the wrong way round and mean nothing (RFC 2822).
            named = m.Length == 1 ? TimeSpan.Zero : Hours.TryGetValue(m.Value, out var hours) ? TimeSpan.FromHours(hours) : null;
            return " ";
        });
        return (named, rest);
    }

    private static bool IsDateWord(string word) => DateWords.IsMonth(word) || DateWords.IsIgnored(word);

    private static TimeSpan? OffsetOf(Match match)
    {
        var digits = match.Groups["d"].Value.Replace(":", "", StringComparison.Ordinal);
        var (hours, minutes) = digits.Length switch
        {
            <= 2 => (digits, "0"),
            3 => (digits[..1], digits[1..]),
            _ => (digits[..2], digits[2..4]),
        };
        var offset = new TimeSpan(int.Parse(hours, CultureInfo.InvariantCulture), int.Parse(minutes, CultureInfo.InvariantCulture), 0);
        return offset > Furthest ? null : match.Groups["s"].Value == "-" ? -offset : offset;
    }

    // +0200, +02:00, -700, +02, "--0700", GMT+2; never the -01 of 02-01-2006. U+2212 is the minus sign.
    [GeneratedRegex(@"(?<![0-9+])(?<s>[+\-\u2212])(?<d>[0-9]{2}:[0-9]{2}(?::[0-9]{2})?|[0-9]{3,4}|[0-9]{1,2})(?![0-9\-/.])")]
    private static partial Regex Numeric();

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}]*(?:/\p{L}[\p{L}_]*)?")]
    private static partial Regex Names();
}
