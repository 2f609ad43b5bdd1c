using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;
using static Truceline.Entity.Reading.Claims.Assertions.Modes.ModeVocabulary;

namespace Truceline.Entity.Reading.Claims.Assertions.Modes;

/// <summary>What somebody agreed, pledged or is bound to do.</summary>
internal sealed class PromiseRules(Words words, EntityIndex index)
{
    private static readonly FrozenSet<string> Prescribing = Words.Set("prescribes provides demands requires stipulates agreed promised pledged");
    private static readonly FrozenSet<string> Perfect = Words.Set("have been");
    private static readonly FrozenSet<string> Pauses = Words.Set("truce ceasefire cease-fire pause moratorium armistice");
    private static readonly FrozenSet<string> TruceEnds = Words.Set("end collapse over dead void breach violation that");
    private static readonly FrozenSet<string> Firing = Words.Set("truce ceasefire cease-fire firing fire guns hostilities");
    private static readonly FrozenSet<string> Pledges = Words.Set("pledge pledges promise promises commitment commitments undertaking undertakings assurance assurances guarantee guarantees vow word");
    private static readonly FrozenSet<string> DeedSubjects = Words.Set("invasion attack offensive strike assault war collapse escalation incursion operation withdrawal vacuum");
    private static readonly FrozenSet<string> Meetings = Lexicon.Set("meeting");

