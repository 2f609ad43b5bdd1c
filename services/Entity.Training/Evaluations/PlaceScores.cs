using Truceline.Entity.Reading.Places;
using Truceline.Entity.Reading.Places.Recognition;
using Truceline.Entity.Reading.Places.Resolution;
using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Reading.Text;
using Truceline.Entity.Training.Places;
using Truceline.Entity.Training.Tagging.Corpora;

namespace Truceline.Entity.Training.Evaluations;

/// <summary>GeoVirus by the reader's own recogniser and resolver, five folds over documents, pooled: no weight, and no tagger, has seen the documents that it is scored on.</summary>
internal static class PlaceScores
{
    /// <summary>Finds and places the toponyms of every fold.</summary>
    /// <param name="corpora">The corpora.</param>
    /// <param name="tagger">The tagger of a fold; null to recognise without one.</param>
    public static PlaceCounts Of(CorpusFolder corpora, Func<int, Tagger>? tagger)
    {
        var gazetteer = Gazetteer.Load();
        var stories = GeoVirusCorpus.Read(corpora.PathOf("geoparse/geovirus.jsonl"));
        var counts = new PlaceCounts();
        var learning = new PlaceLearning(gazetteer, corpora.Data.FullName);
        for (var fold = 0; fold < FoldedTaggers.Count; fold++)
        {
            var held = stories.Where((_, i) => FoldedTaggers.FoldOf(i) == fold).ToList();
            var articles = held.Select(s => s.Source).ToHashSet(StringComparer.Ordinal);
            var seen = stories.Where(s => !articles.Contains(s.Source)).ToList();
            var reader = new PlaceReading(
                learning, new ToponymRecogniser(learning.Recogniser(seen)), new ToponymResolver(gazetteer, learning.Resolver(seen)), tagger is null ? null : TagsOf(tagger(fold)));
            foreach (var story in held)
                counts.Add(reader, story);
        }
        return counts;
    }

    private static Func<SegmentedText, IReadOnlyList<TagSpan>> TagsOf(Tagger tagger) => text =>
    {
        var tags = new List<TaggedSpan>();
        tagger.Tag(text, new Reading.TextSpan(0, text.Text.Length), tags);
        return tags.ConvertAll(t => new TagSpan(text.SpanOf(t.FirstToken, t.EndToken - 1), t.Type));
    };
}
