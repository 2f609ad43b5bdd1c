using System.Text.RegularExpressions;
using Truceline.Entity.Reading.Names;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Quantities;

/// <summary>Finds the numbers of a text with their bounds. Codes ("S-300", "M4"), ordinals, times and fractions are none.</summary>
internal static partial class Amounts
{
    private const int CodeReach = 60;
    private const double SmallWord = 12;

    /// <summary>The amount whose number begins at a token; null when there is none.</summary>
    /// <param name="segmented">Where tokens come from.</param>
    /// <param name="text">Its characters, dates and times of day blotted out.</param>
    /// <param name="token">Index of a token.</param>
    public static Amount? At(SegmentedText segmented, string text, int token)
    {
        var (span, kind) = segmented.Tokens[token];
        if ((kind == TokenKind.Punctuation && !NumberFigures.IsVulgar(text[span.Start])) || (kind == TokenKind.Word && (segmented.Words[token].Cues & (WordCues.Number | WordCues.VagueNumber)) == 0) || IsInCode(text, span.Start))
            return null;
        if (kind == TokenKind.Word && (segmented.Words[token].Cues & WordCues.VagueNumber) != 0 && Vague(segmented, text, token) is { } vague)
            return vague;
        if (NumberScanner.At(segmented, text, token, withRatios: false) is not var (start, number))
            return null;
        // "9M133", "2-6" and "12:30" are no amounts; "2.5bn" and "122mm" are.
        if (IsOrdinal(text, span, kind) || number.Value < 0 || IsCode().IsMatch(text.AsSpan(Math.Max(0, start - CodeReach)..start)))
            return null;
        return IsName(text, start, number.End) ? null : Bounded(text, start, number);
    }

    /// <summary>"1/5 Marines" is a unit, "Warhorse 6 reports" a station.</summary>
    private static bool IsName(string text, int start, int end) =>
        (text.AsSpan(start, end - start).Contains('/') && end + 1 < text.Length && text[end] == ' ' && char.IsUpper(text[end + 1]))
        || (end - start <= 2 && char.IsAsciiDigit(text[start]) && Speaks().IsMatch(text.AsSpan(end..Math.Min(text.Length, end + 16)))
            && Station().IsMatch(text.AsSpan(Math.Max(0, start - 32)..start)));

    /// <summary>Whether a vague number may begin with a word.</summary>
    public static bool IsVague(ReadOnlySpan<char> word) => NumberWords.Of(word).Role == NumberRole.Vague || word.Equals("dozens", StringComparison.OrdinalIgnoreCase) || word.Equals("several", StringComparison.OrdinalIgnoreCase);

    private static bool IsOrdinal(string text, TextSpan span, TokenKind kind) => kind == TokenKind.Number && char.IsAsciiLetter(text[span.End - 1]);

