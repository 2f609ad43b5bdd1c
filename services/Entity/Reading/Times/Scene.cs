using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Times;

/// <summary>The text as the grammar sees it: the words, the day that they are told from, and which way an expression points.</summary>
internal sealed class Scene(SegmentedText text, DateOnly reference)
{
    private readonly Lazy<bool?> _monthFirst = new(() => FigureOrder.IsMonthFirst(text));
    private (TextSpan Span, TextSpan Sentence) _asked;
    private Tense _tense;
    private readonly Lazy<DateOnly?> _dDay = new(() => Times.DDay.Find(text, reference));

    private readonly Lazy<DateOnly?> _truceStart = new(() => Times.TruceStart.Find(text, reference));

    public string Text => text.Text;

    public DateOnly Reference => reference;

    /// <summary>The sentence that is read.</summary>
    public TextSpan Sentence { get; set; }

    /// <summary>The last day told before that sentence; null when none was.</summary>
    public DateOnly? LastDay { get; set; }

    /// <summary>Whether the text's own dates in figures put the month first; null when none tells.</summary>
    public bool? IsMonthFirst => _monthFirst.Value;

    /// <summary>The D-day that the text names; null when it names none.</summary>
    public DateOnly? DDay => _dDay.Value;

    /// <summary>The day on which the truce that the text tells of began; null when it does not date it.</summary>
    public DateOnly? TruceStart => _truceStart.Value;

    /// <summary>Whether the words around a span speak of what was or of what is to come.</summary>
    public Tense TenseAt(TextSpan span)
    {
        // Several productions ask about one span.
        if (span == _asked.Span && Sentence == _asked.Sentence)
            return _tense;
        var start = Math.Max(Math.Min(Sentence.Start, span.Start), span.Start - TenseReader.Reach);
        var end = Math.Min(Math.Max(Sentence.End, span.End), span.End + TenseReader.Reach);
        _asked = (span, Sentence);
        return _tense = TenseReader.Read(Text[start..span.Start], Text[span.End..end]);
    }

    /// <summary>Whether the span follows a word of limit: "by", "until", "no later than" and the like.</summary>
    public bool IsLimited(TextSpan span) => Limits.Before(Text, span.Start) || Limits.After(Text, span.End);

    /// <summary>Whether the figure at a position is the number of a resolution, a unit or a count.</summary>
    public bool IsCode(int at) => YearContext.IsCode(Text, at);

    /// <summary>Whether a counted noun follows.</summary>
    public bool IsCount(int end) => YearContext.IsCount(Text, end);
}
