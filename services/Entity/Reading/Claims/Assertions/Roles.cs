using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;
using Truceline.Entity.Reading.Claims.Speech;

namespace Truceline.Entity.Reading.Claims.Assertions;

/// <summary>Who did it and to whom, and with what: from subject, object and agent of the part's verb.</summary>
internal static class Roles
{
    private static readonly FrozenSet<string> Prepositions = Words.Set("in on at near from to with after before during since for over around along into outside by as when while , ; that which who where and");

    private static readonly FrozenSet<string> Suspecting = Words.Set("believe suspect think presume say report allege know expect understand assume rumour accuse");

    /// <summary>Behind "by" these tell until when, and no agent.</summary>
    private static readonly FrozenSet<string> Terms = Words.Set(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december tomorrow tonight noon midnight dawn dusk nightfall then now mistake chance accident night day land sea air road rail foot");

    /// <summary>A claim with its actors, targets and instruments.</summary>
    public static ClaimDraft Of(SentenceView view, Part part, Assertion assertion, ClaimDraft draft, string? lastSubject, string? possessor)
    {
        var words = view.Words;
        var (actors, targets) = Stretches(words, part, assertion);
        var actorPhrases = Phrases(words, actors, lastSubject, possessor);
        if (assertion.Kind is ClaimKind.Commitment && part.Speech is { } speech && assertion.Rule is "promised-that" or "promised-infinitive" || assertion.Kind is ClaimKind.Commitment && part.Speech is { Verb: "assure" or "promise" or "pledge" or "vow" })
        {
            actorPhrases = [.. actorPhrases, AssertionRules.Phrase(words, part.Speech!.Who)];
        }
        if (assertion.Kind is ClaimKind.Commitment && part.Main is { Passive: true } && actors.IsEmpty)
        {
            actorPhrases = [.. actorPhrases, AssertionRules.Phrase(words, part.Subject)];
        }
        if (assertion.Kind is ClaimKind.Commitment)
        {
            actorPhrases = [.. actorPhrases, .. Bound(words, part)];
        }
        var ids = actors.IsEmpty ? draft.Actors : view.Discourse.Actors(actors.First, actors.End);
        return draft with
        {
            Actors = ids,
            ActorPhrases = [.. actorPhrases.Distinct()],
            Targets = targets.IsEmpty ? draft.Targets : [.. view.Index.ActorsIn(view.SpanOf(targets.First, targets.End)).Except(ids)],
            TargetPhrases = Phrases(words, targets, lastSubject, null),
            Instruments = view.Index.In(draft.Evidence).Where(m => m.Entity.Type is EntityType.Weapon or EntityType.MilitaryPlatform).Select(m => m.Entity.Id).Distinct().ToList(),
        };
    }

    private static (Stretch Actors, Stretch Targets) Stretches(Words words, Part part, Assertion assertion)
    {
        var main = part.Main;
        if (assertion.Rule == "noun-deed" && assertion.Tokens is { } noun)
        {
            for (var i = noun.First; i < noun.End; i++)
            {
                if (words[i] is "'s" || words[i].EndsWith("'s", StringComparison.Ordinal))
                {
                    return (new(noun.First, i), new(noun.First, i));
                }
            }
            return (default, default);
        }
        if (main is null)
        {
            return Verbless(words, part);
        }
        var subject = part.Subject;
        if (part.IsRelative && subject.IsEmpty && part.Before is { } before)
        {
            subject = before.Subject;
        }
        // "Clashes erupted between A and B", "a meeting between A and B": those between whom it was did it.
        if (subject.End > subject.First && (DeedLexicon.OfNoun(words[subject.First]) ?? DeedLexicon.OfNoun(words[subject.First + 1]) ?? DeedLexicon.OfNoun(words[subject.First + 2])) is not null && Between(words, part) is { IsEmpty: false } both)
        {
            return (both, default);
        }
        var agent = Agent(words, main.End, part.End);
        // "airstrip closed to flights by soldiers": the short passive of a headline.
        var headline = !agent.IsEmpty && main.End - main.First == 1 && VerbLexicon.OfParticiple(words[main.Head]) is not null && words[main.End] is "to" or "by" or "for" or "from" or "at" or "near" or "in" or "on";
        // "is believed to plan", "are suspected of having planted": the subject of the doubt did it.
        if (main.Passive && agent.IsEmpty && Suspecting.Contains(main.Lemma) && (words[main.End] is "to" && words[main.End + 1] is not "be" || words[main.End] is "of"))
        {
            return (subject, default);
        }
        if (main.Passive || headline)
        {
            return (agent, subject);
        }
        // "came under fire", "lost their legs": the subject suffers it.
        var suffers = words[main.End] == "under" || main.Lemma is "lose" or "die" || assertion.Class is ClaimClasses.Release && main.Lemma is "go";
        return suffers ? (default, subject) : (subject, Object(words, Telling(words, part, main, assertion).End, part.End));
    }

    /// <summary>Of several verbs with one subject ("dug in, blindfolded twenty men and left") the one that tells the class of the deed.</summary>
    private static VerbGroup Telling(Words words, Part part, VerbGroup main, Assertion assertion)
    {
        if (assertion.Kind is not ClaimKind.Event)
        {
            return main;
        }
        var verbs = part.Groups.FindAll(g => g.IsFinite && (g == main || g.First > main.End && words[g.First - 1] is "," or "and"));
        for (var i = 0; i < verbs.Count; i++)
        {
            var end = i + 1 < verbs.Count ? verbs[i + 1].First : part.End;
            if (DeedClass.Of(words, verbs[i], verbs[i].First, end) == assertion.Class)
            {
                return verbs[i];
            }
        }
        return main;
    }

    private static (Stretch Actors, Stretch Targets) Verbless(Words words, Part part)
    {
        var by = Agent(words, part.Start, part.End);
        var participle = part.Start;
        while (participle < part.End && (VerbLexicon.OfParticiple(words[participle]) is null || words[participle] is "dead"))
        {
            participle++;
        }
        var first = part.Start;
        if (by.IsEmpty && part.Groups.Find(g => g.Mood == VerbMood.Infinitive) is { } infinitive)
        {
            return (new(first, infinitive.First), default);
        }
        return (by, new(first, Math.Min(participle, part.End)));
    }

    private static Stretch Agent(Words words, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (words[i] != "by" || words.IsNumber(i + 1) || Terms.Contains(words[i + 1]) || VerbLexicon.OfProgressive(words[i + 1]) is not null && !words[i + 1].EndsWith("ing", StringComparison.Ordinal))
            {
                continue;
            }
            var to = i + 1;
            while (to < end && words[to] is not ("," or "at" or "who" or "in" or "on" or "near" or "after" or ";") && !(words[to] == "and" && words[to + 1] is "that" or "was" or "were"))
            {
                to++;
            }
            return new(i + 1, to);
        }
        return default;
    }

