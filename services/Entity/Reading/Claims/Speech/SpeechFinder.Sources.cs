using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Claims.Speech;

internal sealed partial class SpeechFinder
{
    private static readonly FrozenSet<string> Counting = Words.Set("reckoning count tally estimate account version telling view words reading eyes opinion toll figures");
    private static readonly FrozenSet<string> Showing = Words.Set("show shows showed suggest suggests suggested indicate indicates indicated reveal reveals revealed confirm confirms confirmed");
    private static readonly FrozenSet<string> Proofs = Lexicon.Nouns("finding");

    /// <summary>"Satellite pictures studied by X show …": whose finding it is, else the pictures themselves.</summary>
    private (Stretch Who, int End) Finding(int noun, int first, int stop)
    {
        for (var i = noun + 1; i < Math.Min(stop, noun + 9); i++)
        {
            if (!Showing.Contains(words[i]) || words[i - 1] is "to" or "not")
            {
                continue;
            }
            for (var j = noun + 1; j < i; j++)
            {
                if (words[j] is "by" or "from")
                {
                    return (new(j + 1, i), words[i + 1] == "that" ? i + 2 : i + 1);
                }
            }
            return i == noun + 1 && noun - first <= 5 ? (new(first, i), words[i + 1] == "that" ? i + 2 : i + 1) : default;
        }
        return default;
    }

    private (Stretch Who, int End) SourceAt(int i, int first, int end)
    {
        var stop = NextBreak(i + 1, end);
        if (words[i] == "according" && words[i + 1] == "to")
        {
            if (words[i + 2] == "what")
            {
                return (new(i + 3, FirstVerb(i + 3, stop)), stop);
            }
            return (new(i + 2, stop), stop);
        }
        if (Proofs.Contains(words[i]) && Finding(i, first, stop) is { Who.IsEmpty: false } finding)
        {
            return finding;
        }
        if (words[i] is "per" && words.IsWord(i + 1) && (i == first || words[i - 1] == ",") && words[i + 1] is not ("day" or "week" or "month" or "cent"))
        {
            return (new(i + 1, stop), stop);
        }
        if (words[i] is "by" or "in" or "on" && (i == first || words[i - 1] is "," || stop == end))
        {
            for (var j = i + 2; j < Math.Min(stop, i + 9); j++)
            {
                if (words[j] is "'s" or "'" && Counting.Contains(words[j + 1]) || words[j].EndsWith('\'') && Counting.Contains(words[j + 1]))
                {
                    return (new(i + 1, words[j].Length > 2 ? j + 1 : j), j + 2);
                }
                if (words[j].EndsWith("'s", StringComparison.Ordinal) && Counting.Contains(words[j + 1]))
                {
                    return (new(i + 1, j + 1), j + 2);
                }
            }
            if (Counting.Contains(words[i + 2]) && words[i + 3] == "of" && words[i + 1] == "the")
            {
                return (new(i + 4, stop), stop);
            }
        }
        if (words[i] is "as" && (i == first || words[i - 1] == ","))
        {
            var verb = FirstVerb(i + 1, stop);
            if (verb < stop && verb > i + 1 && (words[verb] is "has" or "had" or "puts" or "put" or "tells" or "told" or "claims" or "claimed" or "says" or "said" or "reported" or "reports" or "sees") && stop - verb <= 3)
            {
                return (new(i + 1, verb), stop);
            }
        }
        if (words[i] is "if" && i > first)
        {
            for (var j = i + 2; j < stop - 2; j++)
            {
                if (words[j] is "is" or "are" && words[j + 1] == "to" && words[j + 2] == "be" && words[j + 3] is "trusted" or "believed")
                {
                    return (new(i + 1, j), stop);
                }
            }
        }
        // "Going by the hospital's register, …".
        if (words[i] is "going" or "judging" && words[i + 1] is "by" or "from" && (i == first || words[i - 1] == ","))
        {
            return (new(i + 2, stop), stop);
        }
        if (words[i] is "referring" && words[i + 1] == "to" && i > first && words[i - 1] == "," && stop > i + 2)
        {
            return (new(i + 2, stop), stop);
        }
        // "If one believes the villagers, …".
        if (words[i] is "if" && words[i + 1] is "one" or "you" or "we" && words[i + 2] is "believe" or "believes" or "trust" or "trusts" or "credits" && stop > i + 3)
        {
            return (new(i + 3, stop), stop);
        }
        if (words[i] is "if" && words[i + 1] is "one" or "you" or "we" && words[i + 2] is "is" or "are" && words[i + 3] == "to" && words[i + 4] is "believe" or "trust" or "credit" && stop > i + 5)
        {
            return (new(i + 5, stop), stop);
        }
        return words[i] is "citing" or "quoting" && i > first && words[i - 1] == "," ? (new(i + 1, stop), stop) : (default, i);
    }

    /// <summary>The sentence without a source that stands at its beginning or end.</summary>
    private (int First, int End) Without(List<SpeechFrame> frames, int first, int end)
    {
        var (from, to) = (first, end);
        for (var i = 0; i < frames.Count; i++)
        {
            var frame = frames[i];
            if (frame.Words.First == first)
            {
                from = Skip(frame.Words.End, end);
            }
            else if (frame.Words.End >= end)
            {
                to = Back(frame.Words.First, from);
            }
        }
        for (var i = 0; i < frames.Count; i++)
        {
            frames[i] = frames[i] with { Content = new(from, to) };
        }
        return (from, to);
    }

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
            var cites = words[i] is "citing" or "quoting" or "referring";
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
