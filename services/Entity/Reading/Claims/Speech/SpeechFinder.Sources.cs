using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Claims.Speech;

internal sealed partial class SpeechFinder
{
    /// <summary>"according to X", "in X's version", "as X has it", "by X's reckoning", "citing X".</summary>
    private void Sources(List<SpeechFrame> frames, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            var (who, frameEnd) = SourceAt(i, first, end);
            if (who.IsEmpty)
            {
                continue;
            }
            var verb = words[i] == "according" && words[who.First - 1] == "what" ? "say" : "according";
            // Whom an agency cites said it; the agency passes it on.
            var cites = words[i] is "citing" or "quoting";
            var begins = Proofs.Contains(words[i]) && !frames.Exists(f => f.Words.First == first) ? first : i;
            frames.Add(new SpeechFrame(new(first, end), new(begins, frameEnd), who, cites ? "say" : verb) { IsSource = verb == "according" && !cites, Depth = cites ? 20 : 0 });
            i = frameEnd;
        }
    }

    private int FirstVerb(int at, int end)
    {
        var first = at;
        while (at < end && (words.IsCapital(at) || at == first || (VerbLexicon.OfPast(words[at]) ?? VerbLexicon.OfPresent(words[at])) is null))
        {
            at++;
        }
        return at;
    }
}
