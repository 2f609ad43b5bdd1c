using System.Text.RegularExpressions;

namespace Truceline.Evaluation.NearDuplicates;

/// <summary>Takes prose apart.</summary>
internal static partial class Prose
{
    /// <summary>Number of words between white space.</summary>
    internal static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>Sentences, about.</summary>
    internal static IReadOnlyList<string> Sentences(string text) => [.. SentenceEnd().Split(text).Where(s => s.Length > 0)];

    /// <summary>Paragraphs of two or three sentences of a text that has none.</summary>
    internal static IReadOnlyList<string> Paragraphs(string text)
    {
        var paragraphs = text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (paragraphs.Length > 1)
        {
            return paragraphs;
        }

        return [.. Sentences(text).Select((s, i) => (s, i)).GroupBy(s => s.i * 2 / 5, s => s.s).Select(g => string.Join(' ', g))];
    }

    /// <summary>Text of tokens with the spaces as they are printed.</summary>
    internal static string Joined(IEnumerable<string> tokens) => BeforeMark().Replace(string.Join(' ', tokens), "$1");

    [GeneratedRegex("""(?<=[a-z0-9\)%][.!?]["”']?)\s+(?=["“'A-Z0-9])""")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(""" ([.,;:!?\)%]|'s\b|n't\b)""")]
    private static partial Regex BeforeMark();
}
