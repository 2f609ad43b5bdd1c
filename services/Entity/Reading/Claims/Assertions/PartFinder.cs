using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Cutting;
using Truceline.Entity.Reading.Claims.Grammar;
using Truceline.Entity.Reading.Claims.Speech;

namespace Truceline.Entity.Reading.Claims.Assertions;

/// <summary>Finds the parts of a sentence, each with who says it: what is cut off, what the words that report it interrupt, and what stands between subject and verb.</summary>
internal sealed class PartFinder(Words words, SentenceCutter cutter)
{
    private readonly PartCutter _cutter = new(words);

    private static readonly FrozenSet<string> Joints = Words.Set("when after as while whereas although though because since before until where and but yet so or if unless");

    /// <summary>The parts of a sentence in order: as rules by word cut it, unless what was learned is sure of another cut.</summary>
    public List<Part> Find(CutSentence sentence, IReadOnlyList<Stretch> quotes)
    {
        var (first, end, frames) = (sentence.First, sentence.End, sentence.Frames);
        var parts = cutter.Cut(sentence) is { } learned ? Learned(learned, first, frames, quotes) : ByWords(first, end, frames, quotes);
        parts.AddRange(Asides(first, end).Where(a => !parts.Exists(p => p.Start == a.Start)).ToList());
        return parts;
    }

    private List<Part> Learned(IReadOnlyList<CutStretch> stretches, int first, IReadOnlyList<SpeechFrame> frames, IReadOnlyList<Stretch> quotes)
    {
        var parts = new List<Part>();
        foreach (var (tokens, kind) in stretches)
        {
            var own = Trim(tokens);
            if (kind is not StretchKind.Claim || own.IsEmpty)
            {
                continue;
            }
            var around = frames.FirstOrDefault(f => own.Covers(f.Words.First) && f.Words.First > own.First);
            var link = LinkOf(own, first);
            parts.Add(new Part(words, own, around ?? SpeechOf(own, link, parts, frames), parts.LastOrDefault(), link, around?.Words ?? default) { Quoted = IsQuoted(own, quotes) });
        }
        return parts;
    }

    /// <summary>The word that joins a part to what stands before it; null for a main clause.</summary>
    private string? LinkOf(Stretch own, int first)
    {
        if (own.First == first)
        {
            return null;
        }
        if (words[own.First] is "which" or "who" or "whose")
        {
            return words[own.First];
        }
        var before = own.First - 1;
        return words[before] is "which" or "whom" ? "which" : Joints.Contains(words[before]) ? words[before] : null;
    }

    private SpeechFrame? SpeechOf(Stretch own, string? link, List<Part> parts, IReadOnlyList<SpeechFrame> frames)
    {
        var speech = frames.Where(f => !f.IsSource && f.Says(own.First)).OrderByDescending(f => f.Depth).FirstOrDefault();
        // What somebody says of his own side goes on behind a semicolon.
        return speech is null && link is null && words[own.First] is "its" or "his" or "their" or "they" ? parts.LastOrDefault()?.Speech : speech;
    }

    private static bool IsQuoted(Stretch own, IReadOnlyList<Stretch> quotes) => quotes.FirstOrDefault(q => q.Covers(own.First) && q.End >= own.End - 1) != default;

    private List<Part> ByWords(int first, int end, IReadOnlyList<SpeechFrame> frames, IReadOnlyList<Stretch> quotes)
    {
        var parts = new List<Part>();
        var around = frames.FirstOrDefault(f => Interrupts(f, quotes));
        foreach (var run in Runs(first, end, around is null ? frames : [.. frames.Where(f => f != around)]))
        {
            if (around is not null && run.Covers(around.Words.First))
            {
                parts.Add(new Part(words, Trim(new(around.Content.First, run.End)), around, parts.LastOrDefault(), null, around.Words));
                continue;
            }
            foreach (var (tokens, link) in _cutter.Cut(run))
            {
                var own = Trim(tokens);
                if (own.IsEmpty)
                {
                    continue;
                }
                parts.Add(new Part(words, own, SpeechOf(own, link, parts, frames), parts.LastOrDefault(), link) { Quoted = IsQuoted(own, quotes) });
            }
        }
        return parts;
    }

