using System.Collections.Frozen;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Times;

/// <summary>The day from which a text counts "day 14 of the truce": the date in the sentence that says when the truce began.</summary>
internal static class TruceStart
{
    private static readonly FrozenSet<string> Truces =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "truce", "ceasefire", "cease-fire", "armistice", "lull", "pause", "cessation", "agreement", "accord", "deal");

    private static readonly string[] Beginnings =
    [
        "took effect", "takes effect", "came into effect", "comes into effect", "came into force", "comes into force", "entered into force", "enters into force",
        "went into effect", "goes into effect", "took hold", "began", "begins", "started", "starts", "in force since", "in effect since", "has held since",
    ];

    /// <summary>Whether a word names what days of quiet are counted of.</summary>
    public static bool IsTruce(ReadOnlySpan<char> word) => Truces.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>The first day told in a sentence that names a truce and says that it began; null when none does.</summary>
    public static DateOnly? Find(SegmentedText text, DateOnly reference)
    {
        foreach (var beginning in Beginnings)
        {
            for (var at = 0; text.Text.IndexOf(beginning, at, StringComparison.OrdinalIgnoreCase) is var found and >= 0; at = found + 1)
            {
                if (text.SentenceAt(found) is { } sentence && NamesTruce(text, sentence) && DDay.In(text, sentence, reference) is { } day)
                    return day;
            }
        }
        return null;
    }

    private static bool NamesTruce(SegmentedText text, Sentence sentence)
    {
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (IsTruce(text.Text.AsSpan(text.Tokens[i].Span.Start, text.Tokens[i].Span.Length)))
                return true;
        }
        return false;
    }
}
