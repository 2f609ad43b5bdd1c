using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Training.Tagging.Corpora;

/// <summary>Tells names from nominal mentions in corpora that mark both.</summary>
internal static class ProperNames
{
    /// <summary>Whether a mention holds a token with a capital letter that is not there only because the sentence begins.</summary>
    public static bool IsProperName(SegmentedText text, TextSpan span)
    {
        var (first, end) = text.TokensIn(span);
        for (var i = first; i < end; i++)
        {
            var token = text.Tokens[i].Span;
            var word = text.Text.AsSpan(token.Start, token.Length);
            var opens = text.Sentences[text.SentenceOf(i)].FirstToken == i;
            // A second capital ("UAVs", "U.S.") is not there because of the sentence.
            if (opens ? HasUpper(word[1..]) : HasUpper(word))
                return true;
        }
        return false;
    }

    private static bool HasUpper(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (char.IsUpper(c))
                return true;
        }
        return false;
    }
}
