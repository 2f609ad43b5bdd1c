using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Places;
using Truceline.Entity.Reading.Places.Recognition;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Training.Places;

/// <summary>Makes examples for <see cref="RecogniserTrainer"/> of labelled texts.</summary>
/// <param name="gazetteer">The places.</param>
internal sealed class RecogniserExamples(Gazetteer gazetteer)
{
    private const float WeightOfOtherCorpora = 0.3f;

    private readonly StatesNamed _named = new(gazetteer.Countries);

    /// <summary>The text with its candidates.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tag">Tags it; null for what is seen without a tagger.</param>
    public ToponymScan Scan(string text, Func<SegmentedText, IReadOnlyList<TagSpan>>? tag = null)
    {
        var segmented = SegmentedText.Of(text);
        return ToponymScan.Of(gazetteer, _named, segmented, new TextSpan(0, text.Length), tag?.Invoke(segmented));
    }

    /// <summary>Examples of a story whose toponyms are all labelled.</summary>
    public List<RecogniserExample> Of(GoldStory story) => Of(Scan(story.Text), story.Toponyms.Select(t => t.Span).ToHashSet(), [], 1);

    /// <summary>Examples of a text that labels none within organisations: candidates there are passed over.</summary>
    public List<RecogniserExample> Of(LabelledText text) => Of(Scan(text.Text), text.Places, text.Organisations, WeightOfOtherCorpora);

    private static List<RecogniserExample> Of(ToponymScan scan, IReadOnlySet<TextSpan> places, IReadOnlyList<TextSpan> masked, float weight)
    {
        var examples = new List<RecogniserExample>();
        scan.Visit((candidates, facts) =>
        {
            var taken = -1;
            for (var i = 0; i < candidates.Count; i++)
            {
                var span = scan.SpanOf(candidates[i]);
                var isPlace = places.Contains(span);
                if (isPlace)
                    taken = Math.Max(taken, candidates[i].Last);
                if (!masked.Any(m => m.Overlaps(span)))
                    examples.Add(new RecogniserExample(facts[i], isPlace, weight));
            }
            return taken;
        });
        return examples;
    }
}
