using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Assertions;
using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Claims.Rules;

/// <summary>Duties: what somebody agreed or is obliged to do, each one a claim of its own.</summary>
internal sealed class CommitmentRules : IClaimRule
{
    private static readonly FrozenSet<string> Promises = Words.Set("agree pledge undertake promise vow commit oblige bind swear guarantee require");
    private static readonly FrozenSet<string> Doubts = Words.Set("doubt fear question suspect expect think believe hope deny threaten warn");
    private static readonly FrozenSet<string> Provisions = Words.Set("entail provide call include envisage stipulate foresee require involve");
    private static readonly FrozenSet<string> Texts = Words.Set(
        "agreement deal accord pact truce ceasefire plan document memorandum statement treaty protocol roadmap resolution this it which that arrangement terms");
    private static readonly FrozenSet<string> Articles = Words.Set("the a an new full immediate complete phased mutual total swift gradual simultaneous mobile joint");

    public IEnumerable<ClaimDraft> Read(SentenceView view, ClaimBuilder builder)
    {
        for (var i = 0; i < view.Clauses.Count; i++)
        {
            var clause = view.Clauses[i];
            if (clause.Verb.Negated && !IsBan(view, clause))
            {
                continue;
            }
            foreach (var claim in ReadClause(view, builder, clause, i))
            {
                view.Discourse.LastCommitment = claim;
                yield return claim;
            }
        }
    }

    private static IEnumerable<ClaimDraft> ReadClause(SentenceView view, ClaimBuilder builder, Clause clause, int position)
    {
        var verb = clause.Verb;
        if (Promises.Contains(verb.Lemma) && verb.Mood is VerbMood.Asserted && !verb.Negated && !IsNobody(view, clause))
        {
            foreach (var claim in Promised(view, builder, clause))
            {
                yield return claim;
            }
        }
        if (IsProvision(view, clause))
        {
            foreach (var claim in Nominal(view, builder, clause))
            {
                yield return claim;
            }
        }
        else
        {
            foreach (var claim in Modal(view, builder, clause, position))
            {
                yield return claim;
            }
        }
    }

    /// <summary>"agreed to A and to B": a claim for each infinitive that "and" or a comma joins.</summary>
    private static IEnumerable<ClaimDraft> Promised(SentenceView view, ClaimBuilder builder, Clause clause)
    {
        var pieces = Infinitives.Coordinated(view.Words, clause);
        for (var i = 0; i < pieces.Count; i++)
        {
            var (start, verb) = pieces[i];
            var end = i + 1 < pieces.Count ? pieces[i + 1].Start : Math.Max(Tail.Cut(view.Words, clause), verb.End);
            var known = ActionLexicon.OfVerb(view.Words, verb.Lemma, verb.First, end);
            var first = i == 0 && clause.Verb.Lemma is not ("oblige" or "require" or "bind" or "commit") ? clause.Verb.First : start;
            var claim = builder.Build(view, ClaimKind.Commitment, known ?? DutyClass.Known(view.Words, first, end) ?? ClaimClasses.OtherCommitment, first, end, AssertionMode.Promised,
                known is null ? 0.5 : 0.85, "promise-infinitive");
            yield return Complete(view, claim, clause, verb.End, end);
        }
    }

    /// <summary>"shall withdraw", "must be restored", "would cease" in reported speech.</summary>
    private static IEnumerable<ClaimDraft> Modal(SentenceView view, ClaimBuilder builder, Clause clause, int position)
    {
        if (!IsOwed(view, clause, position))
        {
            yield break;
        }
        var others = clause.Verb.Passive ? [] : Infinitives.Bare(view.Words, clause.Verb.End, clause.End);
        var end = others.Count > 0 ? others[0].Start : clause.End;
        if (ModalDuty(view, builder, clause with { End = end }, position) is { } first)
        {
            yield return first;
        }
        for (var i = 0; i < others.Count; i++)
        {
            end = i + 1 < others.Count ? others[i + 1].Start : clause.End;
            if (ActionLexicon.OfVerb(view.Words, others[i].Verb.Lemma, others[i].Start, end) is not { } known)
            {
                continue;
            }
            var claim = builder.Build(view, ClaimKind.Commitment, known, others[i].Start, end, AssertionMode.Promised, 0.7, "modal-duty");
            yield return Complete(view, claim, clause, others[i].Verb.End, end);
        }
    }

