using Truceline.Entity.Reading.Claims.Assertions;
using Truceline.Entity.Reading.Claims.Speech;

namespace Truceline.Entity.Reading.Claims.Learned;

/// <summary>
/// Weighs what the rules make of a sentence against what the model believes: claims that it holds for none go, what it sees otherwise is told otherwise, parts that no rule tells of are told as statements when it is sure enough. Duties of the rules stand, and no deed, duty or denial is made that no rule tells: a false one weighs more than one that is missed.
/// What the model cannot express (who, to whom, how many, which stretch) stays with the rules. Thread-safe.
/// </summary>
/// <param name="judge">Who judges.</param>
internal sealed class ClauseArbiter(IClauseJudge judge)
{
    /// <summary>Belief from which the model is heard where rules have reasons that it does not see: standing facts and several happenings, told by numbers and dates, and denials.</summary>
    private const float Sure = 0.9f;

    /// <summary>Least share of the union by which one claim takes another's place.</summary>
    private const double SameStretch = 0.4;

    private readonly string _rule = $"clause-model/{judge.Version}";

    /// <summary>The claims of a sentence as they stand after the model was heard.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="builder">Makes claims.</param>
    /// <param name="assertions">The parts of the sentence, as they were read last.</param>
    /// <param name="claims">What the rules make of it.</param>
    public List<ClaimDraft> Decide(SentenceView view, ClaimBuilder builder, AssertionRules assertions, List<ClaimDraft> claims)
    {
        var signs = new ClauseSigns(view, builder.Reference);
        var kept = new List<ClaimDraft>();
        var made = new List<ClaimDraft>();
        foreach (var candidate in Candidates(view, assertions.Parts, claims))
        {
            var span = candidate.ByRules?.Evidence ?? view.SpanOf(candidate.Tokens.First, candidate.Tokens.End);
            if (judge.Judge(span, signs.Of(candidate), candidate.ByRules) is not { } verdict)
            {
                if (candidate.ByRules is { } left)
                    kept.Add(left);
            }
            else if (candidate.ByRules is { } claim)
            {
                if (Weighed(view, builder, assertions, candidate, claim, verdict) is { } weighed)
                    kept.Add(weighed);
            }
            else if (Best(verdict).Meaning().Kind is ClaimKind.Statement && 1 - verdict.Of(ClauseOutcome.None) >= judge.Bounds.Make)
                made.Add(Told(view, builder, assertions, candidate, verdict, Best(verdict)));
        }
        kept.AddRange(made.Where(m => !kept.Exists(k => Overlap(k.Evidence, m.Evidence) >= SameStretch)));
        return kept;
    }

    private ClaimDraft? Weighed(SentenceView view, ClaimBuilder builder, AssertionRules assertions, ClauseCandidate candidate, ClaimDraft claim, ClauseVerdict verdict)
    {
        // A duty the rules tell by its own words, and what sums up others is known by them: it stands.
        if (claim.Kind is ClaimKind.Commitment)
            return claim;
        if (verdict.Of(ClauseOutcome.None) >= (claim.Kind is ClaimKind.Denial ? Sure : judge.Bounds.Drop))
            return null;
        var best = Best(verdict);
        var (kind, mode) = best.Meaning();
        var bound = claim.Kind is ClaimKind.Denial ? Sure : judge.Bounds.Change;
        if ((kind == claim.Kind ? mode != claim.Mode : kind is ClaimKind.Statement) && verdict.Of(best) >= bound * (1 - verdict.Of(ClauseOutcome.None)))
        {
            return kind == claim.Kind
                ? Classed(claim with { Mode = mode, Rule = _rule, Confidence = Belief(verdict, best) }, verdict)
                : Told(view, builder, assertions, candidate, verdict, best) with { Evidence = claim.Evidence };
        }
        return Classed(claim, verdict);
    }

    /// <summary>A claim with class, background and repetition as the model has them.</summary>
    private ClaimDraft Classed(ClaimDraft claim, ClauseVerdict verdict)
    {
        var (index, belief) = verdict.ClassFor(claim.Kind, claim.Mode);
        var fits = ClauseClasses.IndexOf(claim.Class) is var own && (own == ClauseClasses.Open || ClauseClasses.Fits(own, claim.Kind, claim.Mode));
        var @class = index == ClauseClasses.Open ? (fits && own == ClauseClasses.Open ? claim.Class : ClauseClasses.General(claim.Kind)) : ClauseClasses.All[index];
        var isOther = @class != claim.Class && (belief >= judge.Bounds.Classify || !fits) && (!fits || index != ClauseClasses.Open || belief >= Sure);
        var background = Flag(claim.Background, verdict.Background);
        var repeated = Flag(claim.Repeated, verdict.Repeated);
        if (!isOther && background == claim.Background && repeated == claim.Repeated)
            return claim;
        return claim with { Class = isOther ? @class : claim.Class, Rule = isOther ? _rule : claim.Rule, Background = background, Repeated = repeated };
    }

