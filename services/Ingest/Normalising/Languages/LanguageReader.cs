using Lingua;

namespace Truceline.Ingest.Normalising.Languages;

/// <summary>
/// The language of a text. Letters decide first, then small words; what is still in doubt is asked of Lingua's models of trigrams, on a short sample: all of its models take
/// 500 MB and milliseconds, these 30 MB and well below one (decision 17). Safe for many threads.
/// </summary>
internal static class LanguageReader
{
    private const int Sample = 1500;
    private const int LinguaSample = 120;
    private const int FewestLetters = 24;
    private const double LeastDistance = 0.08;

    /// <summary>Of no language, or not known.</summary>
    internal const string Undetermined = "und";

    private static readonly Lazy<LanguageDetector> Models = new(() => LanguageDetectorBuilder
        .FromLanguages(
            Language.English, Language.French, Language.Spanish, Language.Portuguese, Language.Italian, Language.German, Language.Dutch, Language.Turkish, Language.Azerbaijani,
            Language.Polish, Language.Romanian, Language.Croatian, Language.Albanian, Language.Somali, Language.Swahili, Language.Indonesian, Language.Russian, Language.Ukrainian,
            Language.Bulgarian, Language.Serbian, Language.Macedonian)
        .WithLowAccuracyMode().WithMinimumRelativeDistance(LeastDistance).Build());

    /// <summary>The language of a text whose document may name one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="declared">Language as declared, or empty. It gives way when the text is clearly of another.</param>
    /// <returns>BCP 47; "und" when it could not be told.</returns>
    internal static string Of(ReadOnlySpan<char> text, string declared)
    {
        var tag = LanguageTag.Of(declared);
        var sample = SampleOf(text);
        var script = ScriptLanguage.Of(sample);
        var sure = script == ScriptLanguage.Latin ? WordLanguage.Of(sample) : script == Undetermined ? null : script;
        if (tag.Length > 0)
        {
            return sure is null || LanguageTag.IsSame(tag, sure) ? tag : sure;
        }

        return sure ?? Ask(sample);
    }

    private static string Ask(ReadOnlySpan<char> sample)
    {
        var letters = 0;
        foreach (var c in sample)
        {
            letters += char.IsLetter(c) ? 1 : 0;
        }

        if (letters < FewestLetters)
        {
            return Undetermined;
        }

        var language = Models.Value.DetectLanguageOf(sample[..Math.Min(sample.Length, LinguaSample)].ToString());
        return language == Language.Unknown ? Undetermined : LanguageTag.Of(language.IsoCode6391().ToString());
    }

    // What stands before the story (headline, byline) is often of few words: the sample begins behind it when the text is long.
    private static ReadOnlySpan<char> SampleOf(ReadOnlySpan<char> text) => text.Length <= Sample ? text : text.Slice(Math.Min(200, text.Length - Sample), Sample);
}
