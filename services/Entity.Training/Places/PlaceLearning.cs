using Truceline.Entity.Reading.Places;
using Truceline.Entity.Reading.Places.Recognition;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Training.Places;

/// <summary>Learns the weights for places from stories, with the other corpora that are always learned from. Deterministic.</summary>
internal sealed class PlaceLearning
{
    // What was set by hand: cross-validated weights are drawn to it.
    private static readonly double[] Prior = ResolverPrior.Weights;

    private readonly Gazetteer _gazetteer;
    private readonly RecogniserExamples _examples;
    private readonly List<RecogniserExample> _others;

    /// <summary>Reads the corpora.</summary>
    /// <param name="gazetteer">The places.</param>
    /// <param name="data">The data folder.</param>
    public PlaceLearning(Gazetteer gazetteer, string data)
    {
        _gazetteer = gazetteer;
        _examples = new RecogniserExamples(gazetteer);
        _others = [.. PlaceCorpora.Read(data).SelectMany(_examples.Of)];
    }

    /// <summary>A text with its candidates.</summary>
    public ToponymScan Scan(string text, Func<SegmentedText, IReadOnlyList<TagSpan>>? tag = null) => _examples.Scan(text, tag);

    /// <summary>Weights of the recogniser.</summary>
    public float[] Recogniser(IReadOnlyList<GoldStory> stories) => RecogniserTrainer.Train([.. stories.SelectMany(_examples.Of), .. _others]);

    /// <summary>Weights of the resolver.</summary>
    public double[] Resolver(IReadOnlyList<GoldStory> stories) =>
        ResolverTrainer.Train(_gazetteer, [.. stories.Select(s => ResolverDocument.Of(s.Text, s.Toponyms, _examples.Scan(s.Text).States)), .. WatchedPlaces.Documents(_gazetteer)], Prior, PlacesCommand.ResolverPenalty);
}
