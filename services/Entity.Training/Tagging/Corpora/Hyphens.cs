using System.Text;
using Truceline.Entity.Reading;

namespace Truceline.Entity.Training.Tagging.Corpora;

/// <summary>Corpora cut words at hyphens ("al - Ani"); the product's tokenizer does not. Joins them again.</summary>
internal static class Hyphens
{
    private const string Cut = " - ";

    /// <summary>The document with the hyphens joined that stand within one name, or between two words in lower case outside of names.</summary>
    public static CorpusDocument Join(CorpusDocument document)
    {
        var text = new StringBuilder(document.Text.Length);
        var position = new int[document.Text.Length + 1];
        for (var i = 0; i < document.Text.Length; i++)
        {
            position[i] = text.Length;
            if (!Joins(document, i) && !(i >= 2 && Joins(document, i - 2)))
                text.Append(document.Text[i]);
        }
        position[^1] = text.Length;
        var spans = document.Spans.Select(s => s with { Span = new TextSpan(position[s.Span.Start], position[s.Span.End]) });
        return document with { Text = text.ToString(), Spans = [.. spans] };
    }

    /// <summary>Whether the characters from a position on are a hyphen to be joined.</summary>
    private static bool Joins(CorpusDocument document, int start)
    {
        var text = document.Text;
        if (start == 0 || start + Cut.Length >= text.Length || string.CompareOrdinal(text, start, Cut, 0, Cut.Length) != 0)
            return false;
        var (before, after) = (start - 1, start + Cut.Length);
        if (!char.IsLetterOrDigit(text[before]) || !char.IsLetterOrDigit(text[after]))
            return false;
        var around = document.Spans.Where(s => s.Span.Start <= after && before < s.Span.End).ToList();
        return around.Count == 0 ? char.IsLower(text[before]) && char.IsLower(text[after]) : around.Any(s => s.Span.Start <= before && after < s.Span.End);
    }
}
