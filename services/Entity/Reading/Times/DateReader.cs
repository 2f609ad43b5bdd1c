using System.Buffers;
using Truceline.Entity.Reading.Coordinates;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Times;

/// <summary>
/// Finds the dates and periods that a text speaks of and resolves them against the day of the report. Times of day, sets ("every Friday") and holidays
/// are not read, nor is what can't be placed ("in recent weeks"). Only sentences that hold a word or figure of time are parsed. Thread-safe; takes any text.
/// </summary>
/// <param name="monthFirst">Whether "4/5" is the fifth of April where a text does not tell by its other dates.</param>
internal sealed class DateReader(bool monthFirst = false)
{
    private static readonly SearchValues<char> Figures = SearchValues.Create("0123456789-/. ");

    private const int LongestSentence = 4_000;
    private const int GroupDigits = 6;

    /// <summary>Reads up to the end of the report's body, its dateline included.</summary>
    /// <returns>Mentions in order of the text; their spans are not empty and don't overlap.</returns>
    public IReadOnlyList<DateMention> Read(SegmentedText text, ReportHeader header)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(header);
        var mentions = new List<DateMention>();
        foreach (var found in Find(text, header))
        {
            // In a language that is not known only figures mean what they look like.
            if (!header.LanguageSupported && text.Text.AsSpan(found.Span.Start, found.Span.Length).ContainsAnyExcept(Figures))
                continue;
            mentions.Add(found.ToMention(IsLimit(text.Text, found)));
        }
        if (!header.LanguageSupported)
            ForeignDates.AddTo(text.Text, header.Body.End > 0 ? header.Body.End : text.Text.Length, mentions);
        return WithGroups(text, header, mentions);
    }

    /// <summary>The expressions as the grammar resolved them, in order of the text.</summary>
    public List<Found> Find(SegmentedText text, ReportHeader header)
    {
        var all = new List<Found>();
        var lexemes = new List<Lexeme>();
        var scene = new Scene(text, header.Reference);
        var grammar = new Grammar(scene, lexemes, monthFirst);
        var end = header.Body.End > 0 ? header.Body.End : text.Text.Length;
        foreach (var sentence in text.Sentences)
        {
            if (sentence.Span.Start >= end)
                break;
            if (!Lexer.HasTrigger(text, sentence))
                continue;
            foreach (var range in Pieces(text, sentence))
            {
                Lexer.Cut(text.Text, range, lexemes);
                scene.Sentence = range;
                foreach (var found in grammar.Parse())
                {
                    if (found.Span.End > end)
                        continue;
                    all.Add(found);
                    if (found.ToldDay is { } day)
                        scene.LastDay = day;
                }
            }
        }
        return all;
    }

    /// <summary>A sentence without end (a table, a list) is cut at tokens, so that the work stays linear.</summary>
    private static IEnumerable<TextSpan> Pieces(SegmentedText text, Sentence sentence)
    {
        if (sentence.Span.Length <= LongestSentence)
        {
            yield return sentence.Span;
            yield break;
        }
        var start = sentence.Span.Start;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            var span = text.Tokens[i].Span;
            if (span.End - start > LongestSentence && span.Start > start)
            {
                yield return new TextSpan(start, span.Start);
                start = span.Start;
            }
        }
        if (sentence.Span.End - start <= LongestSentence)
            yield return new TextSpan(start, sentence.Span.End);
    }

    /// <summary>Adds the military date-time groups, which say the instant.</summary>
    private static List<DateMention> WithGroups(SegmentedText text, ReportHeader header, List<DateMention> mentions)
    {
        var before = mentions.Count;
        foreach (var (span, kind) in text.Tokens)
        {
            if (kind != TokenKind.Number || span.Length is not (GroupDigits or 2) || span.End >= text.Text.Length || (span.Length == 2 && text.Text[span.End] != ' ')
                || DateTimeGroup.At(text.Text, span.Start, header.Reference) is not { } group || (header.Body.End > 0 && group.Span.End > header.Body.End))
                continue;
            AddGroup(mentions, group);
        }
        if (mentions.Count != before || mentions.Exists(m => m.Instant is not null))
            mentions.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return mentions;
    }

    /// <summary>A method of its own: its lambda would be allocated for every token of a text.</summary>
    private static void AddGroup(List<DateMention> mentions, DateTimeGroup group)
    {
        mentions.RemoveAll(m => m.Instant is null && m.Span.Overlaps(group.Span));
        mentions.Add(new DateMention(group.Span, group.Day.Iso(), group.Day, group.Day, DatePrecision.Day) { Instant = group.Instant });
    }

    /// <summary>"by Monday's strike" names an agent, no term.</summary>
    private static bool IsLimit(string text, Found found)
    {
        if (!(Limits.Before(text, found.Span.Start) || Limits.After(text, found.Span.End)))
            return false;
        var after = text.AsSpan(found.Span.End..Math.Min(text.Length, found.Span.End + 16));
        if (after.Length < 3 || after[0] is not ('\'' or '’') || after[1] != 's' || !char.IsWhiteSpace(after[2]))
            return true;
        var noun = after[3..].TrimStart();
        return noun.StartsWith("deadline", StringComparison.OrdinalIgnoreCase) || noun.StartsWith("end", StringComparison.OrdinalIgnoreCase);
    }
}
