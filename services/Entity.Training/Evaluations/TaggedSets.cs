using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Reading.Text;
using Truceline.Entity.Training.Tagging;
using Truceline.Entity.Training.Tagging.Corpora;

namespace Truceline.Entity.Training.Evaluations;

/// <summary>Scores a tagger on documents of a corpus: a span counts when both ends and the type are right.</summary>
internal static class TaggedSets
{
    private static readonly EntityType[] Names = [EntityType.Person, EntityType.Organisation, EntityType.Location];
    private static readonly EntityType[] Arms = [EntityType.Weapon, EntityType.MilitaryPlatform];

    /// <summary>The spans of a tagger in a text.</summary>
    public static List<(TextSpan Span, EntityType Type)> Tag(Tagger tagger, SegmentedText text)
    {
        var spans = new List<TaggedSpan>();
        tagger.Tag(text, new TextSpan(0, text.Text.Length), spans);
        return [.. spans.Select(s => (text.SpanOf(s.FirstToken, s.EndToken - 1), s.Type == EntityType.Facility ? EntityType.Location : s.Type))];
    }

    /// <summary>Person, organisation and location, each and together.</summary>
    public static IEnumerable<Score> NameScores(string set, Tagger tagger, IEnumerable<CorpusDocument> documents, double? bar, string note)
    {
        var counts = Names.ToDictionary(t => t, _ => new SpanCounts());
        foreach (var document in documents)
        {
            var text = SegmentedText.Of(document.Text);
            var (gold, found) = (Gold(document), Tag(tagger, text));
            foreach (var type in Names)
                counts[type].Add([.. gold.Where(s => s.Type == type)], [.. found.Where(s => s.Type == type)]);
        }
        return Scores(set, "names", counts, bar, note);
    }

    /// <summary>Adds the two measures of reports: proper names of persons, organisations and locations; arms, nominal mentions included.</summary>
    public static void AddReports(Tagger tagger, IEnumerable<CorpusDocument> documents, Dictionary<EntityType, SpanCounts> counts)
    {
        foreach (var document in documents)
        {
            var text = SegmentedText.Of(document.Text);
            var (gold, found) = (Gold(document), Tag(tagger, text));
            foreach (var type in Names)
            {
                counts[type].Add(
                    [.. gold.Where(s => s.Type == type && ProperNames.IsProperName(text, s.Span))],
                    [.. found.Where(s => s.Type == type && ProperNames.IsProperName(text, s.Span))]);
            }
            foreach (var type in Arms)
                counts[type].Add([.. gold.Where(s => s.Type == type)], [.. found.Where(s => s.Type == type)]);
        }
    }

    /// <summary>Adds the same two measures with spans that only have to meet.</summary>
    public static void AddOverlaps(Tagger tagger, IEnumerable<CorpusDocument> documents, OverlapCounts names, OverlapCounts arms)
    {
        foreach (var document in documents)
        {
            var text = SegmentedText.Of(document.Text);
            var (gold, found) = (Gold(document), Tag(tagger, text));
            names.Add(gold, found, (span, type) => Names.Contains(type) && ProperNames.IsProperName(text, span));
            arms.Add(gold, found, (_, type) => Arms.Contains(type));
        }
    }

    public static Dictionary<EntityType, SpanCounts> ReportCounts() => Names.Concat(Arms).ToDictionary(t => t, _ => new SpanCounts());

    public static IEnumerable<Score> ReportScores(string set, Dictionary<EntityType, SpanCounts> counts, string note) =>
        Scores(set, "proper names", counts.Where(c => Names.Contains(c.Key)).ToDictionary(), FoldScores.BarOf(set, "proper names, F1"), note)
            .Concat(Scores(set, "arms", counts.Where(c => Arms.Contains(c.Key)).ToDictionary(), FoldScores.BarOf(set, "arms, F1"), note));

    /// <summary>Toponyms of GeoVirus.</summary>
    public static void AddToponyms(Tagger tagger, IEnumerable<CorpusDocument> documents, SpanCounts counts)
    {
        foreach (var document in documents)
        {
            var found = Tag(tagger, SegmentedText.Of(document.Text)).Where(s => s.Type == EntityType.Location).Select(s => s.Span);
            counts.Add([.. document.Spans.Select(s => s.Span)], [.. found]);
        }
    }

    public static IEnumerable<Score> Scores(string set, string measure, Dictionary<EntityType, SpanCounts> counts, double? bar, string note)
    {
        var (right, found, gold) = (counts.Values.Sum(c => c.Right), counts.Values.Sum(c => c.Found), counts.Values.Sum(c => c.Gold));
        var together = found + gold == 0 ? 0 : 2.0 * right / (found + gold);
        yield return new Score(set, $"{measure}, F1", together, bar, $"P {(double)right / Math.Max(found, 1):F3} R {(double)right / Math.Max(gold, 1):F3}; {note}");
        foreach (var (type, count) in counts)
            yield return new Score(set, $"{measure}, {type}, F1", count.F1, null, count.ToString());
    }

    /// <summary>The spans of a document that are of a type of entity.</summary>
    public static List<(TextSpan Span, EntityType Type)> Gold(CorpusDocument document) =>
        [.. document.Spans.Select(s => (s.Span, Type: TypeMap.TypeOf(document.Corpus, s.Type) is { } t ? TagTypes.ToEntityType(t) : null))
            .Where(s => s.Type is not null).Select(s => (s.Span, s.Type!.Value)).Distinct()];
}
