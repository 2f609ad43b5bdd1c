using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;
using static Truceline.Entity.Reading.Claims.Assertions.Modes.ModeVocabulary;

namespace Truceline.Entity.Reading.Claims.Assertions.Modes;

/// <summary>Verbs that are themselves the act: accusing, demanding, denying, rejecting, refusing.</summary>
internal sealed class SpeechActRules(Words words)
{
    private static readonly FrozenSet<string> Entry = Words.Set("access entry passage permission");
    private static readonly FrozenSet<string> Denying = Lexicon.Set("denying");
    private static readonly FrozenSet<string> Rejecting = Lexicon.Set("rejecting");
    private static readonly FrozenSet<string> Charges = Lexicon.Nouns("charge");
    private static readonly FrozenSet<string> Accusing = Lexicon.Set("accusing");
    private static readonly FrozenSet<string> Demanding = Lexicon.Set("demanding");
    private static readonly FrozenSet<string> Figures = Lexicon.Nouns("figure");

    /// <summary>"denied", "rejected the charge", "ruled out that", "called it a lie", "will not admit".</summary>
    public Assertion? DenialByVerb(Part part)
    {
        var main = part.Main;
        if (main is null)
        {
            return null;
        }
        var active = main is { Mood: VerbMood.Asserted, Passive: false };
        if (active && Accusing.Contains(main.Lemma))
        {
            return Assertion.Of(ClaimKind.Statement, ClaimClasses.Accuse, AssertionMode.Asserted, "accusing-verb", 0.8) with { SubjectSpeaks = true };
        }
        if (active && !(main.Lemma == "ask" && part.Subject.IsEmpty) && (Demanding.Contains(main.Lemma) || main.Lemma == "call" && words[main.End] is "on" or "for" && !words.Any(part.Subject.First, part.Subject.End, Papers)))
        {
            return Assertion.Of(ClaimKind.Statement, ClaimClasses.Demand, AssertionMode.Asserted, "demanding-verb", 0.75) with { SubjectSpeaks = true };
        }
        // "put the number at ten": a figure is the subject's, and a standing one.
        if (active && !main.Negated && main.Lemma is "put" or "estimate" or "set" or "place" && words.Any(main.End, Math.Min(main.End + 4, part.End), Figures) && part.At("at") > main.End)
        {
            return Assertion.Of(ClaimKind.Statement, ClaimClasses.Say, AssertionMode.Asserted, "figure-put", 0.7) with { SubjectSpeaks = true };
        }
        var access = words.Any(main.End, Math.Min(main.End + 5, part.End), Entry);
        if (active && !main.Negated && Denying.Contains(main.Lemma) && !access)
        {
            return Assertion.Of(ClaimKind.Denial, ClaimClasses.DenyEvent, AssertionMode.Negated, "denying-verb", 0.85) with { SubjectSpeaks = true };
        }
        if (active && !main.Negated && Rejecting.Contains(main.Lemma))
        {
            return Assertion.Of(ClaimKind.Denial, part.Has(Charges) || words[main.End] is "that" ? ClaimClasses.DenyEvent : ClaimClasses.Refuse, AssertionMode.Negated, "rejecting-verb", 0.8) with { SubjectSpeaks = true };
        }
        // What experts or monitors call untrue is a finding of theirs.
        if (active && main.Lemma is "call" or "brand" && part.HasAny(Lies) && words.Any(part.Subject.First, part.Subject.End, Observers))
        {
            return Assertion.Of(ClaimKind.Statement, ClaimClasses.Say, AssertionMode.Negated, "called-untrue", 0.75) with { SubjectSpeaks = true };
        }
        if (active && (main.Lemma == "rule" && words[main.End] == "that" && main.Particle == "out" || main.Lemma == "wash" || main.Lemma is "call" or "brand" && part.HasAny(Lies)))
        {
            return Assertion.Of(ClaimKind.Denial, ClaimClasses.DenyEvent, AssertionMode.Negated, "ruled-out", 0.8) with { SubjectSpeaks = true };
        }
        // "distanced itself from the attack", "contests it", "put it down to thieves", "blamed others for it".
        if (active && !main.Negated && (main.Lemma == "distance" || main.Lemma is "contest" or "dispute" && (words[main.End] is "it" or "this" or "that" || part.Has(Charges)) || main.Lemma == "put" && words[main.End] is "it" or "this" or "that" && part.At("down", "to") >= 0 || main.Lemma is "shrug" or "play" or "laugh" && part.Has(Charges)))
        {
            return Assertion.Of(ClaimKind.Denial, ClaimClasses.DenyEvent, AssertionMode.Negated, "distancing", 0.75) with { SubjectSpeaks = true };
        }
        if (main is { Passive: false, Lemma: "refuse" or "decline" } && active && part.Groups.Exists(g => g.First >= main.End && g.Mood == VerbMood.Infinitive && g.Lemma is not "comment"))
        {
            return Assertion.Of(ClaimKind.Denial, ClaimClasses.Refuse, AssertionMode.Negated, "refusing-verb", 0.75) with { SubjectSpeaks = true };
        }
        return main.Negated && main.Lemma is "admit" or "acknowledge" or "concede"
            ? Assertion.Of(ClaimKind.Denial, ClaimClasses.DenyEvent, AssertionMode.Negated, "no-admission", 0.75) with { SubjectSpeaks = true } : null;
    }
}
