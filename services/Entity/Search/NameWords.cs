using System.Text;
using Truceline.Entity.Entities;

namespace Truceline.Entity.Search;

/// <summary>A word of a name.</summary>
/// <param name="Start">Its first code point.</param>
/// <param name="End">The code point after its last.</param>
/// <param name="Folded">The word folded.</param>
/// <param name="Loose">The word as transliterations have it.</param>
internal sealed record NameWord(int Start, int End, string Folded, string Loose);

/// <summary>Cuts a name into its words, with their places. Pure.</summary>
internal static class NameWords
{
    /// <summary>The words, in order; each folds to one word.</summary>
    internal static IReadOnlyList<NameWord> Of(string name)
    {
        var words = new List<NameWord>();
        var (word, start, at) = (new StringBuilder(), 0, 0);
        foreach (var rune in name.EnumerateRunes())
        {
            // What folding makes no space of is part of the word.
            if (EntityKeys.Fold("a" + rune + "a").Contains(' ', StringComparison.Ordinal))
            {
                Add(words, word, start, at);
                start = at + 1;
            }
            else
            {
                word.Append(rune);
            }

            at++;
        }

        Add(words, word, start, at);
        return words;
    }

    private static void Add(List<NameWord> words, StringBuilder word, int start, int end)
    {
        var folded = EntityKeys.Fold(word.ToString());
        word.Clear();
        if (folded.Length > 0)
        {
            words.Add(new NameWord(start, end, folded, SpellingKey.OfWord(folded)));
        }
    }
}
