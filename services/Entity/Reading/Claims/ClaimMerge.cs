namespace Truceline.Entity.Reading.Claims;

/// <summary>Puts together what the parts of a sentence assert and what its clauses tell by the families of rules: one stretch of text makes one claim.</summary>
internal static class ClaimMerge
{
    /// <summary>The claims of a sentence.</summary>
    /// <param name="parts">By part, with mode, speakers and counts.</param>
    /// <param name="clauses">By clause, more exact in span, object and term, but blind to mode.</param>
    public static List<ClaimDraft> Of(IReadOnlyList<ClaimDraft> parts, IReadOnlyList<ClaimDraft> clauses)
    {
        var kept = new List<ClaimDraft>();
        var used = new HashSet<int>();
        foreach (var part in parts)
        {
            var within = Enumerable.Range(0, clauses.Count).Where(i => !used.Contains(i) && IsWithin(clauses[i], part) && part.Rule is not ("absolute-deed" or Assertions.AssertionRules.NestedRule)).ToList();
            var same = within.Where(i => clauses[i].Kind == part.Kind).ToList();
            if (Yields(part, within.Select(i => clauses[i])))
            {
                continue;
            }
            // Several duties or deeds under one verb are claims of their own.
            var several = same.Count > 1 && part.Kind is ClaimKind.Commitment or ClaimKind.Event && part.Mode is AssertionMode.Promised or AssertionMode.Asserted;
            var found = several ? same.Select(i => Join(part, clauses[i]) with { Class = clauses[i].Class }).ToList()
                : same.Find(i => Overlap(clauses[i].Evidence, part.Evidence) >= LeastOverlap, -1) is var one and >= 0 ? [Join(part, clauses[one])]
                : same is [var only] && part.Rule != "cleft-promise" && IsPredicate(clauses[only], part) ? [Join(part, clauses[only])]
                : [part];
            used.UnionWith(same);
            kept.AddRange(found.Where(claim => claim.Rule is "noun-deed" or "absolute-deed" or Assertions.AssertionRules.NestedRule || !kept.Exists(k => IsCovered(k, claim))));
        }
        for (var i = 0; i < clauses.Count; i++)
        {
            if (!used.Contains(i) && !kept.Exists(k => IsCovered(k, clauses[i])))
            {
                kept.Add(clauses[i]);
            }
        }
        return kept;
    }

    private static int Find(this List<int> indexes, Func<int, bool> predicate, int none)
    {
        foreach (var i in indexes)
        {
            if (predicate(i))
            {
                return i;
            }
        }
        return none;
    }

    /// <summary>A duty or a denial that the clause tells outright goes before a doubt or a bare negation of the part.</summary>
    private static bool Yields(ClaimDraft part, IEnumerable<ClaimDraft> clauses) => part.Kind is ClaimKind.Statement && part.Mode is AssertionMode.Hypothetical or AssertionMode.Negated or AssertionMode.Asserted or AssertionMode.Planned
        && !part.Background && clauses.Any(c => c.Kind is ClaimKind.Commitment && part.Rule is "modal" or "negated" or "announced" || c.Kind is ClaimKind.Denial && (c.Speaker is not null || part.Chain.Count > 0) && part.Rule is not "negated")
        || (part.Rule is "other-deed" or "said" && clauses.Any(c => c.Kind is ClaimKind.Commitment))
        || part.Kind is ClaimKind.Denial && clauses.Any(c => c.Class is ClaimClasses.NoMilitaryAction);

    /// <summary>The clause is the part without a long subject.</summary>
    private static bool IsPredicate(ClaimDraft clause, ClaimDraft part) =>
        clause.Evidence.End == part.Evidence.End && part.Evidence.Length - clause.Evidence.Length > LongSubject;

    /// <summary>A subject that hides what was done, in characters.</summary>
    private const int LongSubject = 100;

    private static bool IsWithin(ClaimDraft clause, ClaimDraft part) => Shared(clause.Evidence, part.Evidence) * 2 > clause.Evidence.Length;

    private const double LeastOverlap = 0.5;

    private static ClaimDraft Join(ClaimDraft part, ClaimDraft clause) => part with
    {
        Class = IsGeneral(part.Class) ? clause.Class : part.Class,
        // A clause does not see where an aside or a charge is cut off from the part.
        Evidence = clause.Evidence.End > part.Evidence.End && clause.Evidence.Start < part.Evidence.End ? new TextSpan(clause.Evidence.Start, part.Evidence.End) : clause.Evidence,
        Confidence = Math.Max(part.Confidence, clause.Confidence),
        Rule = IsGeneral(part.Class) ? clause.Rule : part.Rule,
        Actors = clause.Actors.Count > 0 ? clause.Actors : part.Actors,
        Targets = clause.Targets.Count > 0 ? clause.Targets : part.Targets,
        Object = clause.Object ?? part.Object,
        ObjectEntities = clause.ObjectEntities,
        Place = clause.Place ?? part.Place,
        Date = clause.Date ?? part.Date,
        Deadline = clause.Deadline ?? part.Deadline,
        Quantities = clause.Quantities,
        Speaker = clause.Speaker ?? part.Speaker,
        Source = clause.Source ?? part.Source,
        IsQuote = part.IsQuote || clause.IsQuote,
    };

    /// <summary>Whether a class says no more than that something was done, promised or said.</summary>
    private static bool IsGeneral(string @class) => @class is "other" or ClaimClasses.OtherCommitment or ClaimClasses.Say;

    private static bool IsCovered(ClaimDraft kept, ClaimDraft claim) => Shared(kept.Evidence, claim.Evidence) * 2 > Math.Min(kept.Evidence.Length, claim.Evidence.Length);

    private static double Overlap(TextSpan a, TextSpan b) => (double)Shared(a, b) / (Math.Max(a.End, b.End) - Math.Min(a.Start, b.Start));

    private static int Shared(TextSpan a, TextSpan b) => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));
}
