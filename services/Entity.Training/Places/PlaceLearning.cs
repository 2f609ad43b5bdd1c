using Truceline.Entity.Reading.Places;
using Truceline.Entity.Reading.Places.Recognition;
using Truceline.Entity.Reading.Places.Resolution;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Training.Places;

/// <summary>Learns the weights for places from stories, with the other corpora that are always learned from. Deterministic.</summary>
internal sealed class PlaceLearning
{
    // What was set by hand: cross-validated weights are drawn to it.
    private static readonly double[] Prior = ResolverPrior.Weights;

    private readonly Gazetteer _gazetteer;
    private readonly RecogniserExamples _plain;
    private readonly RecogniserExamples? _tagged;
    private readonly List<RecogniserExample> _others;

    /// <summary>Reads the corpora.</summary>
    /// <param name="gazetteer">The places.</param>
    /// <param name="data">The data folder.</param>
    /// <param name="tag">The tagger; null to learn without.</param>
    public PlaceLearning(Gazetteer gazetteer, string data, Func<SegmentedText, IReadOnlyList<TagSpan>>? tag = null)
    {
        _gazetteer = gazetteer;
        _plain = new RecogniserExamples(gazetteer, null);
        _tagged = tag is null ? null : new RecogniserExamples(gazetteer, tag);
        _others = [.. PlaceCorpora.Read(data).SelectMany(_plain.Of)];
    }

    /// <summary>A text with its candidates, as the reader sees it.</summary>
    public ToponymScan Scan(string text) => (_tagged ?? _plain).Scan(text);

    /// <summary>
    /// Weights of the recogniser. The tagger has seen the other corpora, so its word on them says too much: with it, only the stories teach.
    /// </summary>
    public float[] Recogniser(IReadOnlyList<GoldStory> stories)
    {
        var examples = stories.SelectMany(_plain.Of).Concat(_others);
        return RecogniserTrainer.Train([.. _tagged is null ? examples : stories.SelectMany(_tagged.Of).Concat(examples)]);
    }

    /// <summary>Weights of the resolver.</summary>
    public double[] Resolver(IReadOnlyList<GoldStory> stories) =>
        ResolverTrainer.Train(_gazetteer, [.. stories.Select(s => ResolverDocument.Of(s.Text, s.Toponyms, _plain.Scan(s.Text).States))], Prior, PlacesCommand.ResolverPenalty);
}
