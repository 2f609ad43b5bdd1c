namespace Truceline.Ingest.Normalising.Languages;

/// <summary>Names of languages, BCP 47 (RFC 5646). Pure.</summary>
internal static class LanguageTag
{
    private const int Longest = 35;

    /// <summary>A tag in the usual letter case, "en-US", "zh-Hant"; empty when it is none.</summary>
    /// <param name="tag">As written: also "en_US", "en_US.UTF-8", "EN".</param>
    internal static string Of(string tag)
    {
        tag = tag.Trim();
        var end = tag.AsSpan().IndexOfAny(',', ';', '.');
        tag = (end < 0 ? tag : tag[..end]).Replace('_', '-');
        if (tag.Length is < 2 or > Longest)
        {
            return "";
        }

        var parts = tag.Split('-');
        if (parts[0].Length is < 2 or > 3 || parts.Any(p => p.Length is 0 or > 8 || !p.All(char.IsAsciiLetterOrDigit)) || !parts[0].All(char.IsAsciiLetter)
            || parts[0].Equals("und", StringComparison.OrdinalIgnoreCase))
        {
            return "";
        }

        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i].ToLowerInvariant();
            parts[i] = i == 0 ? Old(part) : part.Length == 2 ? part.ToUpperInvariant() : part.Length == 4 && char.IsAsciiLetter(part[0]) ? char.ToUpperInvariant(part[0]) + part[1..] : part;
        }

        return string.Join('-', parts);
    }

    /// <summary>Whether both are the same language, whatever its region.</summary>
    internal static bool IsSame(string tag, string language)
    {
        var dash = tag.IndexOf('-', StringComparison.Ordinal);
        var primary = dash < 0 ? tag : tag[..dash];
        return primary == language || (Group(primary) is { } group && group == Group(language));
    }

    // ISO 639-1 codes that were replaced, and three letters for what has two.
    private static string Old(string code) => code switch
    {
        "iw" => "he",
        "in" => "id",
        "ji" => "yi",
        "eng" => "en",
        "fra" or "fre" => "fr",
        "ara" => "ar",
        "rus" => "ru",
        "ukr" => "uk",
        "spa" => "es",
        "deu" or "ger" => "de",
        "tur" => "tr",
        "fas" or "per" => "fa",
        "heb" => "he",
        "zho" or "chi" => "zh",
        "kor" => "ko",
        "jpn" => "ja",
        "por" => "pt",
        "ita" => "it",
        _ => code,
    };

    // Languages that the letters or the words do not part.
    private static string? Group(string code) => code switch
    {
        "hr" or "bs" or "sr" or "sh" or "cnr" => "sh",
        "fa" or "prs" or "tg" => "fa",
        "id" or "ms" => "ms",
        "am" or "ti" => "am",
        "hi" or "ne" or "mr" or "sa" => "hi",
        "da" or "no" or "nb" or "nn" => "da",
        "zh" or "yue" or "cmn" => "zh",
        "ar" or "arb" or "ary" or "arz" or "apc" => "ar",
        "ku" or "kmr" => "ku",
        "cs" or "sk" => "cs",
        "he" or "yi" => "he",
        "be" or "uk" => "uk",
        _ => null,
    };
}
