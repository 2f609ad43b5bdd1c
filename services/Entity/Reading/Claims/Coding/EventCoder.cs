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

    /// <summary>Codes a stretch of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="clause">The stretch, a sentence or a part of one.</param>
    /// <returns>The code; null when no word tells an event.</returns>
    public EventCode? Code(SegmentedText text, TextSpan clause)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = ClauseWords.Of(text, clause, _patterns);
        if (words.Count == 0)
            return null;
        var predicates = PredicateFinder.Find(words);
        if (_types.Read(words, predicates) is not { } reading)
            return null;
        var (source, target) = new Participants(words, PhraseFinder.Find(words, _patterns), _patterns).Of(reading, predicates);
        return new EventCode(reading.Type, reading.Mode, null, reading.Acled is { } acled ? AcledMapping.Code(acled) : null, source, target, reading.Confidence);
    }
}
