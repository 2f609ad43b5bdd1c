using System.Buffers;
using System.Text.RegularExpressions;

namespace Truceline.Entity.Reading.Times;

/// <summary>Words that make a date the end of a term.</summary>
internal static partial class Limits
{
    private const int Reach = 60;

    /// <summary>Whether what ends at the position is a word of limit, articles and times of day between aside.</summary>
    public static bool Before(string text, int position)
    {
        // Before most dates stands no such word, and that shows at once.
        if (position == 0 || !char.IsWhiteSpace(text[position - 1]))
            return false;
        var before = text.AsSpan(Math.Max(0, position - Reach)..position);
        return before.ContainsAny(LimitWords) && LimitBefore().IsMatch(before);
    }

    /// <summary>Whether a "deadline" follows ("the October 15 deadline").</summary>
    public static bool After(string text, int position) =>
        DeadlineAfter().IsMatch(text.AsSpan(position..Math.Min(text.Length, position + Reach)));

    private static readonly SearchValues<string> LimitWords = SearchValues.Create(
        ["by", "before", "until", "till", "prior to", "ahead of", "up to", "later than", "not after", "deadline", "time limit"], StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(
        @"(?:\b(?:by|before|until|till|prior to|ahead of|up to|(?:no|not) later than|not after|(?:deadline|time limit)(?: set)?(?: of| is| was| on| for|:))"
        + @"|\bdeadline (?:for|to) (?:[\w'’-]+ ){1,8}(?:is|was|of|on))\s+(?:(?:at|about|around|on|the|or before)\s+)*"
        + @"(?:(?:midnight|noon|[0-9]{1,2}(?:[:.][0-9]{2})?(?:\s?[ap]\.?m\.?)?|[0-9]{4}\s?(?:GMT|UTC|hours))\s+(?:GMT\s+|local time\s+)?(?:on\s+)?)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.RightToLeft)]
    private static partial Regex LimitBefore();

    [GeneratedRegex(@"^(?:['’]s)?\s+(?:deadline|cut-?off|time limit)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DeadlineAfter();
}
