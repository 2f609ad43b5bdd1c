using Truceline.Entity.Reading.Places;
using Truceline.Entity.Reading.Places.Recognition;
using Truceline.Entity.Reading.Places.Resolution;
using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Reading.Text;
using Truceline.Entity.Training.Places;

namespace Truceline.Entity.Training.Evaluations;

/// <summary>
/// GeoVirus by the reader's own recogniser and resolver: toponyms given, toponyms found, and toponyms found and placed. Five folds over documents,
/// pooled: no weight, and no tagger, has seen the documents that it is scored on. Without fold taggers the recogniser works alone.
/// </summary>
internal sealed class PlacesEvaluation : IEvaluation
{
    private const double SpanBar = 0.93;
    private const double PlacedBar = 0.72;

    public string Name => "places";

    public IEnumerable<Score> Run(EvaluationContext context)
    {
        var gazetteer = Gazetteer.Load();
        var stories = GeoVirusCorpus.Read(context.Corpora.PathOf("geoparse/geovirus.jsonl"));
        var counts = new PlaceCounts();
        var learning = new PlaceLearning(gazetteer, context.Data.FullName);
        for (var fold = 0; fold < FoldedTaggers.Count; fold++)
        {
            var held = stories.Where((_, i) => FoldedTaggers.FoldOf(i) == fold).ToList();
            var articles = held.Select(s => s.Source).ToHashSet(StringComparer.Ordinal);
            var seen = stories.Where(s => !articles.Contains(s.Source)).ToList();
            var reader = new PlaceReading(
                learning, new ToponymRecogniser(learning.Recogniser(seen)), new ToponymResolver(gazetteer, learning.Resolver(seen)),
                TaggerOf(context.Folds?.Get(fold, TaggingProfile.Toponyms)));
            foreach (var story in held)
                counts.Add(reader, story);
        }
        var how = context.Folds is null ? "without a tagger" : "with the folds' taggers";
        yield return new Score("GeoVirus", "toponyms given, placed within 161 km", counts.PlacedOfGiven, null, "the resolver alone; five folds over documents");
        yield return new Score("GeoVirus", "toponym spans, F1", counts.F1, SpanBar, $"{counts}; {how}; five folds over documents");
        yield return new Score("GeoVirus", "toponyms found and placed within 161 km", counts.PlacedOfAll, PlacedBar, $"of all that are marked; {how}; five folds over documents");
    }

    private static Func<SegmentedText, IReadOnlyList<TagSpan>>? TaggerOf(Tagger? tagger) => tagger is null ? null : text =>
    {
        var tags = new List<TaggedSpan>();
        tagger.Tag(text, new Reading.TextSpan(0, text.Text.Length), tags);
        return tags.ConvertAll(t => new TagSpan(text.SpanOf(t.FirstToken, t.EndToken - 1), t.Type));
    };
}
