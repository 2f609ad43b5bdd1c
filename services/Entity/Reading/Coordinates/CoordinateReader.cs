using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Coordinates;

/// <summary>
/// Finds positions in figures: latitude and longitude in decimals, minutes and seconds, ISO 6709, geo: URIs, MGRS and UTM. A pair is taken for a position
/// only when hemispheres, degree signs, labels or three decimals on both sides say so. Thread-safe; takes any text in any language.
/// </summary>
internal static class CoordinateReader
{
    private const int LongestLead = 16;

    /// <summary>All positions in order of the text; none overlap.</summary>
    public static IReadOnlyList<CoordinateMention> Read(SegmentedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<CoordinateMention>? found = null;
        var end = 0;
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            var start = StartOfFigure(text, i);
            if (start < end || !IsPlausible(text, i))
                continue;
            if (At(text.Text, start) is not { } mention || mention.Span.Start < end)
                continue;
            (found ??= []).Add(mention);
            end = mention.Span.End;
        }
        return found is null ? [] : found;
    }

    private static CoordinateMention? At(string text, int figure) =>
        GridReferences.At(text, figure) ?? GeoUri.At(text, figure) ?? Iso6709.At(text, figure) ?? Pair(text, figure);

    /// <summary>Position of the first digit of a token that may begin a position; -1 for other tokens.</summary>
    private static int StartOfFigure(SegmentedText text, int token)
    {
        var (span, kind) = text.Tokens[token];
        if (kind == TokenKind.Number)
            return span.Start;
        var first = text.Text[span.Start];
        return kind == TokenKind.Word && span.Length > 1 && first is 'N' or 'S' or 'E' or 'W' && char.IsAsciiDigit(text.Text[span.Start + 1]) ? span.Start : -1;
    }

    /// <summary>Whether what stands beside a figure can belong to a position: spares the parsers the figures of ordinary prose.</summary>
    private static bool IsPlausible(SegmentedText segmented, int token)
    {
        var text = segmented.Text;
        var span = segmented.Tokens[token].Span;
        if (segmented.Tokens[token].Kind == TokenKind.Word)
            return true;
        var next = span.End < text.Length ? text[span.End] : ' ';
        if (next is '°' or 'º' or '˚' or '⁰' or '∘' or '\'' or '′' || (next is ':' or '-' && span.Length <= 3))
            return true;
        if (text.AsSpan(span.Start, span.Length).IndexOfAny('.', ',') is var point and >= 0 && span.Length - point > 1)
            return true;
        if (next == ' ' && span.End + 1 < text.Length)
            next = text[span.End + 1];
        return next is >= 'C' and <= 'X' || (next == 'd' && (span.Length <= 3)) || IsAfterLead(text, span.Start) || (char.IsAsciiDigit(next) && (span.Length <= 3 || IsLetterBefore(text, span.Start)));
    }

    private static bool IsLetterBefore(string text, int at) =>
        at > 1 && (text[at - 1] is 'N' or 'S' or 'E' or 'W' || (text[at - 1] == ' ' && text[at - 2] is 'N' or 'S' or 'E' or 'W'));

    private static bool IsAfterLead(string text, int at) => at > 0 && text[at - 1] is '+' or '-' or '−' or ':';

    private static CoordinateMention? Pair(string text, int figure)
    {
        var (start, firstLabel, isOrdered) = Lead(text, figure);
        if (figure > 0 && start == figure && (char.IsLetterOrDigit(text[figure - 1]) || (text[figure - 1] is '.' or ',' or '/' && figure > 1 && char.IsAsciiDigit(text[figure - 2]))))
            return null;
        if (Angle.At(text, StartOfAngle(text, figure)) is not { } first)
            return null;
        var at = Separator(text, first.Span.End, out var isBlank);
        var secondLabel = '\0';
        at = Label(text, at, ref secondLabel);
        if (secondLabel == 0 && isOrdered)
            secondLabel = firstLabel == 'N' ? 'E' : 'N';
        if (Angle.At(text, at) is not { } second || (second.Span.End < text.Length && char.IsLetterOrDigit(text[second.Span.End])))
            return null;
        if (!IsPosition(text, first, second, firstLabel, secondLabel, isBlank))
            return null;
        var isLongitudeFirst = first.IsLongitude || firstLabel == 'E';
        var (latitude, longitude) = isLongitudeFirst ? (second, first) : (first, second);
        if (Math.Abs(latitude.Degrees) > 90)
            return null;
        var notation = Math.Max(first.Parts, second.Parts) switch { 1 => "decimal", 2 => "dm", _ => "dms" };
        return new CoordinateMention(
            new TextSpan(Math.Min(start, first.Span.Start), second.Span.End), latitude.Degrees, longitude.Degrees,
            Precision.Radius(Math.Max(first.Resolution, second.Resolution), latitude.Degrees), notation);
    }

    private static bool IsPosition(string text, Angle first, Angle second, char firstLabel, char secondLabel, bool isBlank)
    {
        if (first.Hemisphere != 0 || second.Hemisphere != 0)
            return ((first.IsLatitude && second.IsLongitude) || (first.IsLongitude && second.IsLatitude)) && !(IsLoose(text, first) || IsLoose(text, second));
        if (firstLabel != 0 && secondLabel != 0 && firstLabel != secondLabel)
            return true;
        if (first.IsMarked && second.IsMarked)
            return true;
        return first.Parts == 1 && second.Parts == 1 && Math.Min(first.Decimals, second.Decimals) >= (isBlank ? 4 : 3);
    }

    /// <summary>A whole number and a letter after a blank ("Route 50 E") are too little for an angle.</summary>
    private static bool IsLoose(string text, Angle angle) =>
        angle is { Parts: 1, Decimals: 0, IsMarked: false } && text.AsSpan(angle.Span.Start, angle.Span.Length).Contains(' ');

    /// <summary>The start of a figure's sign or hemisphere.</summary>
    private static int StartOfAngle(string text, int figure)
    {
        var at = figure;
        if (at > 0 && text[at - 1] is '+' or '-' or '−' && (at == 1 || !char.IsLetterOrDigit(text[at - 2])))
            at--;
        var letter = at > 0 && text[at - 1] is ' ' or '.' or ':' ? at - 2 : at - 1;
        return letter >= 0 && text[letter] is 'N' or 'S' or 'E' or 'W' && (letter == 0 || !char.IsLetterOrDigit(text[letter - 1])) ? letter : at;
    }

    /// <summary>
    /// Where the label before a figure begins, whether it names the latitude (N) or the longitude (E), and whether it names both, in the order of the
    /// figures ("lat/lon").
    /// </summary>
    private static (int Start, char Label, bool IsOrdered) Lead(string text, int figure)
    {
        var begins = StartOfAngle(text, figure);
        for (var from = Math.Max(0, begins - LongestLead); from < begins; from++)
        {
            var label = '\0';
            if ((from == 0 || !char.IsLetter(text[from - 1])) && Label(text, from, ref label) == begins && label != 0)
                return First(text, from, label) is var (start, first) ? (start, first, true) : (from, label, false);
        }
        return (begins, '\0', false);
    }

    /// <summary>The label that stands before another with a mark between them, as in "lat/long" and "Longitude, latitude"; null when there is none.</summary>
    private static (int Start, char Label)? First(string text, int second, char secondLabel)
    {
        var end = second;
        while (end > 0 && second - end < 3 && text[end - 1] is '/' or ',' or ' ' or '-' or '&' or '|')
            end--;
        var start = end;
        while (start > 0 && end - start < LongestLead && char.IsAsciiLetter(text[start - 1]))
            start--;
        var label = '\0';
        return end < second && Label(text, start, ref label) >= end && label != 0 && label != secondLabel && IsLabel(text.AsSpan(start..end)) ? (start, label) : null;
    }

    private static bool IsLabel(ReadOnlySpan<char> word) =>
        word.Equals("latitude", StringComparison.OrdinalIgnoreCase) || word.Equals("lat", StringComparison.OrdinalIgnoreCase) || word.Equals("longitude", StringComparison.OrdinalIgnoreCase)
        || word.Equals("long", StringComparison.OrdinalIgnoreCase) || word.Equals("lon", StringComparison.OrdinalIgnoreCase) || word.Equals("lng", StringComparison.OrdinalIgnoreCase);

    private static int Label(string text, int at, ref char label)
    {
        foreach (var (word, hemisphere) in (ReadOnlySpan<(string, char)>)[("latitude", 'N'), ("longitude", 'E'), ("lat.", 'N'), ("lat", 'N'), ("long.", 'E'), ("long", 'E'), ("lon.", 'E'), ("lon", 'E'), ("lng", 'E')])
        {
            if (at + word.Length >= text.Length || !text.AsSpan(at, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase))
                continue;
            var end = at + word.Length;
            while (end < text.Length && end - at < LongestLead && text[end] is ' ' or ':' or '=' or '"' or '\'' or '(' or ')')
                end++;
            label = hemisphere;
            return end;
        }
        return at;
    }

    /// <summary>Over a comma, slash, semicolon or "and", and blanks.</summary>
    private static int Separator(string text, int at, out bool isBlank)
    {
        var start = at;
        isBlank = true;
        while (at < text.Length && at - start < 4 && text[at] is ' ' or '\u00A0' or '\t' or ',' or ';' or '/')
            isBlank &= text[at++] is not (',' or ';' or '/');
        return at + 4 < text.Length && at > start && text.AsSpan(at, 4) is "and " ? at + 4 : at;
    }
}