    private static bool Flag(bool byRules, float belief) => belief >= Sure || (byRules && belief > 1 - Sure);

    private ClaimDraft Told(SentenceView view, ClaimBuilder builder, AssertionRules assertions, ClauseCandidate candidate, ClauseVerdict verdict, ClauseOutcome outcome)
    {
        var (kind, mode) = outcome.Meaning();
        var (index, _) = verdict.ClassFor(kind, mode);
        var @class = index == ClauseClasses.Open ? ClauseClasses.General(kind) : ClauseClasses.All[index];
        var speaks = candidate.Part is { Speech: null, Quoted: false, Subject.IsEmpty: false, Main.Passive: false }
            && (mode is AssertionMode.Threatened || kind is ClaimKind.Denial || @class is ClaimClasses.Accuse or ClaimClasses.Demand or ClaimClasses.Warn);
        var assertion = Assertion.Of(kind, @class, mode, _rule, Belief(verdict, outcome)) with
        {
            Background = verdict.Background >= 0.5f,
            Repeated = verdict.Repeated >= 0.5f,
            SubjectSpeaks = speaks,
        };
        return assertions.Told(view, builder, candidate.Part, assertion, candidate.Tokens);
    }

    private static double Belief(ClauseVerdict verdict, ClauseOutcome outcome) => Math.Clamp(Math.Round(verdict.Of(outcome), 3), 0.01, 1);

    /// <summary>The most believed outcome that is a claim.</summary>
    internal static ClauseOutcome Best(ClauseVerdict verdict)
    {
        var best = ClauseOutcome.Event;
        for (var outcome = ClauseOutcome.Event; (int)outcome < ClauseOutcomes.Count; outcome++)
        {
            if (verdict.Of(outcome) > verdict.Of(best))
                best = outcome;
        }
        return best;
    }

    private static List<ClauseCandidate> Candidates(SentenceView view, IReadOnlyList<Part> parts, List<ClaimDraft> claims)
    {
        var source = view.Words.Source;
        var found = new List<ClauseCandidate>();
        foreach (var claim in claims)
        {
            var (first, end) = source.TokensIn(claim.Evidence);
            var tokens = new Stretch(first, end);
            var part = parts.Where(p => Shared(p.Tokens, tokens) > 0).MaxBy(p => Overlap(p.Tokens, tokens));
            var own = part is not null && part.Tokens == tokens ? part : new Part(view.Words, tokens, part?.Speech, part?.Before, part?.Link) { Quoted = claim.IsQuote };
            found.Add(new ClauseCandidate(tokens, own, claim));
        }
        foreach (var part in parts)
        {
            if (part.End - part.Start >= 2 && part.Start >= view.First && part.End <= view.End && !found.Exists(f => Overlap(f.Tokens, part.Tokens) >= SameStretch))
                found.Add(new ClauseCandidate(part.Tokens, part, null));
        }
        found.Sort((a, b) => a.Tokens.First != b.Tokens.First ? a.Tokens.First.CompareTo(b.Tokens.First) : b.Tokens.End.CompareTo(a.Tokens.End));
        return [.. found.Select((c, i) => c with
        {
            Place = i,
            IsWithin = found.Exists(o => o != c && o.Tokens.First <= c.Tokens.First && o.Tokens.End >= c.Tokens.End),
            HasWithin = found.Exists(o => o != c && c.Tokens.First <= o.Tokens.First && c.Tokens.End >= o.Tokens.End),
        })];
    }

    private static int Shared(Stretch a, Stretch b) => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.First, b.First));

    private static double Overlap(Stretch a, Stretch b) => (double)Shared(a, b) / Math.Max(1, Math.Max(a.End, b.End) - Math.Min(a.First, b.First));

    private static double Overlap(TextSpan a, TextSpan b) =>
        (double)Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start)) / Math.Max(1, Math.Max(a.End, b.End) - Math.Min(a.Start, b.Start));
}
