using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Claims.Rules;

/// <summary>Denials: what somebody says did not or will not happen.</summary>
internal sealed class DenialRules : IClaimRule
{
    private static readonly FrozenSet<string> Denying = Words.Set("deny refute");
    private static readonly FrozenSet<string> Dismissing = Words.Set("reject dismiss");
    private static readonly FrozenSet<string> Charges = Words.Set("accusation accusations charge charges report reports claim claims allegation allegations suggestion suggestions");
    private static readonly FrozenSet<string> Attacks = Words.Set(
        "assault offensive attack attacks operation operations action strike strikes airstrikes invasion incursion intervention shelling missiles bombing raid raids advance");
    private static readonly FrozenSet<string> Aggressive = Words.Set("attack intervene advance invade assault shell bomb strike escalate deploy retaliate fire test-fire");
    private static readonly FrozenSet<string> Refusing = Words.Set("leave withdraw retreat surrender disarm pull accept");
    private static readonly FrozenSet<string> No = Words.Set("no");

    public IEnumerable<ClaimDraft> Read(SentenceView view, ClaimBuilder builder)
    {
        for (var i = 0; i < view.Clauses.Count; i++)
        {
            if (view.IsFrame(view.Clauses[i].Verb.Head))
                continue;
            if (Explicit(view, builder, i) is { } denial)
                yield return denial;
            else if (Negated(view, builder, view.Clauses[i]) is { } negation)
                yield return negation;
        }
    }

    private static ClaimDraft? Explicit(SentenceView view, ClaimBuilder builder, int position)
    {
        var clause = view.Clauses[position];
        var verb = clause.Verb;
        if (verb is not { Mood: VerbMood.Asserted, Negated: false, Passive: false })
            return null;
        var (subject, subjectEnd) = SentenceView.SubjectOf(clause);
        var dismisses = Dismissing.Contains(verb.Lemma) && view.Words.Any(verb.End, clause.End, Charges);
        if (!dismisses && (!Denying.Contains(verb.Lemma) || view.Words.Any(verb.End, Math.Min(verb.End + 5, clause.End), Access)))
            return null;
        var end = view.ContentOf(position)?.End ?? clause.End;
        // "a charge the army denied": what is denied stands before.
        var first = end == verb.End && subjectEnd > subject ? subject : verb.First;
        var claim = builder.Build(view, ClaimKind.Denial, ClaimClasses.DenyEvent, first, end, AssertionMode.Negated, 0.85, "denying-verb");
        var speaker = view.Discourse.Speaker(subject, subjectEnd) ?? claim.Speaker;
        view.Discourse.Spoke(speaker);
        return claim with { Speaker = speaker, Actors = [] };
    }

    private static readonly FrozenSet<string> Access = Words.Set("access entry passage");

    private static ClaimDraft? Negated(SentenceView view, ClaimBuilder builder, Clause clause)
    {
        var verb = clause.Verb;
        var words = view.Words;
        if (verb.Mood is VerbMood.Possible || words[verb.First] is "must" or "shall")
            return null;
        var no = words.Find(clause.SubjectFirst, clause.End, No);
        var nothing = no >= 0 && words.Any(no + 1, Math.Min(no + 4, clause.End), Attacks);
        var never = verb.Negated && (Aggressive.Contains(verb.Lemma) || words.Any(verb.First, clause.End, Attacks) || clause.Infinitives.Any(x => Aggressive.Contains(x.Lemma)));
        var refuses = verb.Negated && Refusing.Contains(verb.Lemma) && verb.Mood is VerbMood.Would or VerbMood.Obligation;
        if (!nothing && !never && !(refuses && verb.Negated) || view.SpeechAt(verb.Head) is null && verb.Mood is not VerbMood.Asserted)
            return null;
        var first = clause.SubjectEnd > clause.SubjectFirst ? clause.SubjectFirst : verb.First;
        var @class = nothing || never ? ClaimClasses.NoMilitaryAction : ClaimClasses.DenyEvent;
        var (subject, subjectEnd) = SentenceView.SubjectOf(clause);
        return builder.Build(view, ClaimKind.Denial, @class, first, clause.End, AssertionMode.Negated, 0.75, "negated-attack") with
        {
            Actors = view.Discourse.Actors(subject, subjectEnd),
        };
    }
}
