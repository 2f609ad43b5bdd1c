using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Claims;

/// <summary>A sentence as the rules see it: its clauses, who says what in it, and what stands in quotation marks.</summary>
internal sealed class SentenceView
{
    private SentenceView(Words words, EntityIndex index, Discourse discourse, int first, int end)
    {
        (Words, Index, Discourse, First, End) = (words, index, discourse, first, end);
        Quotes = Quotations.In(words, first, end);
        var clauses = ClauseFinder.Find(words, first, end, index.IsDate);
        Attributions = new AttributionFinder(words, index, discourse).Find(first, end, clauses);
        Clauses = clauses.Select(CutAtFrames).ToList();
    }

    public Words Words { get; }

    public EntityIndex Index { get; }

    public Discourse Discourse { get; }

    /// <summary>First token.</summary>
    public int First { get; }

    /// <summary>One past the last token, final marks excluded.</summary>
    public int End { get; }

    public IReadOnlyList<Clause> Clauses { get; }

    public IReadOnlyList<Attribution> Attributions { get; }

    public IReadOnlyList<TextSpan> Quotes { get; }

    /// <summary>It is the first of the report proper, which sums up what follows.</summary>
    public bool IsLead { get; init; }

    /// <summary>Analyses the tokens [first, end) and tells the discourse who spoke.</summary>
    public static SentenceView Of(Words words, EntityIndex index, Discourse discourse, int first, int end, bool isLead)
    {
        while (end > first && words[end - 1] is "." or "!" or "?" or "…" or "...")
            end--;
        return new SentenceView(words, index, discourse, first, end) { IsLead = isLead };
    }

    /// <summary>Characters from one token to the one before another.</summary>
    public TextSpan SpanOf(int first, int end) => Words.Source.SpanOf(first, Math.Max(first, end - 1));

    /// <summary>The speaker of what stands at a token: of the frames that cover it the nearest before it, else the nearest after it; null when nobody is reported to say it.</summary>
    public Attribution? SpeechAt(int token) =>
        Attributions.Where(a => !a.IsSource && a.Covers(token)).OrderBy(a => a.Frame.First > token).ThenBy(a => Math.Abs(a.Frame.First - token)).FirstOrDefault();

    /// <summary>Whose report the words at a token are, besides a speaker: "according to …", or the outer of two frames.</summary>
    public Attribution? SourceAt(int token) =>
        Attributions.FirstOrDefault(a => a.IsSource && a.Covers(token))
        ?? Attributions.LastOrDefault(a => a.Covers(token) && SpeechAt(token) is { } inner && a != inner && a.Frame.First > token && inner.Frame.First < token);

    /// <summary>Whether the token is among words that only report who said it.</summary>
    public bool IsFrame(int token) => Attributions.Any(a => a.Frames(token));

    /// <summary>The clause that a "that" joins to the one at an index, or that follows it without a joint; null when there is none.</summary>
    public Clause? ContentOf(int clause) =>
        clause + 1 < Clauses.Count && Clauses[clause + 1].Link is "that" or "whether" && !IsFrame(Clauses[clause + 1].Verb.Head)
            ? Clauses[clause + 1]
            : null;

    /// <summary>The tokens of a clause's subject, its own or the shared one.</summary>
    public static (int First, int End) SubjectOf(Clause clause) => clause switch
    {
        { SharesSubjectOf: { } other } => (other.SubjectFirst, other.SubjectEnd),
        _ => (clause.SubjectFirst, clause.SubjectEnd),
    };

    private Clause CutAtFrames(Clause clause)
    {
        var frame = Attributions.Where(a => a.Frame.First >= clause.Verb.End && a.Frame.First < clause.End)
            .Select(a => a.Frame.First).DefaultIfEmpty(clause.End).Min();
        while (frame > clause.Verb.End && Words[frame - 1] is "," or ";" or "--" or "and")
            frame--;
        // A subject does not reach back over the words that report it ("he said …").
        var subject = Attributions.Where(a => a.Frame.First < clause.SubjectEnd && a.Frame.End > clause.SubjectFirst && a.Frame.End <= clause.SubjectEnd
            && !a.Frames(clause.Verb.Head)).Select(a => a.Frame.End).DefaultIfEmpty(clause.SubjectFirst).Max();
        while (subject < clause.SubjectEnd && Words[subject] is ",")
            subject++;
        return clause with { End = frame, SubjectFirst = subject };
    }
}
