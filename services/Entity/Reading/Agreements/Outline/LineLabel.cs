using System.Globalization;
using System.Text.RegularExpressions;

namespace Truceline.Entity.Reading.Agreements.Outline;

/// <summary>How a point is marked. Points marked alike stand on one level.</summary>
internal enum LabelStyle
{
    Article,
    Annex,
    Step,
    Number,
    NumberParen,
    NumberBrackets,
    Dotted,
    Letter,
    Capital,
    Roman,
    Bullet,
}

/// <summary>The mark at the beginning of a line.</summary>
/// <param name="Style">How it is written.</param>
/// <param name="Text">The mark for a path: "2", "(a)", "Annex I", "D+5"; empty for a bullet.</param>
/// <param name="Length">Characters that it takes, the blank after it included.</param>
internal sealed partial record LineLabel(LabelStyle Style, string Text, int Length)
{
    /// <summary>The mark that a line, without leading blanks, begins with; null when it has none.</summary>
    /// <param name="line">The line.</param>
    /// <param name="letterBefore">Letter of the point before on the innermost lettered level, which settles whether "(i)" is a letter; '\0' for none.</param>
    public static LineLabel? Of(ReadOnlySpan<char> line, char letterBefore)
    {
        var text = line.Length > MaxLength ? line[..MaxLength].ToString() : line.ToString();
        if (Heading().Match(text) is { Success: true } heading)
            return OfHeading(heading, text.Length == line.Length ? text : text + "…");
        if (Step().Match(text) is { Success: true } step)
            return new LineLabel(LabelStyle.Step, StepText(step.Groups["step"].Value), step.Length);
        if (Bullet().Match(text) is { Success: true } bullet)
            return new LineLabel(LabelStyle.Bullet, "", bullet.Length);
        if (Dotted().Match(text) is { Success: true } dotted)
            return new LineLabel(LabelStyle.Dotted, dotted.Groups["n"].Value, dotted.Length);
        if (Number().Match(text) is { Success: true } number)
        {
            var n = number.Groups["n"].Value;
            return number.Groups["open"].Success ? new LineLabel(LabelStyle.NumberBrackets, $"({n})", number.Length)
                : number.Groups["close"].Value == ")" ? new LineLabel(LabelStyle.NumberParen, n, number.Length)
                : new LineLabel(LabelStyle.Number, n, number.Length);
        }
        return Letters().Match(text) is { Success: true } letters ? OfLetters(letters, letterBefore) : null;
    }

    private static LineLabel? OfHeading(Match match, string line)
    {
        var name = match.Groups["name"].Value;
        var isAnnex = char.ToUpperInvariant(name[0]) == 'A' && char.ToUpperInvariant(name[1]) is 'N' or 'P' or 'T' || char.ToUpperInvariant(name[0]) == 'S' && char.ToUpperInvariant(name[1]) == 'C';
        // "Annex 1 forms part of this agreement." is a sentence, no heading.
        var rest = line[match.Length..];
        if (rest.Length > 0 && char.IsLower(rest[0]) || (isAnnex && rest.TrimEnd().EndsWith('.') && rest.Length > LongestHeading))
            return null;
        var number = match.Groups["n"].Value;
        var text = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.ToLowerInvariant()) + (number.Length > 0 ? " " + number : "");
        return new LineLabel(isAnnex ? LabelStyle.Annex : LabelStyle.Article, text, match.Length);
    }

    private static LineLabel OfLetters(Match match, char letterBefore)
    {
        var letters = match.Groups["l"].Value;
        var text = match.Groups["open"].Success ? $"({letters})" : letters;
        if (char.IsUpper(letters[0]) && letters.Length == 1)
            return new LineLabel(LabelStyle.Capital, text, match.Length);
        var isRoman = letters.Length > 1 || (letters is "i" or "v" or "x" && letterBefore != letters[0] - 1);
        return new LineLabel(isRoman ? LabelStyle.Roman : LabelStyle.Letter, text, match.Length);
    }

    private static string StepText(string step) => step.Replace(" ", "", StringComparison.Ordinal) is var compact
        && compact.StartsWith("D-", StringComparison.OrdinalIgnoreCase) && compact.EndsWith("day", StringComparison.OrdinalIgnoreCase) ? "D" : compact;

    private const int MaxLength = 200;
    private const int LongestHeading = 80;
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^(?<name>ARTICLE|Article|SECTION|Section|CHAPTER|Chapter|PART|Part|ANNEX|Annex|ANNEXE|Annexe|APPENDIX|Appendix|ATTACHMENT|Attachment|SCHEDULE|Schedule)(?:\s+(?<n>[IVXLC]+|[0-9]+(?:\.[0-9]+)*|[A-Z]|(?i:one|two|three|four|five|six|seven|eight|nine|ten)))?\b\s*[.:)–-]*\s*", Options)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?<step>D\s?[-+]\s?(?:[0-9]{1,4}|[Dd]ay)|Day\s[0-9]{1,4})(?:\s*(?:to|until|-|–)\s*(?:D\s?\+\s?[0-9]{1,4}|[0-9]{1,4}))?\s*(?:[:.–|\t-]+\s*|\s(?=\p{Lu}))", Options)]
    private static partial Regex Step();

    [GeneratedRegex(@"^[-•–—*·▪◦‣●]\s+", Options)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^(?:§\s?|(?:Point|Para(?:graph)?\.?|No\.)\s)?(?<n>(?:[A-Z]|[0-9]{1,3})(?:\.[0-9]{1,3})+)[.)]?\s+", Options)]
    private static partial Regex Dotted();

    [GeneratedRegex(@"^(?:§\s?|(?:Point|Para(?:graph)?\.?|No\.)\s)?(?<open>\()?(?<n>[0-9]{1,3})(?<close>[.):])\s*(?![0-9])", Options)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:(?<open>\()(?<l>[a-zA-Z]|[ivx]{2,5})\)|(?<l>[a-zA-Z]|[ivxIVX]{2,5})[.)])\s+", Options)]
    private static partial Regex Letters();
}
