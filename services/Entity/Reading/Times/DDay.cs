using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Times;

/// <summary>The day from which a text counts "D+14": the date in the sentence that names the D-day.</summary>
internal static class DDay
{
    private static readonly string[] Names = ["D-Day", "D-day", "D Day", "D day", "(D)", "day D", "Day D"];

    public static DateOnly? Find(SegmentedText text, DateOnly reference)
    {
        foreach (var name in Names)
        {
            if (text.Text.IndexOf(name, StringComparison.Ordinal) is var at and >= 0 && text.SentenceAt(at) is { } sentence
                && In(text, sentence, reference) is { } day)
                return day;
        }
        return null;
    }

    /// <summary>The first day that a sentence tells; null when it tells none.</summary>
    public static DateOnly? In(SegmentedText text, Sentence sentence, DateOnly reference)
    {
        var lexemes = new List<Lexeme>();
        Lexer.Cut(text.Text, sentence.Span, lexemes);
        // Counts from the D-day itself would ask for it again.
        lexemes.RemoveAll(l => l.Kind == Lex.Other && l.Length == 1 && l.Capital);
        var scene = new Scene(text, reference) { Sentence = sentence.Span };
        foreach (var found in new Grammar(scene, lexemes, monthFirst: false).Parse())
        {
            if (found.Precision == DatePrecision.Day)
                return found.Start;
        }
        return null;
    }
}
