using System.Globalization;
using System.Text.RegularExpressions;
using Truceline.Entity.Reading.Quantities;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Times;

/// <summary>The text as the rules see it: the words, the day that they are told from, and which way an expression points.</summary>
internal sealed class Scene(SegmentedText text, DateOnly reference)
{
    public string Text => text.Text;

    public DateOnly Reference => reference;

    /// <summary>Whether the words around a span speak of what was or of what is to come.</summary>
    public Tense TenseAt(TextSpan span)
    {
        var sentence = text.SentenceAt(span.Start)?.Span ?? new TextSpan(0, Text.Length);
        var start = Math.Max(Math.Min(sentence.Start, span.Start), span.Start - TenseReader.Reach);
        var end = Math.Min(Math.Max(sentence.End, span.End), span.End + TenseReader.Reach);
        return TenseReader.Read(Text[start..span.Start], Text[span.End..end]);
    }

    /// <summary>Whether the span follows a word of limit: "by", "until", "no later than" and the like.</summary>
    public bool IsLimited(TextSpan span) => Limits.Before(Text, span.Start) || Limits.After(Text, span.End);

    public static TextSpan SpanOf(Match match, string? firstGroup = null)
    {
        var start = firstGroup is null ? match.Index : match.Groups[firstGroup].Index;
        return new TextSpan(start, match.Index + match.Length);
    }

    /// <summary>The number in a group, "a" being one; null when the group did not take part.</summary>
    public static double? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } g
            ? g.Value.ToLowerInvariant() is "a" or "an" ? 1 : NumberText.Parse(g.Value)
            : null;

    /// <summary>The leading digits of a group, as in "15th".</summary>
    public static int Digits(Match match, string group)
    {
        var value = match.Groups[group].Value;
        var length = 0;
        while (length < value.Length && char.IsAsciiDigit(value[length]))
            length++;
        return int.TryParse(value.AsSpan(0, length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
