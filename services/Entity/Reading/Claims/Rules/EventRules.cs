using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Claims.Rules;

/// <summary>Deeds: what is reported to have happened. What is promised, feared, denied or long past is none.</summary>
internal sealed class EventRules : IClaimRule
{
    /// <summary>Longest subject that is shown with its verb, in characters; a longer one hides what was done.</summary>
    private const int LongestSubject = 100;

    /// <summary>The same where the subject is whom it was done to.</summary>
    private const int LongestVictim = 150;

    /// <summary>How old an event may be at most to be news, in days.</summary>
    private const int OldestDays = 366;

    private static readonly FrozenSet<string> Reducing = Words.Set("after since if when while as until unless whether once " + Clause.Contact);
    private static readonly FrozenSet<string> Wars = Words.Set("war conflict insurgency crackdown uprising");

    public IEnumerable<ClaimDraft> Read(SentenceView view, ClaimBuilder builder)
    {
        for (var i = 0; i < view.Clauses.Count; i++)
        {
            var clause = view.Clauses[i];
            if (clause.Verb is not { Mood: VerbMood.Asserted, Negated: false } || IsPromised(view, i) || IsAside(view, clause))
            {
                continue;
            }
            var subject = SentenceView.SubjectOf(clause);
            if (EventLexicon.Of(view.Words, clause.Verb, subject, clause.End) is not { } @class || IsNothing(view, clause, subject))
            {
                continue;
            }
            if (IsToll(view, i))
            {
                continue;
            }
            var first = ShowsSubject(view, clause) ? clause.SubjectFirst : clause.Verb.First;
            var end = Tail.Cut(view.Words, clause);
            if (CauseOf(view, i) is { } cause)
            {
                (@class, end) = (cause.Class, cause.End);
            }
            var claim = builder.Build(view, ClaimKind.Event, @class, first, end, AssertionMode.Asserted, 0.75, "asserted-verb");
            if (IsBackground(view, clause, claim, builder))
            {
                continue;
            }
            yield return WithRoles(view, clause, subject, claim);
        }
    }

    /// <summary>"shelled the market and killed six", "fell on the town, and three were hurt": the toll of the deed before it.</summary>
    private static bool IsToll(SentenceView view, int position)
    {
        var clause = view.Clauses[position];
        if (position == 0 || !Tolls.Contains(clause.Verb.Lemma) || clause.Link is not ("and" or ",") || view.Clauses[position - 1].Verb is not { Mood: VerbMood.Asserted, Negated: false } before)
        {
            return false;
        }
        var deed = EventLexicon.Of(view.Words, before, SentenceView.SubjectOf(view.Clauses[position - 1]), view.Clauses[position - 1].End);
        return deed?.StartsWith("assault", StringComparison.Ordinal) == true && !view.IsFrame(before.Head);
    }

    private static readonly FrozenSet<string> Tolls = Words.Set("kill wound injure hurt die perish maim");

    /// <summary>"were killed when a shell landed on …": what killed them is the event.</summary>
    private static (string Class, int End)? CauseOf(SentenceView view, int position)
    {
        if (view.Clauses[position].Verb is not { Passive: true, Lemma: "kill" or "wound" or "injure" } || position + 1 >= view.Clauses.Count)
        {
            return null;
        }
        var next = view.Clauses[position + 1];
        return next.Link is "when" or "after" && next.Verb.Mood is VerbMood.Asserted && !view.IsFrame(next.Verb.Head)
            && EventLexicon.Of(view.Words, next.Verb, SentenceView.SubjectOf(next), next.End) is { } @class
            ? (@class, next.End)
            : null;
    }

    private static ClaimDraft WithRoles(SentenceView view, Clause clause, (int First, int End) subject, ClaimDraft claim)
    {
        var doers = view.Discourse.Actors(subject.First, subject.End);
        var others = clause.Verb.End < clause.End ? view.Index.ActorsIn(view.SpanOf(clause.Verb.End, clause.End)) : [];
        if (claim.Class is ClaimClasses.Meeting)
        {
            return claim with { Actors = [.. doers.Union(People(view, others))] };
        }
        if (Observing.Contains(clause.Verb.Lemma))
        {
            return clause.Verb.Passive ? claim : claim with { Source = claim.Source ?? view.Discourse.Speaker(subject.First, subject.End) };
        }
        if (!clause.Verb.Passive)
        {
            return claim with { Actors = doers, Targets = [.. others.Except(doers)] };
        }
        var by = view.Words.Find(clause.Verb.End, clause.End, By);
        var agents = by < 0 ? [] : view.Discourse.Actors(by + 1, clause.End);
        return claim with { Actors = agents, Targets = doers };
    }

    /// <summary>Of those named after "met": people and bodies, not the states that only tell whence they come.</summary>
    private static IEnumerable<string> People(SentenceView view, IReadOnlyList<string> ids) =>
        ids.Where(id => view.Index.Entities.Any(e => e.Id == id && e.Type is EntityType.Person or EntityType.Organisation));

    private static readonly FrozenSet<string> Observing = Words.Set("record hear register report observe");

    private static readonly FrozenSet<string> By = Words.Set("by");

    private static bool ShowsSubject(SentenceView view, Clause clause) =>
        clause.SubjectEnd > clause.SubjectFirst && clause.SharesSubjectOf is null
        && !clause.IsRelative
        && view.SpanOf(clause.SubjectFirst, clause.SubjectEnd).Length <= (clause.Verb.Passive ? LongestVictim : LongestSubject);

    /// <summary>What somebody is urged, feared or accused to do stands after a verb that takes its truth away.</summary>
    private static bool IsPromised(SentenceView view, int position) =>
        position > 0 && view.Clauses[position].Link is "that" or "whether" && Unsettling.Contains(view.Clauses[position - 1].Verb.Lemma);

    private static readonly FrozenSet<string> Unsettling = Words.Set(
        "deny reject dismiss fear hope warn accuse agree demand urge promise pledge threaten doubt suspect want expect plan refuse question");

    /// <summary>"hours after X did": what came just before is news as well; "five weeks after" is not.</summary>
    private static bool IsRecent(Words words, int subject) =>
        words[subject - 1] == "after" && words[subject - 2] is "hours" or "minutes" or "shortly" or "hour" or "days" or "day";

    private static bool IsAside(SentenceView view, Clause clause) =>
        (clause.Link is not null && Reducing.Contains(clause.Link) && !(clause.Link == "after" && IsRecent(view.Words, clause.SubjectFirst)))
        || view.IsFrame(clause.Verb.Head)
        || (clause.SubjectFirst > view.First && clause.SubjectFirst == clause.SubjectEnd && Reducing.Contains(view.Words[clause.Verb.First - 1]));

    /// <summary>"No shots were fired": a subject or object that is none.</summary>
    private static bool IsNothing(SentenceView view, Clause clause, (int First, int End) subject) =>
        (subject.End > subject.First && view.Words[subject.First] is "no" or "neither" or "none") || view.Words[clause.Verb.End] is "no" or "neither";

    private static bool IsBackground(SentenceView view, Clause clause, ClaimDraft claim, ClaimBuilder builder)
    {
        var (first, end) = SentenceView.SubjectOf(clause);
        var wholeWar = view.Words.Any(first, end, Wars) || (view.Words[first] is "it" && claim.Quantities.Any(q => q.Kind == QuantityKind.Fatalities));
        var old = claim.Date is { } date && date.End < builder.Reference.AddDays(-OldestDays);
        var total = claim.Quantities.Any(q => q.IsBackground) && claim.Class is not ClaimClasses.DisplacePeople;
        return wholeWar || old || total;
    }
}
