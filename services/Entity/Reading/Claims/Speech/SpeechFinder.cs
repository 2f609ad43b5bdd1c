using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Claims.Speech;

/// <summary>Finds who is said to say what in a sentence: before it ("X said that"), behind it (", X said"), around it, and by way of others.</summary>
internal sealed partial class SpeechFinder(Words words, EntityIndex index)
{
    private static readonly FrozenSet<string> Saying = Lexicon.Set("saying");
    private static readonly FrozenSet<string> Addressees = Words.Set("reporters journalists mediators parliament council television radio nation officers press lawmakers cabinet traders us him her them delegates assembly congress agency officials");
    private static readonly FrozenSet<string> Naming = Lexicon.Set("naming");
    private static readonly FrozenSet<string> Publishing = Lexicon.Set("publishing");
    private static readonly FrozenSet<string> Messages = Lexicon.Nouns("message");
    private static readonly FrozenSet<string> Colon = Words.Set(":");
    private static readonly FrozenSet<string> OwnSide = Words.Set("its his her their they that he she and");

    /// <summary>The frames of the tokens [first, end), the outer before the inner.</summary>
    public List<SpeechFrame> Find(int first, int end)
    {
        var frames = new List<SpeechFrame>();
        Sources(frames, first, end);
        var (from, to) = Without(frames, first, end);
        var groups = VerbGroupFinder.Find(words, from, to);
        // Semicolons part what is said by one from what is said by another, unless they stand within a quotation.
        foreach (var part in Parts(from, to))
        {
            var own = groups.Where(g => part.Covers(g.First)).ToList();
            var known = frames.Count;
            Suffixes(frames, own, part.First, part.End);
            var until = frames.Skip(known).Where(f => !f.IsSource).Select(f => f.Words.First).DefaultIfEmpty(part.End).Min();
            Prefixes(frames, own, part.First, until);
        }
        return frames;
    }

    private List<Stretch> Parts(int first, int end)
    {
        var parts = new List<Stretch>();
        var from = first;
        for (var i = first + 1; i < end; i++)
        {
            // What goes on about the speaker's own side is still his.
            if (words[i] == ";" && !OwnSide.Contains(words[i + 1]) && !IsQuoted(first, i))
            {
                parts.Add(new(from, i));
                from = i + 1;
            }
        }
        parts.Add(new(from, end));
        return parts;
    }

    /// <summary>"…, X said", "…, said X", "…, X is reported to have said", "…, X said, …".</summary>
    private void Suffixes(List<SpeechFrame> frames, List<VerbGroup> groups, int first, int end)
    {
        for (var g = 0; g < groups.Count; g++)
        {
            var group = groups[g];
            var (lemma, last) = Said(groups, g);
            if (lemma is null || group.First == first)
            {
                continue;
            }
            var cut = group.First - 1;
            while (cut > first && !(IsCut(cut) && !IsApposition(cut, first, group.First)))
            {
                cut--;
            }
            if (cut <= first || words[cut + 1] is "whose" or "which" or "who" || groups.Exists(x => x.IsFinite && x.First > cut && x.First < group.First && !IsInRelative(x, cut)))
            {
                continue;
            }
            var stop = IsQuoteMark(cut) || words[cut] is "," or ";" or ":" or "--" or "–" or "—" ? FrameEnd(groups, last, end) : -1;
            // "Nobody has left, countered X: the guards …".
            if (stop < 0 && cut == group.First - 1 && words.Find(last, Math.Min(last + 7, end), Colon) is var colon && colon > last + 1 && !groups.Exists(x => x.First >= last && x.First < colon))
            {
                stop = colon;
            }
            if (stop < 0 || !(groups.Exists(x => x.First < cut) || HasQuote(first, cut + 1) || cut - first > 1))
            {
                continue;
            }
            var so = cut == group.First - 2 && words[group.First - 1] is "so" or "thus";
            var inverted = cut == group.First - 1 || so;
            var who = inverted ? new Stretch(last, NounPhraseEnd(last, stop)) : new Stretch(cut + 1, group.First);
            if (inverted && lemma is "add" && !HasQuote(first, cut + 1) || who.IsEmpty && !HasQuote(first, end))
            {
                continue;
            }
            var contentFirst = SentencePart(first, cut);
            var content = new Stretch(Skip(contentFirst, end), Back(cut + (IsQuoteMark(cut) ? 0 : 0), first));
            var rest = stop < end && words[stop] is "," or ";" ? new Stretch(Skip(stop, end), end) : default;
            if (words[stop] is ";" or ":" || (rest is { IsEmpty: false } && !HasQuote(rest.First - 1, end) && words[rest.First] is "and" or "but" or "which"))
            {
                rest = words[rest.First] is "and" ? rest with { First = rest.First + 1 } : default;
            }
            // "said X, who leads the front": the aside is about whoever speaks.
            if (!rest.IsEmpty && words[rest.First] is "who" or "which" or "whose" && !HasQuote(rest.First - 1, end))
            {
                (rest, stop) = (default, end);
            }
            // A paper that "reads" so is no speaker.
            frames.Add(new SpeechFrame(content, new(cut + 1, stop), who, so && lemma == "read" ? "according" : lemma) { Rest = rest, Depth = 1 });
            return;
        }
    }

