using System.Collections.Frozen;
using System.Globalization;
using Truceline.Entity.Reading.Claims.Grammar;
using Truceline.Entity.Reading.Quantities;

namespace Truceline.Entity.Reading.Claims.Rules;

/// <summary>
/// Counts of violations of a truce by place, as bulletins of monitors give them ("10 (Idlib), 9 (Latakia)"; "Hama 1, Idlib 5"; "seven in Aleppo and four in Hama";
/// "in Aleppo and Latakia four each"): a claim for each place. Looks at the whole text, since the list may stand in the sentence after the one that says what is counted.
/// </summary>
internal static class ViolationCounts
{
    /// <summary>Class of the claims.</summary>
    public const string Class = "ceasefire_violations";

    private const string Rule = "violation_counts";
    private const string Unit = "violation";
    private const int LongestGap = 8;

    /// <summary>A list goes on for so many sentences after the one that says what is counted.</summary>
    private const int LongestList = 2;

    private static readonly FrozenSet<string> Breaches = Words.Set("violation violations breach breaches infringement infringements");
    private static readonly FrozenSet<string> Incidents = Words.Set("case cases instance instances incident incidents times episodes");
    private static readonly FrozenSet<string> Truces = Words.Set(
        "truce ceasefire cease-fire armistice cessation firing fire shelling shellings hostilities agreement regime silence");

    private static readonly FrozenSet<string> Before = Words.Set(
        "in to of them the for on fell at ( province provinces governorate governorates region district area zone violation violations breach breaches truce ceasefire cease-fire case cases "
        + "instance instances incident incidents firing shelling fire were was recorded registered reported noted counted observed took place occurred happened");

    private static readonly FrozenSet<string> After = Words.Set(": - – — ( province governorate region district area with saw had has counted recorded registered there were was");

    /// <summary>The counts that sentences give, in their order.</summary>
    public static IEnumerable<ClaimDraft> Read(IReadOnlyList<SentenceView> sentences)
    {
        SentenceView? topic = null;
        var left = 0;
        foreach (var view in sentences)
        {
            if (IsTopic(view))
                (topic, left) = (view, LongestList + 1);
            if (topic is null || left-- <= 0)
                continue;
            var pairs = Pairs(view);
            // One count alone must say itself what it counts.
            if (pairs.Count == 1 && !view.Words.Any(pairs[0].First, pairs[0].End, Breaches))
                continue;
            foreach (var pair in pairs)
                yield return Claim(view, topic, pair);
        }
    }

    private static bool IsTopic(SentenceView view)
    {
        var (words, first, end) = (view.Words, view.First, view.End);
        var counted = words.Any(first, end, Breaches) || words.Any(first, end, Incidents);
        return counted && words.Any(first, end, Truces) && Enumerable.Range(first, end - first).Any(i => ValueOf(view, i) is not null);
    }

    private static List<Pair> Pairs(SentenceView view)
    {
        var places = view.Index.In(view.SpanOf(view.First, view.End))
            .Where(m => m.Entity is { Type: EntityType.Location, Kind: not ("country" or "sea" or "continent") } && !m.Mention.Metonym)
            .Select(m => (m.Entity.Id, First: view.Words.Source.FirstTokenAfter(m.Mention.Span.Start), End: view.Words.Source.FirstTokenAfter(m.Mention.Span.End)))
            .OrderBy(p => p.First).ToList();
        var pairs = new List<Pair>();
        var used = new HashSet<int>();
        for (var i = view.First; i < view.End; i++)
        {
            if (ValueOf(view, i) is not { } value)
                continue;
            var ahead = places.FirstOrDefault(p => p.First > i && !used.Contains(p.First));
            if (ahead.Id is not null && ahead.First - i <= LongestGap && OnlyOf(view, i + 1, ahead.First, Before))
            {
                used.Add(ahead.First);
                pairs.Add(new Pair(ahead.Id, value, i, i, ahead.End));
                continue;
            }
            var behind = places.LastOrDefault(p => p.End <= i && !used.Contains(p.First));
            if (behind.Id is null || !OnlyOf(view, behind.End, i, After))
                continue;
            used.Add(behind.First);
            pairs.Add(new Pair(behind.Id, value, i, behind.First, i + 1));
            // "In Aleppo and Latakia four each".
            var other = places.LastOrDefault(p => p.End < behind.First && !used.Contains(p.First));
            if (view.Words[i + 1] is "each" && other.Id is not null && view.Words[behind.First - 1] is "and" && other.End == behind.First - 1)
            {
                used.Add(other.First);
                pairs.Add(new Pair(other.Id, value, i, other.First, i + 1));
            }
        }
        return pairs;
    }

    private static bool OnlyOf(SentenceView view, int first, int end, FrozenSet<string> allowed)
    {
        for (var i = first; i < end; i++)
        {
            if (!allowed.Contains(view.Words[i]))
                return false;
        }
        return true;
    }

    private static ClaimDraft Claim(SentenceView view, SentenceView topic, Pair pair)
    {
        var number = view.SpanOf(pair.Number, pair.Number + 1);
        // Who counts stands where it is said what is counted, or beside the list.
        var (speech, source) = (topic.SpeechAt(topic.First) ?? view.SpeechAt(pair.Number), topic.SourceAt(topic.First) ?? view.SourceAt(pair.Number));
        return new ClaimDraft(ClaimKind.Event, Class, view.SpanOf(pair.First, pair.End), AssertionMode.Asserted, 0.8, Rule)
        {
            Place = pair.Place,
            Date = DayIn(view) ?? DayIn(topic),
            Quantities = [new QuantityMention(number, QuantityKind.Count, pair.Value, pair.Value, Unit)],
            Speaker = speech?.Speaker ?? Counter(topic),
            Source = source?.Speaker,
        };
    }

    private static DateMention? DayIn(SentenceView view) => view.Index.DatesIn(view.SpanOf(view.First, view.End)).FirstOrDefault(d => !d.IsLimit);

    // "The Turkish part of the commission has noted": the one named first, before any number.
    private static string? Counter(SentenceView topic)
    {
        var number = Enumerable.Range(topic.First, topic.End - topic.First).FirstOrDefault(i => ValueOf(topic, i) is not null, topic.End);
        return topic.Index.In(topic.SpanOf(topic.First, number)).FirstOrDefault(m => m.Entity.Type is EntityType.Organisation or EntityType.Nationality or EntityType.Person).Entity?.Id;
    }

    private static int? ValueOf(SentenceView view, int token)
    {
        var words = view.Words;
        if (view.Index.IsDate(token) || words[token + 1] is "hours" or "days" or "km" or "%")
            return null;
        if (words.IsNumber(token))
            return int.TryParse(words[token], NumberStyles.None, CultureInfo.InvariantCulture, out var digits) && digits < 1900 ? digits : null;
        var (role, value) = NumberWords.Of(words[token]);
        return role is NumberRole.Unit or NumberRole.Teen or NumberRole.Tens ? (int)value : null;
    }

    /// <param name="Place">Entity of the place.</param>
    /// <param name="Value">How many.</param>
    /// <param name="Number">Token of the number.</param>
    /// <param name="First">First token of the words.</param>
    /// <param name="End">One past the last.</param>
    private sealed record Pair(string Place, int Value, int Number, int First, int End);
}
