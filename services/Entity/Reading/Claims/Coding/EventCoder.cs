using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Claims.Coding;

/// <summary>
/// Codes what a sentence or clause tells in the words of PLOVER and ACLED: type, mode, context, and who did it to whom. By a lexicon of verbs and nouns and by how
/// verbs govern each other. Holds no state; safe to share between threads; any text is read.
/// </summary>
internal sealed class EventCoder
{
    /// <summary>Longest clause that is read, in tokens; what follows is left out.</summary>
    internal const int LongestClause = 200;

    private readonly EventPatterns _patterns = EventPatterns.Default;
    private readonly TypeReader _types = new(EventPatterns.Default);
    private readonly TargetWeights _weights;

    /// <summary>A coder with the weights that come with the assembly.</summary>
    public EventCoder()
        : this(TargetWeights.Default)
    {
    }

    /// <summary>A coder with other weights.</summary>
    public EventCoder(TargetWeights weights) => _weights = weights;

    /// <summary>Codes a stretch of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="clause">The stretch, a sentence or a part of one.</param>
    /// <returns>The code; null when no word tells an event.</returns>
    public EventCode? Code(SegmentedText text, TextSpan clause)
    {
        if (Analyse(text, clause) is not var (participants, predicates, reading))
            return null;
        var (source, target) = participants.Of(reading, predicates);
        var acled = AcledMapping.Of(reading.Type, reading.Mode, reading.Acled, participants.Words, Lower(text, source), Lower(text, target));
        return new EventCode(reading.Type, reading.Mode, EventContexts.Of(participants.Words), acled, source, target, reading.Confidence);
    }

    /// <summary>Candidates for the target, with the spans that they stand for; null where there is nothing to choose.</summary>
    public IReadOnlyList<(TextSpan? Span, ulong Features)>? TargetsOf(SegmentedText text, TextSpan clause)
    {
        if (Analyse(text, clause) is not var (participants, predicates, reading) || participants.Choice(reading, predicates) is not { Candidates: { } candidates } choice)
            return null;
        return candidates.ConvertAll(c => (participants.SpanOf(c.Phrase ?? choice.Target), c.Features));
    }

    private static string Lower(SegmentedText text, TextSpan? span) => span?.Of(text.Text).ToLowerInvariant() ?? "";

    private Analysis? Analyse(SegmentedText text, TextSpan clause)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = ClauseWords.Of(text, clause, _patterns);
        var predicates = PredicateFinder.Find(words);
        return _types.Read(words, predicates) is { } reading
            ? new Analysis(new Participants(words, PhraseFinder.Find(words, _patterns), _patterns, _weights), predicates, reading)
            : null;
    }

    private sealed record Analysis(Participants Participants, List<Predicate> Predicates, TypeReading Reading);
}
