using System.Text.RegularExpressions;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Quantities;

/// <summary>Counts of nobody: "no one was killed", "no civilians were hurt", "no casualties". What is not said of people's fate ("no one claimed it") is none.</summary>
internal static partial class Nobody
{
    /// <summary>The mention that begins at a token: nought of those killed, hurt or driven out; null when there is none.</summary>
    /// <param name="text">The text, its sentences and tokens.</param>
    /// <param name="masked">Its characters, dates blotted out.</param>
    /// <param name="token">Index of a token.</param>
    /// <param name="outcomes">Which sentences speak of people's fate.</param>
    public static QuantityMention? At(SegmentedText text, string masked, int token, OutcomeSentences outcomes)
    {
        if (!(text.Is(token, "no") || text.Is(token, "nobody") || text.Is(token, "none")) || !outcomes.Speaks(text.Tokens[token].Span.Start))
            return null;
        var start = text.Tokens[token].Span.Start;
        var sentence = text.SentenceAt(start)?.Span ?? new TextSpan(0, masked.Length);
        var rest = masked[start..Math.Clamp(sentence.End, start, Math.Min(masked.Length, start + Outcomes.Reach))];
        if (Tolls().Match(rest) is { Success: true } toll)
            return Nought(start, toll.Length, toll.Groups["hurt"].Success ? QuantityKind.Injuries : QuantityKind.Fatalities, CountedNouns.Singular(toll.Groups["noun"].Value.ToLowerInvariant()));
        if (People().Match(rest) is not { Success: true } people)
            return null;
        var kind = Outcomes.OfSubject(rest[people.Length..]);
        var noun = people.Groups["noun"].Value;
        return kind is QuantityKind.Fatalities or QuantityKind.Injuries or QuantityKind.Displaced ? Nought(start, people.Length, kind.Value, noun.Length > 0 ? CountedNouns.Singular(noun.ToLowerInvariant()) : "person") : null;
    }

    private static QuantityMention Nought(int start, int length, QuantityKind kind, string unit) => new(new TextSpan(start, start + length), kind, 0, 0, unit);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^no\s+(?:(?:further|new|other|civilian|military|human|reported|confirmed)\s+){0,2}(?<noun>casualties|deaths|fatalities|victims|dead|(?<hurt>injuries|wounded|injured))\b", Options)]
    private static partial Regex Tolls();

    [GeneratedRegex(
        @"^(?:nobody|no[ -]one|none(?:\s+of\s+(?:the|its|his|their|our)\s+(?:\w+\s+){0,2}?(?<noun>\w+s|men|women|children|people))?|no\s+(?:\w+\s+){0,2}?(?<noun>people|civilians?|soldiers?|fighters?|policem[ae]n|"
        + @"wom[ae]n|child(?:ren)?|m[ae]n|residents?|troops|peacekeepers?|observers?|members?|personnel|villagers?|passengers?|drivers?|workers?|person|lives))(?=\s)", Options)]
    private static partial Regex People();
}
