using System.Text.RegularExpressions;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Times;

/// <summary>Which order of day and month a text's dates in figures follow, by those that fit only one.</summary>
internal static partial class FigureOrder
{
    /// <summary>True with the month first, false with the day first, null when no date tells.</summary>
    public static bool? IsMonthFirst(SegmentedText text)
    {
        bool? order = null;
        foreach (var match in Figures().EnumerateMatches(text.Text))
        {
            var parts = text.Text.AsSpan(match.Index, match.Length);
            var second = parts.IndexOfAnyExceptInRange('0', '9');
            var (a, b) = (Two(parts), Two(parts[(second + 1)..]));
            if (a > 12 && b <= 12)
                return false;
            if (b > 12 && a <= 12)
                order = true;
        }
        return order;
    }

    private static int Two(ReadOnlySpan<char> digits) => digits.Length > 1 && char.IsAsciiDigit(digits[1]) ? (digits[0] - '0') * 10 + digits[1] - '0' : digits[0] - '0';

    [GeneratedRegex(@"(?<![\w.,/-])[0-3]?[0-9]([-/.])[0-3]?[0-9]\1(?:[0-9]{4}|[0-9]{2})(?![\w/-])", RegexOptions.CultureInvariant)]
    private static partial Regex Figures();
}
