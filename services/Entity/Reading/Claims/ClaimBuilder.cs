using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Claims;

/// <summary>Makes a claim of a stretch of a sentence and fills in who, where, when and how many.</summary>
internal sealed class ClaimBuilder(ReportHeader header)
{
    private static readonly FrozenSet<string> Areas = Words.Set("province region district governorate city town village area");
    private static readonly FrozenSet<string> Towards = Words.Set("in at near around on to from of into across outside inside against through over towards toward along");

    /// <summary>The date against which relative ones are resolved.</summary>
    public DateOnly Reference => header.Reference;

    /// <summary>A claim whose evidence is the tokens [first, end).</summary>
    public ClaimDraft Build(
        SentenceView view, ClaimKind kind, string @class, int first, int end, AssertionMode mode, double confidence, string rule)
    {
        (first, end) = Trim(view.Words, first, end);
        var span = view.SpanOf(first, end);
        var speech = view.SpeechAt(first) ?? view.SpeechAt(end - 1);
        return new ClaimDraft(kind, @class, span, mode, confidence, rule)
        {
            Speaker = speech?.Speaker,
            Source = (view.SourceAt(first) ?? view.SourceAt(end - 1))?.Speaker,
            Quantities = view.Index.QuantitiesIn(span).ToList(),
            Place = PlaceIn(view, first, end, kind is not ClaimKind.Statement),
            Date = kind is ClaimKind.Commitment ? null : view.Index.DatesIn(span).FirstOrDefault(d => !d.IsLimit) ?? DateAround(view, kind, first, speech),
            Deadline = kind is ClaimKind.Commitment ? DeadlineOf(view, span, first) : null,
        };
    }

    private static DateMention? DateAround(SentenceView view, ClaimKind kind, int first, Attribution? speech)
    {
        if (kind is not ClaimKind.Event)
            return speech?.Date;
        // "On Monday troops shelled …": the date stands before the subject.
        for (var i = first - 1; i >= view.First && i >= first - 4 && !view.IsFrame(i); i--)
        {
            if (view.Index.IsDate(i))
                return view.Index.DatesIn(view.SpanOf(view.First, first)).LastOrDefault(d => !d.IsLimit);
        }
        return null;
    }

    private DateMention? DeadlineOf(SentenceView view, TextSpan evidence, int first)
    {
        var own = view.Index.DatesIn(evidence).FirstOrDefault(d => d.IsLimit);
        if (own is not null)
            return own;
        if (view.Index.QuantitiesIn(evidence).FirstOrDefault(q => q.Kind == QuantityKind.Duration && Follows(view.Words, q, "within")) is { High: { } seconds } within)
        {
            var end = header.Reference.AddDays((int)Math.Min(Math.Ceiling(seconds / 86_400), 36_500));
            return new DateMention(within.Span, end.ToString("yyyy-MM-dd", null), header.Reference, end, DatePrecision.Day) { IsLimit = true };
        }
        // "By 1 March, the crossings are to …": the term stands before the subject.
        var leadIn = view.Clauses.Where(c => c.Verb.End <= first).Select(c => c.Verb.End).DefaultIfEmpty(view.First).Max();
        var isOwn = leadIn == view.First || view.Clauses.Any(c => view.IsFrame(c.Verb.Head) && c.Verb.End == leadIn);
        return first > leadIn && isOwn ? view.Index.DatesIn(view.SpanOf(leadIn, first)).LastOrDefault(d => d.IsLimit) : null;
    }

    private static bool Follows(Words words, QuantityMention quantity, string word) =>
        words[words.Source.FirstTokenAfter(quantity.Span.Start) - 1] == word;

    private static string? PlaceIn(SentenceView view, int first, int end, bool resolve)
    {
        var words = view.Words;
        var places = view.Index.In(view.SpanOf(first, end)).Where(m => m.Entity.Type is EntityType.Location or EntityType.Facility).ToList();
        var local = places.Where(m => m.Entity.Kind is not ("country" or "sea")).ToList();
        foreach (var candidates in new[] { local, places })
        {
            var placed = candidates.FirstOrDefault(m => IsPlaced(words, words.Source.FirstTokenAfter(m.Mention.Span.Start), first));
            if (placed.Entity is not null)
                return placed.Entity.Id;
        }
        for (var i = first; i < end && resolve; i++)
        {
            var noun = words[i] is "the" ? words.Find(i + 1, Math.Min(i + 5, end), Areas) : -1;
            if (noun >= 0 && !words.Any(i + 1, noun, Towards))
                return local.FirstOrDefault(m => view.SpanOf(i, noun + 1).Contains(m.Mention.Span)).Entity?.Id
                    ?? Antecedent(view, words.Source.Tokens[i].Span.Start, words[noun]);
        }
        return resolve ? local.FirstOrDefault(m => !m.Mention.Metonym).Entity?.Id : null;
    }

    /// <summary>Whether a preposition of place stands a little before a name ("near the besieged town of Tarn").</summary>
    private static bool IsPlaced(Words words, int token, int first)
    {
        for (var i = token - 1; i >= first && i >= token - 7; i--)
        {
            if (Towards.Contains(words[i]))
                return true;
            if (words[i] is "," && i < token - 1)
                return false;
        }
        return false;
    }

    private static string? Antecedent(SentenceView view, int position, string noun)
    {
        var before = view.Index.Before(position).Where(m => m.Entity.Type == EntityType.Location && m.Entity.Kind is not ("country" or "sea")).ToList();
        var alike = before.Where(m => m.Entity.Kind == noun || m.Entity.Places.Any(p => p.Kind == noun)).ToList();
        // The place that the report speaks of most, and of these the last.
        return (alike.Count > 0 ? alike : before).GroupBy(m => m.Entity.Id).MaxBy(g => g.Count())?.Key;
    }

    private static (int First, int End) Trim(Words words, int first, int end)
    {
        while (first < end - 1 && words[first] is "," or "\"" or "“" or "that" or "--" or ";" or ":")
            first++;
        while (end > first + 1 && words[end - 1] is "," or "." or ";" or ":" or "--" or "–" or "and" or "but" or "“")
            end--;
        return (first, end);
    }
}