    private static bool IsOwed(SentenceView view, Clause clause, int position)
    {
        var mood = clause.Verb.Mood;
        if (!IsBan(view, clause) && mood is not (VerbMood.Obligation or VerbMood.Would))
        {
            return false;
        }
        if (mood is VerbMood.Would && (IsDoubted(view, position) || (view.SpeechAt(clause.Verb.Head) is null && !GovernedByPromise(view, position))))
        {
            return false;
        }
        return clause.Link is not ("if" or "unless" or "whether") && !Condition(view, clause);
    }

    private static ClaimDraft? ModalDuty(SentenceView view, ClaimBuilder builder, Clause clause, int position)
    {
        var verb = clause.Verb;
        var (subject, subjectEnd) = SentenceView.SubjectOf(clause);
        var isBan = IsBan(view, clause);
        var start = subjectEnd > subject && clause.SharesSubjectOf is null ? subject : verb.First;
        var known = isBan ? ClaimClasses.Refrain : ActionLexicon.OfVerb(view.Words, verb.Lemma, verb.Passive ? start : verb.First, clause.End)
            ?? ActionLexicon.OfVerb(view.Words, verb.Lemma, start, clause.End) ?? ActionLexicon.OfVerb(view.Words, verb.Lemma, subject, subjectEnd);
        if (known is null)
        {
            return null;
        }
        var claim = builder.Build(view, ClaimKind.Commitment, known, start, clause.End, AssertionMode.Promised,
            verb.Mood is VerbMood.Would ? 0.65 : 0.8, "modal-duty");
        if (clause.LeadIn.End > clause.LeadIn.First && view.Index.DatesIn(view.SpanOf(clause.LeadIn.First, clause.LeadIn.End)).Any(d => d.IsLimit))
        {
            claim = claim with { Evidence = view.SpanOf(clause.LeadIn.First, clause.End) };
        }
        var complete = Complete(view, claim, clause, verb.End, clause.End);
        // "agreed that … would cease": those who agreed are bound.
        return complete.Actors.Count == 0 && GovernedByPromise(view, position)
            ? complete with { Actors = ActorsOf(view, view.Clauses[position - 1]) }
            : complete;
    }

    private static IReadOnlyList<string> ActorsOf(SentenceView view, Clause clause)
    {
        var (first, end) = SentenceView.SubjectOf(clause);
        return view.Discourse.Actors(first, end);
    }

    /// <summary>"provides for the withdrawal of …", "agreed on an exchange of …".</summary>
    private static IEnumerable<ClaimDraft> Nominal(SentenceView view, ClaimBuilder builder, Clause clause)
    {
        var words = view.Words;
        var heads = new List<int>();
        for (var i = clause.Verb.End; i < clause.End; i++)
        {
            var isTruce = words[i] is "ceasefire" or "truce" or "cease-fire" && clause.Verb.Lemma == "agree";
            if (ActionLexicon.IsNoun(words[i]) && (isTruce || words[i + 1] is "of" or "to" or "from" or "between" or "by" or "in" or "groups"))
            {
                heads.Add(i);
            }
        }
        for (var i = 0; i < heads.Count; i++)
        {
            var end = i + 1 < heads.Count ? NounPhraseStart(words, heads[i + 1]) : clause.End;
            var first = NounPhraseStart(words, heads[i]);
            if (ActionLexicon.OfNoun(words, heads[i], end) is not { } known)
            {
                continue;
            }
            var claim = builder.Build(view, ClaimKind.Commitment, known, first, end, AssertionMode.Promised, 0.75, "nominal-duty");
            claim = Complete(view, claim, clause, heads[i] + 1, end) with { Actors = clause.Verb.Lemma == "agree" ? ActorsOf(view, clause) : [] };
            if (words[clause.SubjectFirst] is "this" or "it" or "that" && view.Discourse.LastCommitment is { } before)
            {
                claim = claim with { Deadline = claim.Deadline ?? before.Deadline, Place = claim.Place ?? before.Place };
            }
            yield return claim;
        }
    }