    /// <summary>", who had launched the march in April,": relative clauses that stand between a subject and its verb.</summary>
    private IEnumerable<Part> Asides(int first, int end)
    {
        var from = first;
        for (var i = first + 1; i < end; i++)
        {
            if (words[i] is ";" or ":" or "that" or "--" or "–")
            {
                from = i + 1;
            }
            if (words[i] != "," || words[i + 1] is not ("who" or "which"))
            {
                continue;
            }
            var close = i + 2;
            while (close < end && words[close] is not ("," or ";" or "--" or "–"))
            {
                close++;
            }
            if (close >= end || close - i < 5 || VerbGroupFinder.Find(words, i + 1, close) is not [{ IsFinite: true } verb, ..] || verb.First > i + 2)
            {
                continue;
            }
            var start = from;
            for (var j = i - 1; j > from; j--)
            {
                if (words[j] is ",")
                {
                    start = j + 1;
                    break;
                }
            }
            yield return new Part(words, new(i + 1, close), null, null, words[i + 1]) { Subject = new(start, i), IsAside = true };
        }
    }

    /// <summary>"No guard of ours, their chief says, was among them": the words that report stand between subject and verb.</summary>
    private bool Interrupts(SpeechFrame frame, IReadOnlyList<Stretch> quotes) =>
        ParesCondition(frame, quotes) ||
        !frame.Rest.IsEmpty && frame.Content.End < frame.Words.First + 1 && !quotes.Any(q => frame.Content.Covers(q.First))
        && VerbGroupFinder.Find(words, frame.Rest.First, frame.Rest.End) is [{ IsFinite: true } next, ..] && next.First == frame.Rest.First
        && !VerbGroupFinder.Find(words, frame.Content.First, frame.Content.End).Exists(g => g.IsFinite);

    /// <summary>"Unless the embargo is lifted, said the mayor, bread will run out": the words that report stand between a condition and what hangs on it.</summary>
    private bool ParesCondition(SpeechFrame frame, IReadOnlyList<Stretch> quotes) =>
        !frame.Rest.IsEmpty && frame.Content.End < frame.Words.First + 1 && !quotes.Any(q => frame.Content.Covers(q.First)) && words[frame.Content.First] is "if" or "unless" or "should" or "once" or "until"
        && VerbGroupFinder.Find(words, frame.Content.First, frame.Content.End).Count(g => g.IsFinite) == 1 && VerbGroupFinder.Find(words, frame.Rest.First, frame.Rest.End).Exists(g => g.IsFinite);

    /// <summary>The sentence without the words that report.</summary>
    private static List<Stretch> Runs(int first, int end, IReadOnlyList<SpeechFrame> frames)
    {
        var runs = new List<Stretch>();
        var from = first;
        for (var i = first; i <= end; i++)
        {
            var inFrame = i == end || frames.Any(f => f.Words.Covers(i));
            if (inFrame && i > from)
            {
                runs.Add(new(from, i));
            }
            if (inFrame)
            {
                from = i + 1;
            }
        }
        return runs;
    }

    private Stretch Trim(Stretch tokens)
    {
        var (first, end) = (tokens.First, tokens.End);
        while (first < end && (words[first] is "," or "\"" or "“" or "”" or "--" or "–" or ";" or ":" or "»" or "«" || words[first] is "that" && first + 1 < end && !VerbGroupFinder.Find(words, first + 1, first + 2).Any(g => g.IsFinite) && words[first - 1] is not ("" or "." or ";") || words[first] is "and" or "but" or "yet"))
        {
            first++;
        }
        while (end > first && words[end - 1] is "," or "\"" or "“" or "”" or "." or "--" or "–" or ";" or ":" or "and" or "but" or "»" or "«" or "!" or "?" or "that")
        {
            end--;
        }
        return new(first, end);
    }
}
