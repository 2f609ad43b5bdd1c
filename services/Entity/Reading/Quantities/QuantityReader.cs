using System.Text.RegularExpressions;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Quantities;

/// <summary>
/// Finds what a text counts and measures. Ordinals, ages, codes, times of day, vague counts ("several") and numbers that stand for nothing named are left
/// out; so are small counts of what is already known ("the two leaders"). Thread-safe; takes any text.
/// </summary>
internal sealed partial class QuantityReader
{
    /// <summary>Reads up to the end of the report's body; numbers inside dates are not quantities.</summary>
    /// <returns>Mentions in order of the text; their spans are not empty and don't overlap. Values are in SI units.</returns>
#pragma warning disable CA1822 // An instance, so that it is injected like the other readers.
    public IReadOnlyList<QuantityMention> Read(SegmentedText text, ReportHeader header, IReadOnlyList<DateMention> dates)
#pragma warning restore CA1822
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(dates);
        var masked = WithoutTimes(text.Text, dates);
        var end = header.Body.End > 0 ? Math.Min(header.Body.End, masked.Length) : masked.Length;
        var found = new List<QuantityMention>();
        for (var at = 0; Amounts.Next(masked, at) is { } amount && amount.Span.End <= end; at = Math.Max(amount.Span.End, found.Count > 0 ? found[^1].Span.End : 0))
        {
            var mention = Measured(masked, amount) ?? Counted(text, masked, amount, found.LastOrDefault(), dates, header.Reference);
            if (mention is not null && mention.Span.End <= end)
                found.Add(mention);
        }
        return found;
    }

    private static QuantityMention? Measured(string text, Amount amount)
    {
        var unit = Units.At(text, amount.Span.End);
        if (amount.Currency is { } currency)
            return new QuantityMention(amount.Span, QuantityKind.Money, amount.Low, amount.High, currency);
        if (unit is null || Units.IsTurned(text, unit.End) || (unit.Kind == QuantityKind.Duration && amount is { IsWord: true, Low: 1, High: 1 }))
            return null;
        var kind = unit.Kind == QuantityKind.Calibre && Rain().IsMatch(text[unit.End..Math.Min(text.Length, unit.End + 16)]) ? QuantityKind.Distance : unit.Kind;
        return new QuantityMention(amount.Span with { End = unit.End }, kind, amount.Low * unit.Factor, amount.High * unit.Factor, unit.Symbol);
    }

    private static QuantityMention? Counted(
        SegmentedText text, string masked, Amount amount, QuantityMention? previous, IReadOnlyList<DateMention> dates, DateOnly reference)
    {
        if (amount.Currency is not null || Units.At(masked, amount.Span.End) is not null || (amount.Span.End < masked.Length && IsGlued(masked[amount.Span.End])))
            return null;
        var noun = CountedNouns.After(masked, amount.Span.End, amount is { Low: 1, High: 1 });
        var span = amount.Span with { End = noun?.End ?? amount.Span.End };
        var sentence = text.SentenceAt(span.Start)?.Span ?? new TextSpan(0, masked.Length);
        var before = LastClause(masked[Math.Clamp(sentence.Start, Math.Max(0, span.Start - Outcomes.Reach), span.Start)..span.Start]);
        var after = FirstClause(masked[span.End..Math.Clamp(sentence.End, span.End, Math.Min(masked.Length, span.End + Outcomes.Reach))]);
        var inList = previous is not null && previous.Span.End >= sentence.Start && Connects().IsMatch(masked[previous.Span.End..span.Start]) ? previous.Kind : (QuantityKind?)null;
        var kind = Outcomes.Read(before, noun?.Words ?? "", after, noun is null ? null : inList);
        if (noun is not null && Units.IsTime(noun.Singular))
            return null;
        if (noun is null && (kind is null || amount is { IsWord: true, Low: 1 } || !StandsFree().IsMatch(after)))
            return null;
        if (kind is null && amount.IsWord && Definite().IsMatch(before))
            return null;
        var isBackground = kind is not (null or QuantityKind.Population) && Background.IsTotal(
            masked[Math.Max(sentence.Start, span.Start - 400)..Math.Clamp(sentence.End, span.End, Math.Min(masked.Length, span.End + 400))],
            amount.Least, text.Text, dates.Where(d => sentence.Contains(d.Span)), reference);
        return new QuantityMention(span, kind ?? QuantityKind.Count, amount.Low, amount.High, noun?.Singular ?? "person") { IsBackground = isBackground };
    }

    private static bool IsGlued(char next) => char.IsLetterOrDigit(next) || next is '-' or '_' or '\'' or '’' or '²' or '³';

    private static string LastClause(string text)
    {
        var cut = 0;
        for (var match = Boundary().Match(text); match.Success; match = match.NextMatch())
            cut = match.Index + match.Length;
        return text[cut..];
    }

    private static string FirstClause(string text) => Boundary().Match(text) is { Success: true, Index: var cut } ? text[..cut] : text;

    /// <summary>The text with dates and times of day blotted out, positions kept.</summary>
    private static string WithoutTimes(string text, IReadOnlyList<DateMention> dates)
    {
        const char blot = '\u0001';
        var characters = text.ToCharArray();
        foreach (var date in dates)
            characters.AsSpan()[date.Span.Start..date.Span.End].Fill(blot);
        foreach (var match in TimeOfDay().EnumerateMatches(text))
            characters.AsSpan(match.Index, match.Length).Fill(blot);
        return new string(characters);
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        @"(?<![\w.,])(?:[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\s?[ap]\.?m\.?)?|[0-9]{1,2}(?:\.[0-9]{2})?\s?(?:[ap]\.m\.|[ap]m\b|o['’]clock)|[0-9]{1,2}\.?[0-9]{2}\s?(?:GMT|UTC|local time|hrs)\b)", Options)]
    private static partial Regex TimeOfDay();

    [GeneratedRegex("[;:\"“”«»]| -{1,3} | [–—] ", Options)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"^(?:[\s,]|\b(?:and|or|as well as|including|among them|plus|another|at least|more than|an?|further|some|about|others?|nearly|both)\b)*$", Options)]
    private static partial Regex Connects();

    /// <summary>A bare number that is not part of a name, a score or a list of numbers.</summary>
    [GeneratedRegex(@"^(?:\s+[\p{L}(]|[,.)!?\u0001]|\s*$)", Options)]
    private static partial Regex StandsFree();

    [GeneratedRegex(@"\b(?:the|these|those|its|his|her|their|our|all|other|first|last|any|next)\s+$", Options)]
    private static partial Regex Definite();

    [GeneratedRegex(@"^\s(?:of\s)?(?:rain|snow)", Options)]
    private static partial Regex Rain();
}