    /// <summary>What somebody agreed, pledged or is bound to do.</summary>
    public Assertion? Promise(Part part)
    {
        var main = part.Main;
        if (main is null)
        {
            return part.Speech is { } vow && Promising.Contains(vow.Verb) && part.Groups.Count > 0 || part.Before is { Main: not null } before && IsDue(before) && part.Groups is [{ Mood: VerbMood.Infinitive }, ..]
                || part.Quoted && words[part.Start] == "no" && words[part.Start + 1] == "more"
                ? Assertion.Of(ClaimKind.Commitment, DutyClass.Of(words, part), AssertionMode.Promised, "promised-infinitive", 0.7) : null;
        }
        var nobody = main.Negated || words[part.Subject.First] is "neither" or "nobody" or "no" or "none";
        var gave = Promising.Contains(main.Lemma) && main.Mood is VerbMood.Asserted && !nobody && !(main.Passive && main.Lemma is not ("oblige" or "bind" or "commit" or "agree" or "resolve"))
            && (part.Groups.Exists(g => g.First >= main.End && g.Mood == VerbMood.Infinitive) || words[main.End] is "on" or "to" or "that" or "a" or "an" or "the" or "in" or "themselves" or "itself" or "himself" || main.Lemma is "undertake" or "pledge" or "promise")
            || part.Has("pledge") && main.Lemma is "renew" or "give" or "make" or "repeat" or "sign" || part.At("given", "a", "date") >= 0 || part.At("gave", "a", "date") >= 0 || part.At("word") >= 0 && main.Lemma == "give" || part.At("signed", "up", "to") >= 0
            || part.At("bound", "themselves") >= 0 || part.At("commit", "themselves") >= 0 || main.Lemma == "accept" && part.Has(Papers);
        // "declared a truce for the feast": one side binds itself.
        if (main is { Mood: VerbMood.Asserted, Passive: false, Negated: false, Lemma: "declare" or "announce" or "proclaim" or "call" or "offer" } && words.Find(main.End, Math.Min(main.End + 6, part.End), Pauses) is var pause && pause >= 0 && words.Find(main.End, pause, TruceEnds) < 0 && part.Speech is null && main.Lemma is not ("call" or "offer"))
        {
            return Assertion.Of(ClaimKind.Commitment, ClaimClasses.CeaseFire, AssertionMode.Promised, "declared-truce", 0.7);
        }
        // "secured a pledge from the factions to stop", "signed to withdraw".
        gave |= main is { Mood: VerbMood.Asserted, Negated: false } && (words.Find(main.End, Math.Min(main.End + 5, part.End), Pledges) is var pledge && pledge >= 0 && part.Groups.Exists(g => g.Mood == VerbMood.Infinitive && g.First > pledge)
                && main.Lemma is "secure" or "obtain" or "win" or "get" or "extract" or "receive" or "make" or "give" or "exact" or "offer" or "issue" or "wring"
            || main is { Passive: false, Lemma: "sign" or "initial" or "consent" or "bind" } && part.Groups.Find(g => g.Mood == VerbMood.Infinitive && g.First >= main.End) is { } what && !words.Any(main.End, what.First, Papers));
        if (gave)
        {
            return Assertion.Of(ClaimKind.Commitment, Duty(part), AssertionMode.Promised, main.Lemma == "be" && words[main.End] == "what" ? "cleft-promise" : "promise", 0.8);
        }
        if (part is { Link: "which", Before: { } noun } && words[part.Start] == "which" && main.Mood is VerbMood.Would or VerbMood.Obligation && !main.Negated && part.Speech is not null && DutyClass.Known(words, noun.Start, part.End) is { } of)
        {
            return Assertion.Of(ClaimKind.Commitment, of, AssertionMode.Promised, "relative-promise", 0.65);
        }
        if (part.Speech is { } speech && Promising.Contains(speech.Verb) && !IsPast(main))
        {
            return Assertion.Of(ClaimKind.Commitment, DutyClass.Of(words, part), AssertionMode.Promised, "promised-that", 0.75);
        }
        if (part.Link == "as" && main is { } as1 && Promising.Contains(as1.Lemma))
        {
            return Assertion.Of(ClaimKind.Commitment, Duty(part), AssertionMode.Promised, "as-promised", 0.75);
        }
        if (part.At("as") is var prescribe && prescribe > 0 && words.Any(prescribe, part.End, Prescribing))
        {
            return Assertion.Of(ClaimKind.Commitment, DutyClass.Of(words, part), AssertionMode.Promised, "as-prescribed", 0.7);
        }
        if (IsDue(part) && words[main.First] is not ("shall" or "must") && main.Lemma is "meet" or "visit" or "travel" or "attend" or "speak" or "arrive" or "fly" or "address")
        {
            return Assertion.Of(ClaimKind.Statement, DutyClass.OfPlan(words, part), AssertionMode.Planned, "arranged", 0.65);
        }
        // "is to ask for troops tomorrow": of what no paper binds to, arranged.
        if (IsDue(part) && words[main.First] is "is" or "are" && part.Speech is null && !part.Quoted && !part.Has(Papers) && DutyClass.Known(words, part) is null && !main.Passive)
        {
            return Assertion.Of(ClaimKind.Statement, DutyClass.OfPlan(words, part), AssertionMode.Planned, "arranged", 0.6);
        }
        if (IsDue(part) && !(words[main.First] is "must" && part.Speech is null && !part.Quoted && words.Any(part.Start, part.End, Perfect)))
        {
            return Assertion.Of(ClaimKind.Commitment, DutyClass.Of(words, part), AssertionMode.Promised, "duty", 0.75);
        }
        // "The guerrillas will …", "they would …": of one's own withdrawal, restraint or service.
        var will = words[main.First] is "will" or "'ll" or "shall" || main.Mood is VerbMood.Would && part.Speech is not null;
        if (will && main.Lemma is "honour" or "respect" or "abide" or "observe" or "uphold" or "comply" && DutyClass.Known(words, part) is null)
        {
            return Assertion.Of(ClaimKind.Commitment, words.Any(part.Start, part.End, Firing) ? ClaimClasses.CeaseFire : ClaimClasses.OtherCommitment, AssertionMode.Promised, "own-will", 0.65);
        }
        if (will && DutyClass.Known(words, part) is { } duty && !(main.Negated && !Restraint.Contains(main.Lemma)) && !part.Has("could") && main.Lemma != "be" && words[part.Subject.First] is not ("an" or "any" or "renewed") && !(words[part.Subject.First] == "a" && words.Any(part.Subject.First, part.Subject.End, DeedSubjects))
            && !(part.Speech is { Verb: "fear" or "predict" or "believe" or "warn" or "estimate" }))
        {
            return Assertion.Of(ClaimKind.Commitment, duty, AssertionMode.Promised, "own-will", 0.65);
        }
        // "will be signed on Friday": of what is set for a day.
        if (words[main.First] is "will" or "'ll" && !main.Negated && main.Mood is VerbMood.Obligation && part.Speech is null && !part.Quoted && !part.Has("if") && !part.Has(Papers) && (main.Passive || Meetings.Contains(main.Lemma)) && DutyClass.Known(words, part) is null && index.DatesIn(words.Source.SpanOf(part.Start, part.End - 1)).Any())
        {
            return Assertion.Of(ClaimKind.Statement, DutyClass.OfPlan(words, part), AssertionMode.Planned, "set-for-a-day", 0.6);
        }
        // "… while 5,000 soldiers move in": the present of a duty beside another.
        if (part.Before is { } other && IsDue(other) && part.Link is "while" or "and")
        {
            return Assertion.Of(ClaimKind.Commitment, DutyClass.Of(words, part), AssertionMode.Promised, "beside-duty", 0.6);
        }
        var present = part.Quoted && VerbLexicon.OfPresent(words[main.First]) is not null && main.Lemma is "return" or "leave" or "begin" or "start" or "withdraw" && index.DatesIn(words.Source.SpanOf(part.Start, part.End - 1)).Any();
        return present ? Assertion.Of(ClaimKind.Commitment, DutyClass.Of(words, part), AssertionMode.Promised, "present-duty", 0.6) : null;
    }

    /// <summary>The class of a duty; of "as they had undertaken to do" that of the part before it.</summary>
    private string Duty(Part part) => part is { Link: "as", Before: { } before } && part.Groups.Exists(g => g.Mood == VerbMood.Infinitive && g.Lemma == "do")
        ? DutyClass.Known(words, before.Start, part.End) ?? ClaimClasses.OtherCommitment : DutyClass.Of(words, part);

    private static bool IsPast(VerbGroup main) => main.Mood is VerbMood.Asserted && main.End - main.First == 1 && VerbLexicon.OfPast(main.Lemma) is not null;

    /// <summary>"shall", "must", "is to", "were to have", "should have gone" under an agreement.</summary>
    private bool IsDue(Part part)
    {
        if (part.Main is not { } main || part.Has("if"))
        {
            return false;
        }
        var word = words[main.First];
        var isTo = word is "is" or "are" or "was" or "were" && main.Mood is VerbMood.Obligation || word is "is" or "are" or "was" or "were" && words[main.End] == "to" && main.Lemma == "be" && VerbLexicon.OfBase(words[main.End + 1]) is not null
            || main.Mood is VerbMood.Obligation && words[main.First + 1] == "to";
        return isTo || word is "shall" or "must" || word == "should" && part.At("under") >= 0;
    }
}
