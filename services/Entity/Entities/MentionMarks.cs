using System.Text;
using Truceline.Entity.V1;

namespace Truceline.Entity.Entities;

/// <summary>
/// Marks of mentions: a hash over the words of a mention and the letters around it, so that the same mention is found in a later version of a report,
/// where it stands elsewhere. Pure.
/// </summary>
internal static class MentionMarks
{
    private const int Around = 24;

    /// <summary>A mark for each mention.</summary>
    /// <param name="text">The report's text.</param>
    /// <param name="mentions">Mentions in it; spans count code points.</param>
    internal static IReadOnlyList<ulong> Of(string text, IReadOnlyList<Mention> mentions)
    {
        var unitOf = UnitsOf(text);
        return [.. mentions.Select(m => Mark(text, unitOf(m.Span.Start), unitOf(m.Span.End)))];
    }

    private static ulong Mark(string text, int start, int end)
    {
        var around = new StringBuilder(2 * Around);
        Append(around, text.AsSpan(Math.Max(0, start - Around), Math.Min(Around, start)));
        around.Append('|');
        Append(around, text.AsSpan(start, end - start));
        around.Append('|');
        Append(around, text.AsSpan(end, Math.Min(Around, text.Length - end)));
        return ReportContext.Hash(around.ToString());
    }

    // White space and punctuation are what versions change most.
    private static void Append(StringBuilder to, ReadOnlySpan<char> letters)
    {
        foreach (var c in letters)
        {
            if (char.IsLetterOrDigit(c))
            {
                to.Append(char.ToLowerInvariant(c));
            }
        }
    }

    private static Func<int, int> UnitsOf(string text)
    {
        if (!text.Any(char.IsHighSurrogate))
        {
            return point => Math.Clamp(point, 0, text.Length);
        }

        var units = new List<int>();
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            units.Add(i);
        }

        units.Add(text.Length);
        return point => units[Math.Clamp(point, 0, units.Count - 1)];
    }
}