    private static Stretch Between(Words words, Part part)
    {
        var at = part.At("between");
        if (at < 0 || words.IsNumber(at + 1))
        {
            return default;
        }
        var end = at + 1;
        while (end < part.End && words[end] is not ("in" or "on" or "at" or "near" or "outside" or "over" or "is" or "was" or "are" or "were" or "has" or "had" or "will" or "erupted" or "broke" or "who" or "which"))
        {
            end++;
        }
        return new(at + 1, end);
    }

    private static Stretch Object(Words words, int first, int end)
    {
        var at = first;
        if (words[at] is "at" or "on" or "in" or "into" or "up" or "out" or "through" or "off" or "down")
        {
            at++;
        }
        if (words[at] is "on" or "at")
        {
            at++;
        }
        var to = at;
        while (to < end && (to == at || !Prepositions.Contains(words[to])))
        {
            to++;
        }
        return new(at, Math.Max(at, to));
    }

    /// <summary>Those whom a duty binds, where the subject is what is done: "is what X and Y have bound themselves to", "X's jets".</summary>
    private static IEnumerable<string> Bound(Words words, Part part)
    {
        foreach (var group in part.Groups.Where(g => g.IsFinite && g != part.Main && g.First > part.Start))
        {
            var first = group.First;
            while (first > part.Start && words[first - 1] is not ("what" or "that" or "which" or "," or "if" or "when" or "after" or "will"))
            {
                first--;
            }
            if (first < group.First)
            {
                yield return AssertionRules.Phrase(words, new(first, group.First));
            }
        }
        // "only after …, will the army return": the subject stands behind the modal.
        for (var i = part.Start; i < part.End - 1; i++)
        {
            if (words[i] is "will" or "would" or "shall" && words[i + 1] is "the" or "a" or "both")
            {
                var to = i + 2;
                while (to < part.End && VerbLexicon.OfBase(words[to]) is null)
                {
                    to++;
                }
                yield return AssertionRules.Phrase(words, new(i + 1, to));
            }
        }
        if (part.At(",") is var comma && comma > 0 && comma + 1 < part.End && part.Groups.Find(g => g.IsFinite && g.First > comma) is { } main && main.First > comma + 1)
        {
            yield return AssertionRules.Phrase(words, new(comma + 1, main.First));
        }
    }

    private static List<string> Phrases(Words words, Stretch tokens, string? lastSubject, string? possessor)
    {
        var phrases = new List<string>();
        if (tokens.IsEmpty)
        {
            return phrases;
        }
        var phrase = AssertionRules.Phrase(words, tokens);
        if (words[tokens.First] is "it" or "they" or "he" or "she" or "we" && (possessor ?? lastSubject) is { } named)
        {
            phrase = named;
        }
        if (phrase.Length > 0)
        {
            phrases.Add(phrase);
        }
        if (possessor is not null && possessor != phrase)
        {
            phrases.Add(possessor);
        }
        return phrases;
    }
}
