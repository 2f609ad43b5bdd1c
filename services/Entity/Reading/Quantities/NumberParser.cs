namespace Truceline.Entity.Reading.Quantities;

/// <summary>A number as it stands in a text.</summary>
/// <param name="End">Position after it.</param>
/// <param name="Value">Its value.</param>
/// <param name="IsWords">It is written in words from its start on.</param>
/// <param name="Scale">The factor of its last word or suffix ("2 million"); 1 when there is none.</param>
internal readonly record struct ParsedNumber(int End, double Value, bool IsWords, double Scale);

/// <summary>
/// Parses the number that begins at a position: digits or words with scales ("4 thousand 3 hundred and 21"), dozens, decimals ("two point five"), fractions
/// ("two thirds of a million", "five and a half billion"), and on request ratios ("one over 20"). Greedy; the work is bounded by the longest number.
/// </summary>
internal readonly ref struct NumberParser(string text, bool withRatios)
{
    private const int MostWords = 24;

    /// <summary>The number at a position; null when none begins there.</summary>
    public ParsedNumber? At(int at)
    {
        if (at >= text.Length)
            return null;
        var first = Word(at);
        if (first.Role == NumberRole.Minus)
            return At(Gap(first.End)) is { } positive ? positive with { Value = -positive.Value } : null;
        if (Leading(at) is { } leading)
            return leading;
        if (Integer(at) is not { } number)
            return null;
        var found = Ratio(Decimals(Fractions(number)));
        return double.IsFinite(found.Value) ? found : null;
    }

    /// <summary>"half a million", "a quarter of a million", "two thirds of a million" begin with a fraction.</summary>
    private ParsedNumber? Leading(int at)
    {
        var word = Word(at);
        var (numerator, next) = word.Role == NumberRole.Article ? (1.0, Gap(word.End)) : (1.0, at);
        var part = Word(next);
        if (part.Role is not (NumberRole.Half or NumberRole.Ordinal) || (part.Role == NumberRole.Ordinal && word.Role != NumberRole.Article))
            return word.Role == NumberRole.Article ? Compound(next) is { } deep && !(deep.Value == 2) ? new ParsedNumber(deep.End, 1 / deep.Value, true, 1) : null : null;
        if (part.Value is 1 or 2 && part.Role == NumberRole.Ordinal)
            return null;
        if (Times(part.End, numerator / part.Value) is { } scaled)
            return scaled;
        return word.Role == NumberRole.Article && part.Role == NumberRole.Ordinal && IsNounNext(part.End) ? null
            : word.Role == NumberRole.Article ? new ParsedNumber(part.End, 1 / part.Value, true, 1) : null;
    }

    /// <summary>"a fifth brigade" is no fraction.</summary>
    private bool IsNounNext(int at)
    {
        var next = Gap(at);
        return next > at && next < text.Length && char.IsLetter(text[next]) && Word(next).Role is NumberRole.None;
    }

    /// <summary>A fraction of a scale or dozen: "half a dozen", "quarter million", "two thirds of a million".</summary>
    private ParsedNumber? Times(int end, double part)
    {
        var at = Gap(end);
        if (Word(at) is { Role: NumberRole.Of } of)
            at = Gap(of.End);
        if (Word(at) is { Role: NumberRole.Article } article)
            at = Gap(article.End);
        return Word(at) is { Role: NumberRole.Scale or NumberRole.Dozen or NumberRole.Hundred } scale ? new ParsedNumber(scale.End, part * scale.Value, true, scale.Value) : null;
    }

    /// <summary>An integer in digits, words or both.</summary>
    private ParsedNumber? Integer(int at)
    {
        var (total, last, end, isWords) = (0.0, double.PositiveInfinity, 0, false);
        var scale = 1.0;
        var next = at;
        for (var groups = 0; groups < MostWords; groups++)
        {
            if (Group(next, groups == 0) is not { } group)
                break;
            var afterGroup = Gap(group.End);
            var word = Word(afterGroup) is { Role: NumberRole.Scale } spelled && afterGroup - group.End <= 3 ? spelled : Suffixed(group, groups == 0);
            // "$1.5 billion, 40m euros", "2 million, 500 thousand of them": figures after a comma are a number of their own.
            if (groups > 0 && !group.IsWords && (IsAfterComma(next) || total != Math.Truncate(total / last) * last))
                break;
            if (word.Role != NumberRole.Scale)
            {
                if (groups > 0 && (group.Value >= last || (!group.IsWords && !IsAfterAnd(next) && group.Value >= 100)))
                    break;
                (total, end, isWords) = (total + group.Value, group.End, groups == 0 ? group.IsWords : isWords);
                scale = group.Scale > 1 ? group.Scale : groups > 0 && group.Scale == 1 ? 1 : scale;
                break;
            }
            if (word.Value >= last)
                break;
            var (factor, through) = (word.Value, word.End);
            while (Word(Gap(through)) is { Role: NumberRole.Scale } further && factor < 1e12)
                (factor, through) = (factor * further.Value, further.End);
            (total, end, isWords) = (total + group.Value * factor, through, groups == 0 ? group.IsWords : isWords);
            (last, scale) = (factor, factor);
            next = Connected(through);
        }
        return end > 0 ? new ParsedNumber(end, total, isWords, scale) : null;
    }

    private bool IsAfterComma(int at)
    {
        while (at > 0 && text[at - 1] is ' ' or '\u00A0' or '\n' or '\r')
            at--;
        return at > 0 && text[at - 1] == ',';
    }

    private bool IsAfterAnd(int at) => at >= 4 && text.AsSpan(at - 4, 4).Equals("and ", StringComparison.OrdinalIgnoreCase);

    /// <summary>Over "and", a hyphen or a comma to the next part of a number.</summary>
    private int Connected(int end)
    {
        var at = Gap(end);
        if (at < text.Length && text[at] == ',' && at == end)
            at = Gap(at + 1);
        if (Word(at) is { Role: NumberRole.And } and)
            at = Gap(and.End);
        return at;
    }

    /// <summary>A number below a thousand, or any in digits; "three hundred and two dozens" too.</summary>
    private ParsedNumber? Group(int at, bool isFirst)
    {
        if (at >= text.Length)
            return null;
        var isDigits = char.IsAsciiDigit(text[at]) || NumberFigures.IsVulgar(text[at]) || (isFirst && text[at] == '.');
        double value;
        int end;
        if (isDigits)
        {
            end = NumberFigures.At(text, at, out value);
            if (end == 0)
                return null;
        }
        else if (!Below100(at, out value, out end))
        {
            var article = Word(at);
            if (article.Role != NumberRole.Article || !isFirst || Word(Gap(article.End)) is not { Role: NumberRole.Hundred or NumberRole.Scale or NumberRole.Dozen })
                return null;
            (value, end) = (1, article.End);
        }
        var scale = 1.0;
        if (Word(Gap(end)) is { Role: NumberRole.Hundred } hundred && value < 100)
        {
            (value, end, scale) = (value * 100, hundred.End, 100);
            var rest = Connected(end);
            if (Rest(rest, out var more, out var after))
                (value, end, scale) = (value + more, after, 1);
        }
        if (Word(Gap(end)) is { Role: NumberRole.Dozen } dozen)
            (value, end, scale) = (value * 12, dozen.End, 12);
        return new ParsedNumber(end, value, !isDigits, scale);
    }

    /// <summary>What may follow "hundred and": below a hundred, and not itself a number of hundreds.</summary>
    private bool Rest(int at, out double value, out int end)
    {
        (value, end) = (0, 0);
        if (at < text.Length && char.IsAsciiDigit(text[at]))
            end = NumberFigures.At(text, at, out value);
        else if (!Below100(at, out value, out end))
            return false;
        if (end == 0 || value is >= 100 or 0 || Word(Gap(end)).Role == NumberRole.Hundred)
            return false;
        if (Word(Gap(end)) is { Role: NumberRole.Dozen } dozen)
            (value, end) = (value * 12, dozen.End);
        return true;
    }

    private bool Below100(int at, out double value, out int end)
    {
        var word = Word(at);
        (value, end) = (word.Value, word.End);
        if (word.Role is NumberRole.Unit or NumberRole.Teen)
            return true;
        if (word.Role != NumberRole.Tens)
            return false;
        if (Word(Hyphen(end)) is { Role: NumberRole.Unit, Value: > 0 } unit)
            (value, end) = (value + unit.Value, unit.End);
        return true;
    }

    /// <summary>"100k", "2.33 k", "1.2b", "10 bln".</summary>
    private (NumberRole Role, double Value, int End) Suffixed(ParsedNumber group, bool isFirst)
    {
        if (!isFirst || group.IsWords)
            return default;
        var at = group.End < text.Length && text[group.End] is ' ' or '\u00A0' ? group.End + 1 : group.End;
        var end = at;
        while (end < text.Length && char.IsAsciiLetter(text[end]) && end - at < 4)
            end++;
        if (end == at || (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '²' or '³')))
            return default;
        var letters = text.AsSpan(at, end - at);
        var factor = at > group.End && letters is "b" or "B" or "M" ? 0 : NumberWords.Suffix(letters);
        return factor > 0 ? (NumberRole.Scale, factor, end) : default;
    }

    private ParsedNumber Decimals(ParsedNumber number)
    {
        if (!number.IsWords || Word(Gap(number.End)) is not { Role: NumberRole.Point } point)
            return number;
        var (at, digit, value, end) = (Gap(point.End), 0.1, 0.0, 0);
        for (var count = 0; count < MostWords && Word(at) is { Role: NumberRole.Unit or NumberRole.Teen or NumberRole.Tens } word; count++)
        {
            var two = word.Role != NumberRole.Unit;
            Below100(at, out var spelled, out var after);
            value += spelled * (two ? digit / 10 : digit);
            digit /= two ? 100 : 10;
            (end, at) = (after, Gap(after));
        }
        return end > 0 ? number with { End = end, Value = number.Value + value } : number;
    }

    /// <summary>"three quarters", "one hundred and three quarters", "one and a half million".</summary>
    private ParsedNumber Fractions(ParsedNumber number)
    {
        if (number.Value != Math.Truncate(number.Value))
            return number;
        if (number.IsWords && Denominator(number) is { } whole)
            return Times(whole.End, whole.Value) is { } scaled ? scaled : whole;
        if (Word(Gap(number.End)) is not { Role: NumberRole.And } and)
            return number;
        var at = Gap(and.End);
        ParsedNumber? part = Word(at).Role == NumberRole.Article ? ArticleFraction(at) : Below100(at, out var numerator, out var end) ? Denominator(new ParsedNumber(end, numerator, true, 1)) : null;
        if (part is not { } fraction || fraction.Value >= 1)
            return number;
        // "five billion and three quarters" is 5.75 billion, "a billion and a quarter million" is not.
        if (Word(Gap(fraction.End)) is { Role: NumberRole.Scale } scale)
            return new ParsedNumber(scale.End, number.Scale > 1 ? number.Value + fraction.Value * scale.Value : (number.Value + fraction.Value) * scale.Value, number.IsWords, scale.Value);
        return number with { End = fraction.End, Value = number.Value + fraction.Value * (number.Scale >= 1000 ? number.Scale : 1) };
    }

    private ParsedNumber? ArticleFraction(int at)
    {
        var part = Word(Gap(Word(at).End));
        return part is { Role: NumberRole.Half } or { Role: NumberRole.Ordinal, Value: > 2 } ? new ParsedNumber(part.End, 1 / part.Value, true, 1) : null;
    }

    /// <summary>A number in words over the ordinal that follows it; mixed where its part after "and" is less than the ordinal.</summary>
    private ParsedNumber? Denominator(ParsedNumber number)
    {
        var at = Hyphen(number.End);
        var word = Word(at);
        if (word.Role is not (NumberRole.Half or NumberRole.Ordinal))
            return Compound(at) is { } compound ? new ParsedNumber(compound.End, number.Value / compound.Value, true, 1) : null;
        if (word is { Role: NumberRole.Ordinal, Value: <= 2 })
            return number.Value % 100 is >= 20 and < 100 && number.Value > 100 ? Deep(number, word) : null;
        if (number.Value > 1 && text[word.End - 1] is not ('s' or 'S') && word.Role == NumberRole.Ordinal && number.Value != 100)
            return null;
        var (value, tens) = (number.Value, number.Value % 100);
        if (tens >= 20 && tens % 10 == 0 && value > 100 && word.Value < 10 && word.Role == NumberRole.Ordinal && !IsJoinedByAnd(number.End))
            return Deep(number, word);
        return tens > 0 && value > 100 && tens < word.Value && IsJoinedByAnd(number.End)
            ? new ParsedNumber(word.End, value - tens + tens / word.Value * ScaleOf(value - tens), true, 1) : new ParsedNumber(word.End, value / word.Value, true, 1);
    }

    /// <summary>The scale of a round number ("five billion and three quarters" is 5.75 billion).</summary>
    private static double ScaleOf(double value) => value % 1e12 == 0 ? 1e12 : value % 1e9 == 0 ? 1e9 : value % 1e6 == 0 ? 1e6 : value % 1e3 == 0 ? 1e3 : 1;

    /// <summary>"one hundred thirty fifths" are a hundred thirty-fifths.</summary>
    private static ParsedNumber Deep(ParsedNumber number, (NumberRole Role, double Value, int End) ordinal)
    {
        var tens = number.Value % 100;
        return new ParsedNumber(ordinal.End, (number.Value - tens) / (tens + ordinal.Value), true, 1);
    }

    /// <summary>Whether the last words of a number stand after "and".</summary>
    private bool IsJoinedByAnd(int end)
    {
        var tail = text.AsSpan(Math.Max(0, end - 28)..end);
        var and = tail.LastIndexOf(" and ", StringComparison.OrdinalIgnoreCase);
        return and >= 0 && tail[(and + 5)..].Trim().IndexOf(' ') < 0;
    }

    /// <summary>An ordinal of several words: "twenty-fifths", "one hundred and fifth".</summary>
    private ParsedNumber? Compound(int at)
    {
        var tens = Word(at);
        if (tens.Role == NumberRole.Tens && Word(Hyphen(tens.End)) is { Role: NumberRole.Ordinal, Value: < 10 } unit)
            return new ParsedNumber(unit.End, tens.Value + unit.Value, true, 1);
        if (tens.Role is NumberRole.Hundred or NumberRole.Scale && Word(Gap(tens.End)) is { Role: NumberRole.Ordinal, Value: >= 1000 } great)
            return new ParsedNumber(great.End, great.Value / tens.Value, true, 1);
        if (tens.Role is not (NumberRole.Unit or NumberRole.Hundred) || Integer(at) is not { } hundreds || hundreds.Value < 100)
            return null;
        return Word(Connected(hundreds.End)) is { Role: NumberRole.Ordinal, Value: < 100 } ordinal ? new ParsedNumber(ordinal.End, hundreds.Value + ordinal.Value, true, 1) : null;
    }

    /// <summary>"one over 20", "1 in twenty-one", "two out of five hundred".</summary>
    private ParsedNumber Ratio(ParsedNumber number)
    {
        if (!withRatios || number.Value != Math.Truncate(number.Value) || Word(Gap(number.End)) is not { Role: NumberRole.Ratio } ratio)
            return number;
        var name = text.AsSpan(Gap(number.End), ratio.End - Gap(number.End));
        var at = Gap(ratio.End);
        if (name.Equals("out", StringComparison.OrdinalIgnoreCase))
            at = Word(at) is { Role: NumberRole.Of } of ? Gap(of.End) : text.Length;
        if (Integer(at) is not { } denominator || denominator.Value <= number.Value || (name.Equals("in", StringComparison.OrdinalIgnoreCase) && number.Value != 1) || number.Value > 100)
            return number;
        return new ParsedNumber(denominator.End, number.Value / denominator.Value, number.IsWords, 1);
    }

    /// <summary>The word at a position, with its role, value and end.</summary>
    private (NumberRole Role, double Value, int End) Word(int at)
    {
        var end = at;
        while (end < text.Length && end - at <= 12 && char.IsAsciiLetter(text[end]))
            end++;
        if (end == at || (end < text.Length && char.IsLetterOrDigit(text[end])))
            return default;
        var (role, value) = NumberWords.Of(text.AsSpan(at, end - at));
        return (role, value, end);
    }

    /// <summary>Over blanks, and one line break.</summary>
    private int Gap(int at)
    {
        var start = at;
        while (at < text.Length && at - start < 3 && text[at] is ' ' or '\u00A0' or '\u202F' or '\n' or '\r')
            at++;
        return at < text.Length && text[at] is '-' or '‑' && at == start && at + 1 < text.Length && char.IsAsciiLetter(text[at + 1]) ? at + 1 : at;
    }

    /// <summary>Over a hyphen, with or without blanks, or over blanks.</summary>
    private int Hyphen(int at)
    {
        var next = Gap(at);
        return next < text.Length && text[next] is '-' or '‑' or '–' ? Gap(next + 1) : next;
    }
}
