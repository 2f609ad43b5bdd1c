using System.Text.RegularExpressions;

namespace Truceline.Entity.Reading.Quantities;

/// <summary>"3 x 120mm mortar rounds", "2 × T-72 tanks": so many of what is named after the sign, as field reports list what they found.</summary>
internal static partial class Multiples
{
    private const string Piece = "piece";

    /// <summary>The count that an amount before a sign of multiplication is; null when it is a cartridge ("7.62 x 39 mm"), a measure or no count.</summary>
    /// <param name="text">The text.</param>
    /// <param name="amount">The amount before the sign.</param>
    /// <returns>The count alone where a calibre follows, which is a quantity of its own; else with the noun.</returns>
    public static QuantityMention? At(string text, Amount amount)
    {
        if (amount is not { Low: { } count, Currency: null, IsWord: false } || amount.High != count || count != Math.Floor(count) || count < 1)
            return null;
        if (Sign().Match(text, amount.Span.End) is not { Success: true } sign)
            return null;
        var at = sign.Index + sign.Length;
        var calibre = Calibre().Match(text, at);
        if (calibre.Success)
            return IsCartridge((int)count, calibre.Groups["n"].ValueSpan) ? null : Mention(amount.Span, count, CountedNouns.After(text, calibre.Index + calibre.Length, count == 1));
        if (at >= text.Length || !char.IsLetter(text[at]))
            return null;
        if (CountedNouns.After(text, at - 1, count == 1) is { } noun)
            return Mention(amount.Span with { End = noun.End }, count, noun);
        return char.IsUpper(text[at]) ? Mention(amount.Span, count, null) : null;
    }

    private static QuantityMention Mention(TextSpan span, double count, CountedNoun? noun) => new(span, QuantityKind.Count, count, count, noun?.Singular ?? Piece);

    /// <summary>Cartridges whose bore is told in whole millimetres, with the lengths of their cases.</summary>
    private static bool IsCartridge(int bore, ReadOnlySpan<char> length) => bore switch
    {
        9 => length is "17" or "18" or "19" or "21" or "23" or "33" or "39",
        20 => length is "70" or "72" or "80" or "99" or "99R" or "102" or "110" or "128" or "138" or "139",
        23 => length is "115" or "152" or "152B",
        25 => length is "137" or "184" or "218",
        30 => length is "113" or "113B" or "155" or "165" or "170" or "173" or "210",
        35 => length is "228",
        37 => length is "155" or "252",
        40 => length is "46" or "51" or "53" or "311" or "365",
        57 => length is "347" or "348",
        _ => false,
    };

    [GeneratedRegex(@"\G\s?[x×]\s", RegexOptions.CultureInvariant)]
    private static partial Regex Sign();

    [GeneratedRegex(@"\G(?<n>[0-9]{1,3}(?:\.[0-9]{1,2})?R?B?)\s?-?mm(?![\p{L}\p{Nd}])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Calibre();
}
