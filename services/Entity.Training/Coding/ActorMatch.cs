using Truceline.Entity.Reading;

namespace Truceline.Entity.Training.Coding;

/// <summary>
/// When a span counts as the marked actor. The marks are uneven ("Hungarian" of "Senior Hungarian officials", but "Planning Minister Tran Xuan Gia" whole), so
/// a span is right when it shares at least half of the characters of both together, or holds the marked words and nothing that is marked for the other role,
/// or is a part of the marked words that holds their head (the last word before a preposition or participle).
/// Where no actor is marked only no span is right.
/// </summary>
internal static class ActorMatch
{
    /// <summary>Longest span, in words, that may be right by holding the marked words.</summary>
    private const int LongestHolder = 8;

    private static readonly HashSet<string> Breaks = new(StringComparer.Ordinal)
    {
        "of", "in", "from", "for", "to", "by", "at", "on", "with", "near", "throughout", "who", "that", "which", "loyal", "against", "into", "under",
    };

    /// <summary>Whether a span is one of the marked ones.</summary>
    public static bool IsRight(string text, TextSpan? found, IReadOnlyList<TextSpan> marked, IReadOnlyList<TextSpan> others) =>
        found is not { } span ? marked.Count == 0 : marked.Any(m => IsSame(text, span, m, others.Where(o => !marked.Contains(o))));

    /// <summary>Whether a span is, article and possessive ending aside, one of the marked ones to the letter.</summary>
    public static bool IsExact(string text, TextSpan? found, IReadOnlyList<TextSpan> marked) =>
        found is not { } span ? marked.Count == 0 : marked.Any(m => Bare(span.Of(text)) == Bare(m.Of(text)) && span.Overlaps(m));

    private static bool IsSame(string text, TextSpan found, TextSpan marked, IEnumerable<TextSpan> others)
    {
        var shared = Math.Min(found.End, marked.End) - Math.Max(found.Start, marked.Start);
        if (shared <= 0 || others.Any(o => o.Overlaps(found) && !o.Overlaps(marked)))
            return false;
        if (shared * 2 >= found.Length + marked.Length - shared)
            return true;
        if (found.Contains(marked))
            return found.Of(text).Split(' ').Length <= LongestHolder;
        return marked.Contains(found) && found.Contains(HeadOf(text, marked));
    }

    private static TextSpan HeadOf(string text, TextSpan marked)
    {
        var (at, head) = (marked.Start, marked);
        foreach (var word in marked.Of(text).Split(' '))
        {
            if (at > marked.Start && (Breaks.Contains(word) || (char.IsLower(word, 0) && (word.EndsWith("ing", StringComparison.Ordinal) || word.EndsWith("ed", StringComparison.Ordinal)))))
                break;
            if (word.Length > 0)
                head = new TextSpan(at, at + word.TrimEnd(',').Length);
            at += word.Length + 1;
        }
        return head;
    }

    private static string Bare(string actor)
    {
        var words = actor.Trim().Split(' ').SkipWhile(w => w is "the" or "a" or "an" or "The" or "A" or "An");
        var bare = string.Join(' ', words);
        return bare.EndsWith("'s", StringComparison.Ordinal) ? bare[..^2] : bare;
    }
}
