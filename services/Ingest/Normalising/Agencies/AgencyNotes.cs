using Truceline.Ingest.Documents;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Normalising.Agencies;

/// <summary>Finds the agency that a note of copyright or a credit names: "© 2018 AFP", "Source: Reuters", "With inputs from PTI". Pure.</summary>
internal static class AgencyNotes
{
    private const int Longest = 400;
    private const int MostWords = 4;

    // Who took a picture did not write the report.
    private static readonly string[] Pictures = ["photo", "image", "picture", "foto", "caption", "video", "credit", "graphic", "file", "фото", "صورة", "مصدر الصورة", "عکس", "צילום", "图", "crédit"];

    /// <summary>The agency; empty when no note names one.</summary>
    internal static string Find(string text, IReadOnlyList<BoilerplatePart> parts)
    {
        foreach (var part in parts)
        {
            if (part.Kind is BoilerplateKind.Copyright or BoilerplateKind.Credit && part.End - part.Start <= Longest
                && In(text.AsSpan(part.Start, part.End - part.Start)) is { } agency)
            {
                return agency;
            }
        }

        return "";
    }

    private static string? In(ReadOnlySpan<char> note)
    {
        var bare = note.TrimStart(" ([•*-–—");
        foreach (var picture in Pictures)
        {
            if (bare.StartsWith(picture, StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }
        }

        Span<Range> words = stackalloc Range[80];
        var count = note.SplitAny(words, " \t\n\r,;:()[]©|/\"“”«»", StringSplitOptions.RemoveEmptyEntries);
        for (var first = 0; first < count; first++)
        {
            for (var last = Math.Min(first + MostWords, count) - 1; last >= first; last--)
            {
                if (AgencyNames.Find(note[words[first].Start..words[last].End].TrimEnd(".'’")) is { Length: > 0 } agency)
                {
                    return agency;
                }
            }
        }

        return null;
    }
}
