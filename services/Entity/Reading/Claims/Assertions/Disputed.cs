using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;
using Truceline.Entity.Reading.Claims.Speech;

namespace Truceline.Entity.Reading.Claims.Assertions;

/// <summary>Words in dispute, which name a party as its foes do.</summary>
internal static class Disputed
{
    private static readonly FrozenSet<string> Terms = Lexicon.Set("disputed");

    /// <summary>The words in dispute among some tokens.</summary>
    public static IReadOnlyList<DisputedTerm> In(Words words, Stretch tokens, string? saidBy)
    {
        List<DisputedTerm>? found = null;
        for (var i = tokens.First; i < tokens.End; i++)
        {
            if (Terms.Contains(words[i]))
                (found ??= []).Add(new DisputedTerm(words.Source.TextOf(i), saidBy, words.Source.SpanOf(i, i)));
        }
        return found ?? (IReadOnlyList<DisputedTerm>)[];
    }
}
