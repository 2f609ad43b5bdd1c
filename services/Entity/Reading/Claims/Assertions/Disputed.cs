using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;
using Truceline.Entity.Reading.Claims.Speech;

namespace Truceline.Entity.Reading.Claims.Assertions;

/// <summary>Words in dispute, which name a party as its foes do.</summary>
internal static class Disputed
{
    private static readonly FrozenSet<string> Terms = Lexicon.Set("disputed");

    /// <summary>The words in dispute among some tokens.</summary>
    /// <param name="words">The text.</param>
    /// <param name="tokens">The tokens.</param>
    /// <param name="saidBy">Entity that says them; null when they are the report's own or nobody's that it names.</param>
    /// <param name="name">The same as the text has it; null when they are the report's own.</param>
    public static IReadOnlyList<DisputedTerm> In(Words words, Stretch tokens, string? saidBy, string? name)
    {
        List<DisputedTerm>? found = null;
        for (var i = tokens.First; i < tokens.End; i++)
        {
            if (Terms.Contains(words[i]))
                (found ??= []).Add(new DisputedTerm(words.Source.TextOf(i), saidBy, words.Source.SpanOf(i, i)) { Name = name });
        }
        return found ?? (IReadOnlyList<DisputedTerm>)[];
    }
}