    /// <summary>The back of a word, path, version or sum.</summary>
    private static bool IsInCode(string text, int start) =>
        start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is ',' or '/' or '^' or '+' or ':' or '_' or '-' or '\u0001'
            || (text[start - 1] == '.' && start > 1 && char.IsLetterOrDigit(text[start - 2])));

    private static Amount? Bounded(string text, int start, ParsedNumber number)
    {
        var currency = Currencies.Before(text, ref start);
        if (start > 0 && text[start - 1] is '$' or '€' or '£' or '^' or '+')
            return null;
        var lead = Leads.Before(text, start);
        var (low, high, end) = (number.Value, (double?)null, number.End);
        if (Suffixed(text, end, currency is not null) is var (factor, after))
            (low, end) = (low * factor, after);
        if (Second(text, end, lead.IsBetween) is { } second)
        {
            var (upper, last) = (second.Value, second.End);
            var scale = second.Scale;
            if (Suffixed(text, last, currency is not null) is var (secondFactor, afterSecond))
                (upper, last, scale) = (upper * secondFactor, afterSecond, secondFactor);
            // "2 to 3 million": the scale of the second number is the first's as well.
            low = scale > 1 && low < 1000 && low * scale < upper ? low * scale : low;
            if (low >= upper)
                return null;
            (high, end) = (upper, last);
        }
        if (end < text.Length && Continues(text, end))
            return null;
        var span = new TextSpan(lead.Start, end);
        if (high is not null)
            return new Amount(span, low, high, currency, IsWord: false);
        var more = Leads.After(text, end, out var moreEnd);
        span = span with { End = moreEnd };
        var isWord = number.IsWords && low <= SmallWord;
        return (lead.Bound, more) switch
        {
            (Bound.Low, _) or (_, Bound.Low) => new Amount(span, low, null, currency, isWord),
            (Bound.High, _) or (_, Bound.High) => new Amount(span, null, low, currency, isWord),
            _ => new Amount(span, low, low, currency, isWord),
        };
    }

    /// <summary>"$2m", "3m people": "m" is a million only with a currency or before people.</summary>
    private static (double Factor, int End)? Suffixed(string text, int end, bool hasCurrency)
    {
        if (end >= text.Length || text[end] != 'm' || (end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1])))
            return null;
        return hasCurrency || PeopleAfter().IsMatch(text.AsSpan((end + 1)..Math.Min(text.Length, end + 16))) ? (1e6, end + 1) : null;
    }

    private static ParsedNumber? Second(string text, int end, bool isBetween)
    {
        var at = end;
        var hasBlank = at < text.Length && text[at] is ' ' or '\u00A0' or '\u202F';
        at = hasBlank ? at + 1 : at;
        if (at < text.Length && text[at] is '-' or '–' or '—')
        {
            at++;
            at = at < text.Length && text[at] == ' ' && hasBlank ? at + 1 : at;
            Currencies.Skip(text, ref at);
            return at < text.Length && char.IsAsciiDigit(text[at]) ? new NumberParser(text, withRatios: false).At(at) : null;
        }
        foreach (var word in (ReadOnlySpan<string>)["to", "or", "and"])
        {
            if (!(hasBlank || (at < text.Length && text[at] is '\n' or '\r')) || at + word.Length >= text.Length || !text.AsSpan(at, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase)
                || text[at + word.Length] is not (' ' or '\n' or '\u00A0') || (word == "and" && !isBetween))
                continue;
            at += word.Length + 1;
            Currencies.Skip(text, ref at);
            var parsed = new NumberParser(text, withRatios: false).At(at);
            return parsed is { } second && !(char.IsLetter(text[at]) && NumberWords.Of(text.AsSpan(at, 1)).Role == NumberRole.Article) ? parsed : null;
        }
        return null;
    }

    /// <summary>"dozens", "tens of thousands of", "hundreds of": at least two of the kind.</summary>
    private static Amount? Vague(SegmentedText segmented, string text, int token)
    {
        var isSeveral = segmented.Is(token, "several");
        if (isSeveral && RoleAt(segmented, ++token) is not (NumberRole.Hundred or NumberRole.Scale or NumberRole.Dozen, > 1))
            return null;
        if (RoleAt(segmented, token) is not (NumberRole.Vague, var value) && !(segmented.Is(token, "dozens") && (value = 12) > 0))
        {
            if (!isSeveral)
                return null;
            value = RoleAt(segmented, token).Value;
        }
        var end = segmented.Tokens[token].Span.End;
        if (isSeveral)
            return new Amount(new TextSpan(Leads.Before(text, segmented.Tokens[token - 1].Span.Start).Start, end), 2 * value, null, null, IsWord: false);
        if (segmented.Is(token + 1, "of") && (RoleAt(segmented, token + 2).Role == NumberRole.Vague))
        {
            value *= RoleAt(segmented, token + 2).Value;
            end = segmented.Tokens[token + 2].Span.End;
            token += 2;
        }
        else if (value is 10)
        {
            return null;
        }
        if (end < text.Length && text[end] == '-')
            return null;
        if (segmented.Is(token + 1, "of") && !segmented.Is(token + 2, "the") && token + 2 < segmented.Tokens.Count && segmented.Tokens[token + 2].Kind == TokenKind.Word)
            end = segmented.Tokens[token + 1].Span.End;
        var start = segmented.Tokens[token].Span.Start;
        start = RoleAt(segmented, token - 2).Role == NumberRole.Vague && segmented.Is(token - 1, "of") ? segmented.Tokens[token - 2].Span.Start : start;
        return new Amount(new TextSpan(Leads.Before(text, start).Start, end), 2 * value, null, null, IsWord: false);
    }

    private static (NumberRole Role, double Value) RoleAt(SegmentedText segmented, int token) =>
        token >= 0 && token < segmented.Tokens.Count && segmented.Tokens[token].Kind == TokenKind.Word
            ? NumberWords.Of(segmented.Text.AsSpan(segmented.Tokens[token].Span.Start, segmented.Tokens[token].Span.Length)) : default;

    private static bool Continues(string text, int end) =>
        (text[end] is '.' or ',' or ':' or '/' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])) || char.IsAsciiDigit(text[end]) || (text[end] == '°' && !(end + 1 < text.Length && text[end + 1] is 'C' or 'F' && (end + 2 == text.Length || !char.IsLetterOrDigit(text[end + 2]))))
        || text[end] == '^' || (text[end] is '-' or '–' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]));

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // A name that begins its clause, then what a station does: the words that follow are no plural.
    [GeneratedRegex(@"(?:^|[.!?:;,""“(\n]\s*)\p{Lu}\p{L}{2,20}\s$", RegexOptions.CultureInvariant)]
    private static partial Regex Station();

    [GeneratedRegex(@"^\s(?:reports|calls|requests|confirms|observes|engages|requires|acknowledges)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Speaks();

    [GeneratedRegex(@"^[ \u00A0](?:people|refugees|civilians|residents|inhabitants|displaced|children|dollars|euros)", Options)]
    private static partial Regex PeopleAfter();

    [GeneratedRegex(
        @"(?:\b(?:resolutions?|articles?|chapters?|sections?|paragraphs?|annex|protocols?|nos?\.?|numbers?|units?|brigade|division|battalion|regiment|corps|route|"
        + @"road|highway|motorway|flight|room|page|phase|stage|zone|sector|post|checkpoint|hill|grade|channel|line|type|mark|version|model|week|point|group of|UNSCRs?|"
        + @"UN|SCR|aged?(?: between)?)\s+(?:[0-9]{1,4}(?:,\s|\sand\s|\sto\s|-))*|[\p{L}][-–])$", Options | RegexOptions.RightToLeft)]
    private static partial Regex IsCode();
}
