using Truceline.Entity.Reading.Claims.Assertions;
using Truceline.Entity.Reading.Claims.Coding;
using Truceline.Entity.Reading.Claims.Grammar;
using Truceline.Entity.Reading.Claims.Learned;
using Truceline.Entity.Reading.Claims.Rules;
using Truceline.Entity.Reading.Syntax;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Claims;

/// <summary>
/// Takes claims from a text by rules over its clauses: duties, deeds, denials and statements, each with the characters that say it.
/// Holds no state; safe to share between threads.
/// </summary>
/// <param name="judge">Judges what the rules make of parts of sentences; null to read by rules alone.</param>
internal sealed class ClaimReader(IClauseJudge? judge = null)
{
    private readonly ClauseArbiter? _arbiter = judge is null ? null : new ClauseArbiter(judge);

    /// <summary>Longest sentence that is read, in tokens; longer runs are lists and tables, not prose.</summary>
    private const int LongestSentence = 250;

    private readonly IClaimRule[] _rules = [new CommitmentRules(), new DenialRules(), new EventRules(), new StatementRules()];

    /// <summary>Loaded with the first text; all readers share it.</summary>
    private static readonly Lazy<SyntaxParser> Parser = new(SyntaxParser.Load);

    private readonly ClaimCoding _coding = new();

    /// <summary>The claims of a text in order of their evidence; empty when it makes none.</summary>
    public IReadOnlyList<ClaimDraft> Read(
        SegmentedText text, ReportHeader header, IReadOnlyList<NamedEntity> entities, IReadOnlyList<DateMention> dates, IReadOnlyList<QuantityMention> quantities)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(header);
        text = SingleQuotes.Doubled(text);
        var words = new Words(text, Parser.Value);
        var index = new EntityIndex(text, entities, dates, quantities);
        var discourse = new Discourse(words, index);
        var builder = new ClaimBuilder(header);
        var assertions = new AssertionRules();
        var claims = new List<(ClaimDraft Claim, bool IsLead)>();
        var views = new List<SentenceView>();
        var isLead = true;
        foreach (var sentence in text.Sentences)
        {
            var (first, end) = InBody(text, header, sentence);
            if (end <= first || end - first > LongestSentence)
                continue;
            var view = SentenceView.Of(words, index, discourse, first, end, isLead);
            if (view.Clauses.Count > 0)
                discourse.Told(view.Clauses[0].SubjectFirst, view.Clauses[0].SubjectEnd, view.Attributions.Any(a => !a.IsSource));
            views.Add(view);
            claims.AddRange(OfSentence(view, builder, assertions).Select(c => (c, view.IsLead)));
            isLead = false;
        }
        return _coding.Code(text, index, ClaimLinks.Add(WithCounts(LeadFolding.Fold(claims, text.Text), [.. ViolationCounts.Read(views)])));
    }

    // What is counted by place is told by the counts, and not once more by a claim over the same words.
    private static IReadOnlyList<ClaimDraft> WithCounts(IReadOnlyList<ClaimDraft> claims, List<ClaimDraft> counts) => counts.Count == 0
        ? claims
        : [.. claims.Where(c => c.Kind != ClaimKind.Event || !counts.Exists(t => c.Evidence.Contains(t.Evidence))).Concat(counts).OrderBy(c => c.Evidence.Start)];

    private List<ClaimDraft> OfSentence(SentenceView view, ClaimBuilder builder, AssertionRules assertions)
    {
        var parts = assertions.Read(view, builder);
        var byClause = _rules.SelectMany(rule => rule.Read(view, builder)).ToList();
        var kept = ClaimMerge.Of(parts, byClause);
        kept = _arbiter?.Decide(view, builder, assertions, kept) ?? kept;
        kept.Sort((a, b) => a.Evidence.Start.CompareTo(b.Evidence.Start));
        return kept;
    }

    private static (int First, int End) InBody(SegmentedText text, ReportHeader header, Sentence sentence)
    {
        var (first, end) = (sentence.FirstToken, sentence.EndToken);
        while (first < end && text.Tokens[first].Span.Start < header.Body.Start)
            first++;
        if (header.DatelinePlace is { } place && sentence.Span.Contains(place))
            first = Math.Max(first, AfterDateline(text, place, end));
        while (end > first && text.Tokens[end - 1].Span.End > header.Body.End)
            end--;
        return (first, end);
    }

    /// <summary>The token after the agency's bracket or the dash that closes a dateline; that of the place itself when neither is near.</summary>
    private static int AfterDateline(SegmentedText text, TextSpan place, int end)
    {
        var start = text.FirstTokenAfter(place.Start);
        var last = start;
        for (var i = start; i < end && i < start + LongestDateline; i++)
        {
            if (text.TextOf(i) is "-" or "--" or "–" or "—")
                return i + 1;
            // "Geneva (Switzerland), Mar 2 (Reuters) Envoys met": the last bracket counts.
            if (text.Is(i, ")"))
                last = i + 1;
        }
        return last;
    }

    /// <summary>Most tokens of a dateline: place, country, date, agency.</summary>
    private const int LongestDateline = 16;
}
