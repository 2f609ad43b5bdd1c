using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Claims.Rules;

/// <summary>What somebody says, warns of, demands or charges others with, where it is neither a deed nor a duty.</summary>
internal sealed class StatementRules : IClaimRule
{
    /// <summary>Fewest words that make a quotation a statement and not a phrase lifted out of one.</summary>
    private const int FewestWords = 5;

    private static readonly FrozenSet<string> Accusing = Words.Set("accuse blame condemn denounce criticise criticize");
    private static readonly FrozenSet<string> Demanding = Words.Set("urge demand appeal");
    private static readonly FrozenSet<string> Threatening = Words.Set("threaten");
    private static readonly FrozenSet<string> Consequences = Words.Set("unleash trigger lead cause face spark provoke derail destabilise mean result risk push");
    private static readonly FrozenSet<string> Texts = Words.Set("agreement deal accord pact plan document it memorandum");

    public IEnumerable<ClaimDraft> Read(SentenceView view, ClaimBuilder builder)
    {
        var claims = new List<ClaimDraft>();
        claims.AddRange(Quoted(view, builder));
        for (var i = 0; i < view.Clauses.Count; i++)
        {
            var clause = view.Clauses[i];
            if ((Act(view, builder, i) ?? Possible(view, builder, clause) ?? Conditional(view, builder, i)) is { } claim && !claims.Exists(c => c.Evidence.Overlaps(claim.Evidence)))
                claims.Add(claim);
        }
        foreach (var speech in view.Attributions.Where(a => !a.IsSource))
        {
            if (Indirect(view, builder, speech) is { } claim && !claims.Exists(c => c.Evidence.Overlaps(claim.Evidence)))
                claims.Add(claim);
        }
        return claims;
    }

    private static IEnumerable<ClaimDraft> Quoted(SentenceView view, ClaimBuilder builder)
    {
        foreach (var quote in view.Quotes)
        {
            var (first, end) = view.Words.Source.TokensIn(quote);
            if (end - first < FewestWords)
                continue;
            var claim = builder.Build(view, ClaimKind.Statement, ClaimClasses.Say, first, end, AssertionMode.Asserted, 0.9, "quotation");
            // A quotation without a frame goes on with the last speaker's words.
            yield return claim with { IsQuote = true, Speaker = claim.Speaker ?? view.Discourse.Speaker(first, first) };
        }
    }

    /// <summary>"accused", "urged", "called on", "threatened": the verb is the statement.</summary>
    private static ClaimDraft? Act(SentenceView view, ClaimBuilder builder, int position)
    {
        var clause = view.Clauses[position];
        var verb = clause.Verb;
        if (verb is not { Mood: VerbMood.Asserted, Negated: false, Passive: false } || view.IsFrame(verb.Head))
            return null;
        var (subject, subjectEnd) = SentenceView.SubjectOf(clause);
        var calls = verb.Lemma == "call" && view.Words[verb.End] is "for" or "on" && !view.Words.Any(subject, subjectEnd, Texts);
        var (@class, mode) = verb.Lemma switch
        {
            var v when Accusing.Contains(v) => (ClaimClasses.Accuse, AssertionMode.Asserted),
            var v when Demanding.Contains(v) || calls => (ClaimClasses.Demand, AssertionMode.Asserted),
            var v when Threatening.Contains(v) => (ClaimClasses.Warn, AssertionMode.Hypothetical),
            _ => (null, AssertionMode.Asserted),
        };
        if (@class is null || clause.End <= verb.End)
            return null;
        var claim = builder.Build(view, ClaimKind.Statement, @class, verb.First, view.ContentOf(position)?.End ?? clause.End, mode, 0.8, "speech-act");
        var speaker = view.Discourse.Speaker(subject, subjectEnd) ?? claim.Speaker;
        view.Discourse.Spoke(speaker);
        return claim with { Speaker = speaker, Targets = view.Index.ActorsIn(claim.Evidence).Where(a => a != speaker).ToList() };
    }

    private static ClaimDraft? Possible(SentenceView view, ClaimBuilder builder, Clause clause)
    {
        var verb = clause.Verb;
        var would = verb.Mood is VerbMood.Would && Consequences.Contains(verb.Lemma);
        var might = verb.Mood is VerbMood.Possible && view.Words[verb.First] is "could" or "might";
        if (view.SpeechAt(verb.Head) is not { } speech || !(would || might))
            return null;
        var first = clause.SubjectEnd > clause.SubjectFirst && clause.SharesSubjectOf is null ? clause.SubjectFirst : verb.First;
        return builder.Build(view, ClaimKind.Statement, ClaimClasses.Warn, first, clause.End, AssertionMode.Hypothetical,
            speech.Verb == "warn" ? 0.85 : 0.7, "hypothetical");
    }

    /// <summary>"would return fire if …".</summary>
    private static ClaimDraft? Conditional(SentenceView view, ClaimBuilder builder, int position)
    {
        var clause = view.Clauses[position];
        if (clause.Verb.Mood is not (VerbMood.Would or VerbMood.Obligation) || position + 1 >= view.Clauses.Count || view.Clauses[position + 1].Link is not ("if" or "unless"))
            return null;
        var end = view.Clauses[position + 1].End;
        return builder.Build(view, ClaimKind.Statement, ClaimClasses.Warn, clause.First, end, AssertionMode.Conditional, 0.7, "conditional");
    }

    private static ClaimDraft? Indirect(SentenceView view, ClaimBuilder builder, Attribution speech)
    {
        var (first, end) = speech.Content;
        foreach (var other in view.Attributions.Where(a => a != speech))
        {
            if (other.Frame.First >= first && other.Frame.First < end)
                end = other.Frame.First;
            else if (other.Frame.End > first && other.Frame.First < first)
                first = Math.Max(first, other.Frame.End);
        }
        if (end - first < FewestWords || !view.Clauses.Any(c => c.Verb.First >= first && c.Verb.Head < end))
            return null;
        return builder.Build(view, ClaimKind.Statement, speech.Verb == "warn" ? ClaimClasses.Warn : ClaimClasses.Say, first, end,
            speech.Verb == "warn" ? AssertionMode.Hypothetical : AssertionMode.Asserted, 0.6, "indirect-speech");
    }
}
