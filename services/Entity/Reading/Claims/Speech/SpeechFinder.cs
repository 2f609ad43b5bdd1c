using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Claims.Speech;

/// <summary>Finds who is said to say what in a sentence: before it ("X said that"), behind it (", X said"), around it, and by way of others.</summary>
internal sealed partial class SpeechFinder(Words words, EntityIndex index)
{
    private static readonly FrozenSet<string> Saying = Lexicon.Set("saying");
    private static readonly FrozenSet<string> Addressees = Words.Set("reporters journalists mediators parliament council television radio nation officers press lawmakers cabinet traders us him her them delegates assembly congress agency officials");
    private static readonly FrozenSet<string> Counting = Words.Set("reckoning count tally estimate account version telling view words reading eyes opinion toll figures");
    private static readonly FrozenSet<string> Showing = Words.Set("show shows showed suggest suggests suggested indicate indicates indicated reveal reveals revealed confirm confirms confirmed");
    private static readonly FrozenSet<string> Proofs = Lexicon.Nouns("finding");
    private static readonly FrozenSet<string> Naming = Lexicon.Set("naming");
    private static readonly FrozenSet<string> Publishing = Lexicon.Set("publishing");
    private static readonly FrozenSet<string> Messages = Lexicon.Nouns("message");
    private static readonly FrozenSet<string> Colon = Words.Set(":");
    private static readonly FrozenSet<string> Lives = Words.Set("life lives victims casualties");
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

    /// <summary>The first word of the sentence in which a token stands, article aside.</summary>
    private int FirstWord(int token)
    {
        var first = token;
        while (first > 0 && words[first - 1] is not ("." or "!" or "?" or ";" or "" or ","))
        {
            first--;
        }
        return words[first] is "the" or "a" ? first + 1 : first;
    }

    private static readonly FrozenSet<string> Tidings = Words.Set("word news report reports talk rumour message story version line account claim consensus verdict finding conclusion view understanding");

    /// <summary>The verb of saying of a group, and where it ends: of "is said to have told" the second; null when it is none.</summary>
    private (string? Lemma, int End) Said(List<VerbGroup> groups, int g)
    {
        var group = groups[g];
        if (group.IsFinite && group.Passive && group.Lemma is "say" or "report" or "believe" or "quote" or "allege" or "think")
        {
            var next = g + 1 < groups.Count && groups[g + 1].First == group.End && groups[g + 1].Mood == VerbMood.Infinitive ? groups[g + 1] : null;
            if (next is not null && Saying.Contains(next.Lemma))
            {
                return (next.Lemma, next.End);
            }
            return words[group.End] == "as" && words[group.End + 1] is "saying" or "telling" ? ("say", group.End + 2) : (null, 0);
        }
        if (!group.IsFinite || group.Mood is not (VerbMood.Asserted or VerbMood.Obligation))
        {
            return (null, 0);
        }
        // "has warned", "says"; "let it be known that", "made it clear that".
        if (group.Lemma is "let" or "make" && words[group.End] == "it" && words[group.End + 1] is "be" or "clear" or "plain")
        {
            return ("say", group.End + (words[group.End + 1] == "be" ? 3 : 2));
        }
        if (group.Lemma is "quote" or "cite" && !group.Passive)
        {
            for (var i = group.End; i < group.End + 8; i++)
            {
                if (words[i] == "as" && words[i + 1] is "saying" or "telling" or "having")
                {
                    return ("quote", i + 2);
                }
            }
            return (null, 0);
        }
        if (group.Lemma is "learn" or "hear")
        {
            return ("learn", group.End);
        }
        // "Word from inside the town is that …".
        if (group is { Lemma: "be", Mood: VerbMood.Asserted, Negated: false } && words[group.End] == "that" && Tidings.Contains(words[FirstWord(group.First)]))
        {
            return ("say", group.End);
        }
        // ", the envoy expects".
        if (group is { Lemma: "expect" or "hope" or "trust", Passive: false, Mood: VerbMood.Asserted } && words[group.End] is "" or "." or ",")
        {
            return (group.Lemma, group.End);
        }
        // "has claimed 400 lives" takes them and says nothing.
        if (group.Lemma is "claim" && words.Any(group.End, group.End + 7, Lives))
        {
            return (null, 0);
        }
        return Saying.Contains(group.Lemma) && (!group.Passive || group.Lemma is "tell" or "inform" or "warn") && group.Particle is null ? (group.Lemma, group.End) : (null, 0);
    }
}
