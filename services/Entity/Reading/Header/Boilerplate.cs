using System.Buffers;
using System.Text.RegularExpressions;

namespace Truceline.Entity.Reading.Header;

/// <summary>What syndication puts around a report: notices, bylines, signatures.</summary>
/// <param name="Body">The report without it.</param>
/// <param name="Outlet">Outlet that a notice names; null when none does.</param>
/// <param name="Agency">Agency that a signature names; null when none does.</param>
internal sealed partial record Boilerplate(TextSpan Body, string? Outlet, string? Agency)
{
    private const int LongestNotice = 600;
    private const int LongestScan = 1_000;

    /// <summary>Sets notices at the start and the end of a text apart.</summary>
    public static Boilerplate SetApart(string text)
    {
        var (start, end) = (SkipSpace(text, 0, text.Length), TrimSpace(text, 0, text.Length));
        string? outlet = null;
        string? agency = null;
        while (start < end)
        {
            var lineEnd = text.IndexOf('\n', start, end - start);
            if (lineEnd < 0 || !IsNotice(text.AsSpan(start, lineEnd - start)))
                break;
            outlet ??= OutletOf(text[start..lineEnd]);
            start = SkipSpace(text, lineEnd, end);
        }
        while (start < end)
        {
            var lineStart = text.LastIndexOf('\n', end - 1, end - start) + 1;
            lineStart = Math.Max(lineStart, start);
            var line = text.AsSpan(lineStart, end - lineStart);
            if (lineStart > start && IsNotice(line))
            {
                outlet ??= OutletOf(line.ToString());
                end = TrimSpace(text, start, lineStart);
                continue;
            }
            var signature = Signature().Match(text, Math.Max(lineStart, end - LongestScan), end - Math.Max(lineStart, end - LongestScan));
            if (!signature.Success || signature.Index <= start)
                break;
            agency ??= signature.Groups["agency"].Value;
            end = TrimSpace(text, start, signature.Index);
        }
        return new Boilerplate(new TextSpan(Math.Min(start, end), end), outlet, agency);
    }

    private static bool IsNotice(ReadOnlySpan<char> line) => line.Length <= LongestNotice && (line.ContainsAny(NoticeWords) || line.Contains('©')) && Notice().IsMatch(line);

    // Every notice holds one of these, or the sign of copyright.
    private static readonly SearchValues<string> NoticeWords = SearchValues.Create(
        ["generated", "edited", "syndicated", "agency", "news feed", "rights reserved", "(c)", "copyright", "reporting", "writing by", "editing by", "compiled by", "inputs from", "read more", "read also",
            "see more", "see also", "click here", "tap here", "follow us", "subscribe", "sign up", "share this", "advertisement", "editor:", "source:", "terms of", "may not be", "photo:", "image credit", "our standards:",
            "published", "updated"], StringComparison.OrdinalIgnoreCase);

    private static string? OutletOf(string notice)
    {
        var match = Outlets().Match(notice);
        return match.Success ? match.Groups["outlet"].Value.Trim().TrimEnd('.') : null;
    }

    private static int SkipSpace(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        return start;
    }

    private static int TrimSpace(string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return end;
    }

    [GeneratedRegex(
        """
        auto-?[ ]?generated|un-?edited|not[ ]been[ ]edited|syndicated|wire[ ]agency|agency[ ]feed|news[ ]feed|all[ ]rights[ ]reserved|©|\(c\)[ ]\d{4}
        |copyright[ ]\d{4}|^[(\[]?(?:additional[ ])?reporting[ ](?:and[ ]writing[ ])?by\b|^[(\[]?(?:writing|editing|edited|compiled)[ ]by\b|with[ ]inputs[ ]from
        |^(?:read|see)[ ](?:more|also)\b|^(?:click|tap)[ ]here\b|^follow[ ]us\b|^subscribe\b|^sign[ ]up\b|^share[ ]this\b|^advertisement$|^editor:|^source:
        |terms[ ]of[ ](?:use|service)|may[ ]not[ ]be[ ]reproduced|^photo:|^image[ ]credit|^our[ ]standards:|^published:?[ ]|^updated:?[ ]|^last[ ]updated
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Notice();

    [GeneratedRegex(
        """
        (?:,[ ]|by[ ](?:the[ ])?|the[ ]|^[(\[]?)(?<outlet>\p{Lu}[\p{L}\d&'’.]*(?:[ ]\p{Lu}[\p{L}\d&'’.]*){0,3})[ ](?:[Ss]taff|[Dd]esk|[Tt]eam|[Ee]ditors)\b
        |(?:©|\([cC]\)|[Cc]opyright)[ ]?(?:\d{4}[ ]?)?(?<outlet>\p{Lu}[\p{L}\d&'’]*(?:[ ]\p{Lu}[\p{L}\d&'’]*){0,3})
        |^[Ss]ource:[ ]?(?<outlet>\p{Lu}[\p{L}\d&'’]*(?:[ ]\p{Lu}[\p{L}\d&'’]*){0,3})
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Outlets();

    // "(Agency) ABC" and "-- Agency" after the last sentence; initials of the desk may follow.
    [GeneratedRegex(
        """(?<=[.!?"”)\s])(?<!\d\s*)\s*(?:\((?<agency>\p{Lu}[\p{L}/ ]{1,20})\)(?:[ ]+[\p{Lu}/]{2,10}){0,3}|(?:--|—|–)[ ]?(?<agency>[\p{Lu}]{2,8}|Reuters|Xinhua)(?:[ ]+[\p{Lu}/]{2,10})?)\.?$""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Signature();
}
