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
        // Words around a number tell what it counts, and points and commas what it is: nothing is guessed in a language that is not known.
        if (!header.LanguageSupported)
            return [];
        var masked = WithoutDates(text.Text, dates);
        var end = header.Body.End > 0 ? Math.Min(header.Body.End, masked.Length) : masked.Length;
        var found = new List<QuantityMention>();
        var outcomes = new OutcomeSentences(text);
        var at = 0;
        for (var token = 0; token < text.Tokens.Count; token++)
        {
            var start = text.Tokens[token].Span.Start;
            if (start >= end)
                break;
            if (start >= at && Nobody.At(text, masked, token, outcomes) is { } nobody && nobody.Span.End <= end)
            {
                found.Add(nobody);
                at = nobody.Span.End;
                continue;
            }
            if (start < at || Amounts.At(text, masked, token) is not { } amount || amount.Span.Start < at || amount.Span.End > end || IsTimeOfDay(masked, start))
                continue;
            var mention = Multiples.At(masked, amount) ?? Measured(masked, amount) ?? Counted(text, masked, amount, found.Count > 0 ? found[^1] : null, dates, header.Reference, outcomes);
            at = amount.Span.End;
            if (mention is null || mention.Span.End > end)
                continue;
            ShareOutcome(text, masked, found, mention);
            found.Add(mention);
            at = Math.Max(at, mention.Span.End);
        }
        return found;
    }

    /// <summary>"Five soldiers and three civilians were killed": what is said behind the last subject is said of the one before it too.</summary>
    private static void ShareOutcome(SegmentedText text, string masked, List<QuantityMention> found, QuantityMention last)
    {
        if (last.Kind is not (QuantityKind.Fatalities or QuantityKind.Injuries or QuantityKind.Displaced) || found.Count == 0
            || found[^1] is not { Kind: QuantityKind.Count } first || Outcomes.IsThing(first.Unit) || !And().IsMatch(masked[first.Span.End..last.Span.Start]))
            return;
        var sentence = text.SentenceAt(first.Span.Start)?.Span.Start ?? 0;
        if (Opens().IsMatch(masked[sentence..first.Span.Start]) && Outcomes.OfSubject(FirstClause(masked[last.Span.End..Math.Min(masked.Length, last.Span.End + Outcomes.Reach)])) == last.Kind)
            found[^1] = first with { Kind = last.Kind, IsBackground = last.IsBackground };
    }

    private static QuantityMention? Measured(string text, Amount amount)
    {
        if (Cartridge().Match(text, amount.Span.End, Math.Min(12, text.Length - amount.Span.End)) is { Success: true } cartridge && amount.Low is { } bore && amount.High == bore)
            return new QuantityMention(amount.Span with { End = amount.Span.End + cartridge.Length }, QuantityKind.Calibre, bore / 1000, bore / 1000, "m");
        var unit = Units.At(text, amount.Span.End);
        if (amount.Currency is not null || unit is { Kind: QuantityKind.Money })
            amount = InThousands(text, amount);
        if (amount.Currency is { } currency)
            return new QuantityMention(amount.Span, QuantityKind.Money, amount.Low, amount.High, currency);
        if (unit is not { } found || Units.IsTurned(text, found.End) || (found.Kind == QuantityKind.Duration && amount is { IsWord: true, Low: 1, High: 1 }))
            return null;
        if (amount.Low is { } feet && amount.High == feet && Inches().Match(text, found.End, Math.Min(16, text.Length - found.End)) is { Success: true } inches && found.Factor is FootLength
            && new NumberParser(text, withRatios: false).At(inches.Groups["n"].Index) is { } rest)
        {
            var length = feet * found.Factor + rest.Value * InchLength;
            return new QuantityMention(amount.Span with { End = inches.Index + inches.Length }, QuantityKind.Distance, length, length, found.Symbol);
        }
        return new QuantityMention(amount.Span with { End = found.End }, KindOf(text, amount, found), Converted(amount.Low, found), Converted(amount.High, found), found.Symbol);
    }

    /// <summary>"3.000 euros", "12.500 people": neither money nor people are told to the thousandth, so the point parts groups.</summary>
    private static Amount InThousands(string text, Amount amount) =>
        Grouped().IsMatch(text.AsSpan(amount.Span.Start, amount.Span.Length)) ? amount with { Low = amount.Low * 1000, High = amount.High * 1000 } : amount;

    private static double? Converted(double? value, Unit unit) => value * unit.Factor + unit.Zero;

    /// <summary>Millimetres of rain are a distance; a distance that a weapon reaches is its range.</summary>
    private static QuantityKind KindOf(string text, Amount amount, Unit unit)
    {
        var after = text.AsSpan(unit.End..Math.Min(text.Length, unit.End + 16));
        if (unit.Kind == QuantityKind.Calibre && Rain().IsMatch(after))
            return QuantityKind.Distance;
        return unit.Kind == QuantityKind.Distance && (RangeAfter().IsMatch(after) || RangeBefore().IsMatch(text.AsSpan(Math.Max(0, amount.Span.Start - 24)..amount.Span.Start)))
            ? QuantityKind.Range : unit.Kind;
    }

    private static QuantityMention? Counted(
        SegmentedText text, string masked, Amount amount, QuantityMention? previous, IReadOnlyList<DateMention> dates, DateOnly reference, OutcomeSentences outcomes)
    {
        if (StrengthAfter(masked, amount) is { } strength)
            return strength;
        if (amount.Currency is not null || Units.At(masked, amount.Span.End) is not null || (amount.Span.End < masked.Length && IsGlued(masked[amount.Span.End])))
            return null;
        amount = InThousands(masked, amount);
        var noun = CountedNouns.After(masked, amount.Span.End, amount is { Low: 1, High: 1 });
        var whole = noun is null ? OfWhole(masked, amount.Span.End) : null;
        var span = amount.Span with { End = noun?.End ?? amount.Span.End };
        var sentence = text.SentenceAt(span.Start)?.Span ?? new TextSpan(0, masked.Length);
        var before = LastClause(masked[Math.Clamp(sentence.Start, Math.Max(0, span.Start - Outcomes.Reach), span.Start)..span.Start]);
        var counted = whole?.End ?? span.End;
        noun ??= whole;
        var after = FirstClause(masked[counted..Math.Clamp(sentence.End, counted, Math.Min(masked.Length, counted + Outcomes.Reach))]);
        var inList = previous is not null && previous.Span.End >= sentence.Start && Connects().IsMatch(masked[previous.Span.End..span.Start]) ? previous.Kind : (QuantityKind?)null;
        var kind = !outcomes.Speaks(span.Start) ? null : Outcomes.Read(before, noun?.Words ?? "", after, noun is null ? null : inList);
        // "seven quiet days" last; "four more days" count on from something.
        if (noun is not null && UnitNames.Find(noun.Singular) is { Kind: QuantityKind.Duration } time)
        {
            return noun.Words.StartsWith("more ", StringComparison.Ordinal) || noun.Words.StartsWith("other ", StringComparison.Ordinal) || !noun.Words.Contains(' ', StringComparison.Ordinal)
                ? null : new QuantityMention(span, QuantityKind.Duration, amount.Low * time.Factor, amount.High * time.Factor, time.Symbol);
        }
        if (noun is null && (kind is null || amount is { IsWord: true, Low: 1 } || !StandsFree().IsMatch(after)))
            return null;
        if (noun is null && IsAge(masked, amount.Span))
            return null;
        if (kind is null && amount.IsWord && Definite().IsMatch(before))
            return null;
        var isBackground = kind is not (null or QuantityKind.Population) && Background.IsTotal(
            masked[Math.Max(sentence.Start, span.Start - 400)..Math.Clamp(sentence.End, span.End, Math.Min(masked.Length, span.End + 400))],
            amount.Least, text.Text, dates.Where(d => sentence.Contains(d.Span)), reference);
        return new QuantityMention(span, kind ?? QuantityKind.Count, amount.Low, amount.High, noun?.Singular ?? "person") { IsBackground = isBackground };
    }

    /// <summary>"a woman, 61, and her grandson, 7, were hurt": between commas behind a word.</summary>
    private static bool IsAge(string text, TextSpan span) =>
        span.Length <= 3 && span.Start > 2 && text[span.Start - 1] == ' ' && text[span.Start - 2] == ',' && char.IsLetter(text[span.Start - 3])
        && span.End < text.Length && text[span.End] is ',' or ';' or '.' && char.IsAsciiDigit(text[span.Start]);

    /// <summary>"26,132 of its 40,000 combatants", "200 British and 100 Romanian soldiers": what a number counts, said once behind another.</summary>
    private static CountedNoun? OfWhole(string text, int end)
    {
        var of = Whole().Match(text, end);
        of = of.Success ? of : Joined().Match(text, end);
        if (!of.Success)
            return null;
        var at = of.Index + of.Length;
        return new NumberParser(text, withRatios: false).At(at) is { IsWords: false, Value: > 1 } number ? CountedNouns.After(text, number.End, isOne: false) : null;
    }

    /// <summary>"a 1,500-strong force": so many people.</summary>
    private static QuantityMention? StrengthAfter(string text, Amount amount) =>
        amount.Currency is null && text.AsSpan(amount.Span.End).StartsWith("-strong", StringComparison.OrdinalIgnoreCase)
            ? new QuantityMention(amount.Span, QuantityKind.Count, amount.Low, amount.High, "person") : null;

    private static bool IsGlued(char next) => char.IsLetterOrDigit(next) || next is '-' or '_' or '\'' or '’' or '²' or '³';

    private static string LastClause(string text) => text[(LastBoundary(text) + 1)..];

    private static int LastBoundary(string text)
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (IsBoundary(text, i))
                return i;
        }
        return -1;
    }

    private static string FirstClause(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsBoundary(text, i))
                return text[..i];
        }
        return text;
    }

    /// <summary>A mark that parts clauses: a semicolon, colon or quotation mark, or a dash between blanks.</summary>
    private static bool IsBoundary(string text, int i) =>
        text[i] is ';' or ':' or '"' or '“' or '”' or '«' or '»'
        || (text[i] is '-' or '–' or '—' && i + 1 < text.Length && text[i + 1] == ' ' && text.AsSpan(0, i).TrimEnd('-') is var before && before.Length > 0 && before[^1] == ' ');

    /// <summary>The text with dates blotted out, positions kept.</summary>
    private static string WithoutDates(string text, IReadOnlyList<DateMention> dates)
    {
        const char blot = '\u0001';
        if (dates.Count == 0)
            return text;
        return string.Create(text.Length, (text, dates), static (characters, source) =>
        {
            source.text.CopyTo(characters);
            foreach (var date in source.dates)
                characters[date.Span.Start..date.Span.End].Fill(blot);
        });
    }

    private static bool IsTimeOfDay(string text, int start)
    {
        if (!char.IsAsciiDigit(text[start]) || !MayBeTime(text, start))
            return false;
        var after = text.AsSpan(start..Math.Min(text.Length, start + 24));
        return TimeOfDay().IsMatch(after) || (Hours().IsMatch(after) && (text[start] == '0' || At().IsMatch(text.AsSpan(Math.Max(0, start - 16)..start))));
    }

    /// <summary>Whether a colon, a point, or a letter that a time of day may go on with follows the figures.</summary>
    private static bool MayBeTime(string text, int start)
    {
        var at = start;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        if (at - start > 4 || at == text.Length)
            return false;
        if (text[at] is ':' or '.')
            return true;
        if (char.IsWhiteSpace(text[at]) && ++at == text.Length)
            return false;
        return (text[at] | 0x20) is 'a' or 'p' or 'o' or 'g' or 'u' or 'l' or 'h';
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        @"^(?:[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\s?[ap]\.?m\.?)?|[0-9]{1,2}(?:\.[0-9]{2})?\s?(?:[ap]\.m\.|[ap]m\b|o['’]clock)|[0-9]{1,2}\.?[0-9]{2}\s?(?:GMT|UTC|local time|hrs)\b)", Options)]
    private static partial Regex TimeOfDay();

    /// <summary>"0630 hours", and after "at" or the like "1800 hours" too.</summary>
    [GeneratedRegex(@"^(?:[01][0-9]|2[0-4])[0-5][0-9]\s?(?:hours|hour|hrs|h)\b(?!\s+of\b)", Options)]
    private static partial Regex Hours();

    [GeneratedRegex(@"\b(?:at|by|from|until|till|since|before|around|to)\s+$", Options | RegexOptions.RightToLeft)]
    private static partial Regex At();

    [GeneratedRegex(@"\G\s?[x×]\s?[0-9]{1,3}(?:\.[0-9])?(?:R)?\s?mm(?![\p{L}\p{Nd}])", RegexOptions.CultureInvariant)]
    private static partial Regex Cartridge();

    [GeneratedRegex(@"\G\s(?:out\s)?of\s(?:(?:the|its|their|his|her|our|all|an?|estimated|some|about|around|roughly|nearly|almost|more|than|over|at|least|up|to)\s){0,5}(?=[0-9])", Options)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^\s+and\s+$", Options)]
    private static partial Regex And();

    /// <summary>A subject may follow: the beginning of a sentence or of a clause.</summary>
    [GeneratedRegex(@"(?:^|[,:“""]|\b(?:that|said|says|when|where|after|as|while|but))\s*$", Options)]
    private static partial Regex Opens();

    [GeneratedRegex(@"\G(?:\s\p{Lu}[\p{L}-]+){1,2}\s(?:and|or)\s(?=[0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Joined();

    [GeneratedRegex(@"(?<![0-9.,])[1-9][0-9]{0,2}\.[0-9]{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^(?:[\s,]|\b(?:and|or|as well as|including|among them|plus|another|at least|more than|an?|further|some|about|others?|nearly|both)\b)*$", Options)]
    private static partial Regex Connects();

    /// <summary>A bare number that is not part of a name, a score or a list of numbers.</summary>
    [GeneratedRegex(@"^(?:\s+[\p{L}(]|[,.)!?\u0001]|\s*$)", Options)]
    private static partial Regex StandsFree();

    [GeneratedRegex(@"\b(?:the|these|those|its|his|her|their|our|all|other|first|last|any|next)\s+$", Options | RegexOptions.RightToLeft)]
    private static partial Regex Definite();

    private const double FootLength = 0.3048;
    private const double InchLength = 0.0254;

    [GeneratedRegex(@"\G\s(?:and\s)?(?<n>[0-9]{1,2})\s?(?:inches|inch|in)\b", Options)]
    private static partial Regex Inches();

    [GeneratedRegex(@"^[\s-]range\b", Options)]
    private static partial Regex RangeAfter();

    [GeneratedRegex(@"\branges?(?::\s?|\s\(|\s(?:is\s|was\s|of\s|exceeds\s|reaches\s|up\s))(?:of\s|a\s|to\s|about\s){0,2}$", Options)]
    private static partial Regex RangeBefore();

    [GeneratedRegex(@"^\s(?:of\s)?(?:rain|snow)", Options)]
    private static partial Regex Rain();
}