    private static ClaimDraft Complete(SentenceView view, ClaimDraft claim, Clause clause, int first, int end)
    {
        var (subject, subjectEnd) = SentenceView.SubjectOf(clause);
        var (actorFirst, actorEnd) = clause.Verb.Passive ? Agent(view.Words, clause.Verb.End, end) : (subject, subjectEnd);
        var actors = view.Discourse.Actors(actorFirst, actorEnd);
        if (actors.Count > 0)
        {
            view.Discourse.Parties = actors.Count > 1 ? actors : view.Discourse.Parties;
        }
        var (from, to) = clause.Verb.Passive ? (subject, subjectEnd) : (first, end);
        return claim with
        {
            Actors = actors,
            Object = from < to ? view.SpanOf(from, to).Of(view.Words.Source.Text) : null,
            ObjectEntities = from < to ? view.Index.In(view.SpanOf(from, to)).Select(m => m.Entity.Id).Distinct().ToList() : [],
        };
    }

    private static (int First, int End) Agent(Words words, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (words[i] == "by" || (words[i] == "of" && i > first && words[i - 1] is "groups" or "help"))
            {
                return (i + 1, end);
            }
        }
        return (first, first);
    }

    private static int NounPhraseStart(Words words, int head)
    {
        var first = head;
        while (Articles.Contains(words[first - 1]))
        {
            first--;
        }
        return first;
    }

    private static bool IsProvision(SentenceView view, Clause clause)
    {
        var verb = clause.Verb;
        if (verb.Lemma == "agree")
        {
            return view.Words[verb.End] == "on" || view.Words[verb.End] == "to" && clause.Infinitives.Count == 0;
        }
        if (!Provisions.Contains(verb.Lemma) || verb.Mood is VerbMood.Possible)
        {
            return false;
        }
        var (first, end) = SentenceView.SubjectOf(clause);
        return view.Words.Any(first, end, Texts);
    }

    /// <summary>"neither side may …", "shall not", "shall carry no …": a prohibition.</summary>
    private static bool IsBan(SentenceView view, Clause clause)
    {
        var words = view.Words;
        var modal = words[clause.Verb.First];
        var (first, end) = SentenceView.SubjectOf(clause);
        // "no armed civilians will be allowed to enter"
        if (clause.Verb is { Passive: true, Lemma: "allow" or "permit" } && (clause.Verb.Negated || words[first] == "no"))
        {
            return clause.Verb.Mood is VerbMood.Obligation;
        }
        if (modal is not ("may" or "shall" or "must"))
        {
            return false;
        }
        return clause.Verb.Negated || (end > first && words[first] is "neither" or "no") || words[clause.Verb.End] == "no";
    }

    /// <summary>"Neither side agreed to …": nobody did.</summary>
    private static bool IsNobody(SentenceView view, Clause clause)
    {
        var (first, end) = SentenceView.SubjectOf(clause);
        return first < end && view.Words[first] is "neither" or "none" or "nobody" or "no";
    }

    /// <summary>"doubted that the rebels would …": what is doubted, feared or expected is not promised.</summary>
    private static bool IsDoubted(SentenceView view, int position) =>
        position > 0 && view.Clauses[position].Link == "that" && Doubts.Contains(view.Clauses[position - 1].Verb.Lemma);

    private static bool GovernedByPromise(SentenceView view, int position) =>
        position > 0 && view.Clauses[position].Link == "that" && Promises.Contains(view.Clauses[position - 1].Verb.Lemma);

    private static bool Condition(SentenceView view, Clause clause) =>
        view.Words.Any(clause.Verb.End, clause.End, IfWords) || view.Clauses.Any(c => c.Link is "if" or "unless");

    private static readonly FrozenSet<string> IfWords = Words.Set("if unless");
}
