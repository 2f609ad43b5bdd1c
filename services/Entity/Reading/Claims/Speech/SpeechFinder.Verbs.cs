using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Claims.Speech;

internal sealed partial class SpeechFinder
{
    /// <summary>Most tokens between "that" and the verb of its clause.</summary>
    private const int LongestSubject = 14;

    /// <summary>Verbs whose clause behind "that" is no report: what is brought about, agreed, felt or asked.</summary>
    private static readonly FrozenSet<string> Causing = Words.Set(
        "ensure mean see be have do make require demand provide agree order arrange decide propose recommend request insist ask urge pray wish hope want dream care fear doubt deny accuse realise realize discover imply entail decree prescribe rule stipulate guarantee pledge promise vow accept concur secure regret forget know think believe expect suspect");
    private static readonly FrozenSet<string> Lives = Words.Set("life lives victims casualties");

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
            for (var i = group.End + 1; group.Lemma == "quote" && i < group.End + 8 && words[i - 1] is not ("," or ";"); i++)
            {
                if (words[i] == "as" && words[i + 1] is "saying" or "telling" or "having")
                {
                    return ("say", i + 2);
                }
            }
            return words[group.End] == "as" && words[group.End + 1] is "saying" or "telling" ? ("say", group.End + 2) : (null, 0);
        }
        if (!group.IsFinite || group.Mood is not (VerbMood.Asserted or VerbMood.Obligation))
        {
            return (null, 0);
        }
        // "has warned", "says"; "let it be known that", "made it clear that".
        if (group.Lemma == "make" && words[group.End] is "clear" or "plain" or "known" or "public" && words[group.End + 1] == "that")
        {
            return ("say", group.End + 1);
        }
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
        // "The imam has it that …".
        if (group is { Lemma: "have", Mood: VerbMood.Asserted } && words[group.End] == "it" && words[group.End + 1] == "that")
        {
            return ("say", group.End + 1);
        }
        // ", the envoy expects", ", a panel found".
        if (group is { Lemma: "expect" or "hope" or "trust" or "find" or "establish" or "learn" or "gather", Passive: false, Mood: VerbMood.Asserted } && words[group.End] is "" or "." or ",")
        {
            return (group.Lemma, group.End);
        }
        // "has claimed 400 lives" takes them and says nothing.
        if (group.Lemma is "claim" && words.Any(group.End, group.End + 7, Lives))
        {
            return (null, 0);
        }
        // Whatever the verb, a clause behind "that" is what its subject says, unless it is what the subject brings about.
        if (group is { Mood: VerbMood.Asserted, Passive: false, Negated: false } && words[group.End] == "that" && !Causing.Contains(group.Lemma) && !Saying.Contains(group.Lemma) && words[group.First - 1] is not ("it" or "which" or "that" or "this" or "all")
            && g + 1 < groups.Count && groups[g + 1] is { IsFinite: true } clause && clause.First - group.End is > 1 and <= LongestSubject)
        {
            return ("say", group.End);
        }
        return Saying.Contains(group.Lemma) && (!group.Passive || group.Lemma is "tell" or "inform" or "warn") && group.Particle is null ? (group.Lemma, group.End) : (null, 0);
    }
}
