using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Tagging;

/// <summary>Tokens [First, End) of a text that are tagged together: a sentence, or a piece of one that is overlong.</summary>
internal readonly record struct TokenRun(int First, int End)
{
    /// <summary>Most tokens of one run.</summary>
    public const int Longest = 256;

    /// <summary>Most tokens that are looked at as one document; memory is bounded by it.</summary>
    public const int LongestChunk = 8192;

    /// <summary>Writes the runs from a token on, up to the end of a range of tokens or of a chunk; returns the token to go on from.</summary>
    public static int Cut(SegmentedText text, int from, int end, List<TokenRun> into)
    {
        into.Clear();
        var sentences = text.Sentences;
        var limit = from + LongestChunk;
        for (var s = text.SentenceOf(from); s < sentences.Count && from < end; s++)
        {
            var stop = Math.Min(sentences[s].EndToken, end);
            while (from < stop)
            {
                var next = Math.Min(stop, from + Longest);
                if (next > limit)
                    return from;
                into.Add(new TokenRun(from, next));
                from = next;
            }
        }
        return from;
    }
}
