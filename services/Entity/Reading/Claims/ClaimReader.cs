using Truceline.Entity.Reading.Claims.Assertions;
using Truceline.Entity.Reading.Claims.Coding;
using Truceline.Entity.Reading.Claims.Grammar;
using Truceline.Entity.Reading.Claims.Learned;
using Truceline.Entity.Reading.Claims.Rules;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Claims;

/// <summary>
/// Takes claims from a text by rules over its clauses: duties, deeds, denials and statements, each with the characters that say it.
/// Holds no state; safe to share between threads.
/// </summary>
/// <param name="models">Where claims are cut, who says them and what they assert, as it was learned.</param>
internal sealed class ClaimReader(ClaimModels models)
{
    private readonly ClauseArbiter? _arbiter = models.Judge is null ? null : new ClauseArbiter(models.Judge);

    /// <summary>Longest sentence that is read, in tokens; longer runs are lists and tables, not prose.</summary>
    private const int LongestSentence = 250;

    private readonly IClaimRule[] _rules = [new CommitmentRules(), new DenialRules(), new EventRules(), new StatementRules()];

    /// <summary>Loaded with the first text; all readers share it.</summary>
    private static readonly Lazy<SyntaxReader> Syntax = new(SyntaxReader.Load);

    private readonly ClaimCoding _coding = new();

    /// <summary>A reader with the cuts and speakers that come with the assembly, which tells by rules alone what clauses assert.</summary>
    public ClaimReader()
        : this(ClaimModels.Default with { Judge = null })
    {
    }

    /// <summary>The claims of a text in order of their evidence; empty when it makes none.</summary>
    public IReadOnlyList<ClaimDraft> Read(
        SegmentedText text, ReportHeader header, IReadOnlyList<NamedEntity> entities, IReadOnlyList<DateMention> dates, IReadOnlyList<QuantityMention> quantities)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(header);
        var builder = new ClaimBuilder(header);
        var assertions = new AssertionRules(models);
        var claims = new List<(ClaimDraft Claim, bool IsLead)>();
        var views = new List<SentenceView>();
        foreach (var view in Views(text, header, entities, dates, quantities))
        {
            views.Add(view);
            claims.AddRange(OfSentence(view, builder, assertions).Select(c => (c, view.IsLead)));
        }
        if (views.Count == 0)
            return [];
        var (words, index) = (views[0].Words, views[0].Index);
        return _coding.Code(words.Source, index, ClaimLinks.Add(WithCounts(LeadFolding.Fold(claims, words.Source.Text), [.. ViolationCounts.Read(views)])));
    }

    /// <summary>The sentences of a text one after another, each with what those before it told.</summary>
    public static IEnumerable<SentenceView> Views(
        SegmentedText text, ReportHeader header, IReadOnlyList<NamedEntity> entities, IReadOnlyList<DateMention> dates, IReadOnlyList<QuantityMention> quantities)
    {
        text = SingleQuotes.Doubled(text);
        var words = new Words(text, Syntax.Value);
        var index = new EntityIndex(text, entities, dates, quantities);
        var discourse = new Discourse(words, index);
        var isLead = true;
        for (var i = 0; i < text.Sentences.Count; i++)
        {
            var (first, end) = InBody(text, header, text.Sentences[i]);
            if (end <= first || end - first > LongestSentence)
                continue;
            var view = SentenceView.Of(words, index, discourse, first, end, isLead);
            if (view.Clauses.Count > 0)
                discourse.Told(view.Clauses[0].SubjectFirst, view.Clauses[0].SubjectEnd, view.Attributions.Any(a => !a.IsSource));
            yield return view;
            isLead = false;
        }
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