    /// <summary>A cut that opens a relative clause or apposition within the subject of the verb ("Smith, the envoy, said").</summary>
    private bool IsApposition(int cut, int first, int verb)
    {
        if (words[cut] != ",")
        {
            return false;
        }
        if (cut == verb - 1)
        {
            for (var i = cut - 1; i > first; i--)
            {
                if (words[i] == "," && (words[i + 1] is "who" or "which" or "the" or "a" or "an" or "both" or "whose" or "leaving" or "reading" or "better" or "accused") && cut - i <= LongestAside)
                {
                    return words[i + 1] is not ("the" or "a" or "an") || HasCut(first, i);
                }
            }
            return false;
        }
        return words[cut + 1] is "who" or "which" or "whose" or "leaving" or "reading" && words[verb - 1] == ",";
    }

    /// <summary>Most tokens of a relative clause between a speaker and the verb of saying.</summary>
    private const int LongestAside = 25;

    private bool IsInRelative(VerbGroup verb, int cut)
    {
        for (var i = verb.First - 1; i > cut; i--)
        {
            if (words[i] is "who" or "which" or "that" or "whose")
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>"X said that …", "X told Y that …", "X quotes Y as saying that …": the outer first, then what stands within.</summary>
    private void Prefixes(List<SpeechFrame> frames, List<VerbGroup> groups, int first, int end)
    {
        var from = first;
        for (var g = 0; g < groups.Count && groups[g].First < end; g++)
        {
            var (lemma, last) = Said(groups, g);
            var group = groups[g];
            var carried = Carried(group, end);
            var named = carried < 0 ? Named(group, end) : -1;
            if (carried >= 0 || named >= 0)
            {
                (lemma, last) = (carried >= 0 ? "report" : "say", group.End);
            }
            if (lemma is null && group is { Lemma: "speak" or "talk", IsFinite: true, Mood: VerbMood.Asserted } && NominalContent(groups, g, group.End, end) < end)
            {
                (lemma, last) = ("report", group.End);
            }
            if (lemma is null || group.First <= from && words[from] is not ("it" or "residents") || group.Negated)
            {
                continue;
            }
            var content = carried >= 0 ? carried : named >= 0 ? named : ContentStart(groups, g, lemma, last, end);
            if (content >= end)
            {
                continue;
            }
            var start = SubjectStart(from, group.First);
            var who = new Stretch(start, NounPhraseEnd(start, group.First));
            // "entered the town and said that": the verb of saying shares the subject of the one before it.
            if (words[group.First - 1] is "and" or "but" or "then" && groups.Find(x => x.IsFinite && x.First > start && x.First < group.First && words[x.First - 1] is not ("who" or "which" or "that")) is { } shared)
            {
                who = new Stretch(start, NounPhraseEnd(start, shared.First));
                start = group.First;
            }
            var quotes = lemma == "quote" && content - group.End > 2;
            if (quotes)
            {
                frames.Add(new SpeechFrame(new(content, end), new(start, content), who, "report") { Depth = 2 + frames.Count });
                frames.Add(new SpeechFrame(new(content, end), new(start, content), new(group.End, content - 2), "say") { Depth = 3 + frames.Count });
            }
            else if (lemma is "learn" && !group.Passive && By(last, content) is { IsEmpty: false } from1)
            {
                frames.Add(new SpeechFrame(new(content, end), new(start, content), who, "learn") { Depth = 2 + frames.Count });
                frames.Add(new SpeechFrame(new(content, end), new(start, content), from1, "say") { Depth = 3 + frames.Count });
            }
            else if (group.Passive && lemma is "tell" or "inform" or "learn" or "warn" or "hear" && By(last, content) is { IsEmpty: false } by)
            {
                if (words[start] != "it")
                {
                    frames.Add(new SpeechFrame(new(content, end), new(start, content), who, "hear") { Depth = 2 });
                }
                frames.Add(new SpeechFrame(new(content, end), new(start, content), by, lemma) { Depth = 3 });
            }
            else
            {
                frames.Add(new SpeechFrame(new(content, end), new(start, content), group.Passive && lemma != "quote" ? default : who, lemma) { Depth = 2 + frames.Count });
            }
            from = content;
        }
    }
}
