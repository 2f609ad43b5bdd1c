using Truceline.Entity.Reading.Tagging;

namespace Truceline.Entity.Training.Tagging;

/// <summary>
/// Trains taggers. The same documents, vectors, lexicon and options make the same weights bit for bit, on every machine. Reads its inputs only:
/// one trainer may be used for many models.
/// </summary>
internal sealed class TaggerTrainer(WordEncoder encoder, TrainerOptions options)
{
    /// <summary>Share of the passes whose weights are averaged.</summary>
    private const double AveragedShare = 0.4;

    private const int StepsBetweenSnapshots = 200;

    /// <summary>Trains a network on documents, from nothing.</summary>
    /// <param name="documents">The documents; their order counts.</param>
    /// <param name="report">Takes a line for each pass; null for none.</param>
    public TrainedTagger Train(IReadOnlyList<LabelledDocument> documents, Action<string>? report = null)
    {
        var random = new RandomSource(options.Seed);
        var shape = new NetworkShape(encoder.Vectors.Length, options.BagLength, options.BagBits, options.Hidden);
        return Run(new TrainingNetwork(shape, options, random), documents, random, options.Passes, options.Rate, report);
    }

    /// <summary>
    /// Goes on from a trained network with documents that matter more; the network that was given stays as it is. Folds are trained so: what they
    /// have in common is learned once.
    /// </summary>
    public TrainedTagger Refine(TrainedTagger start, IReadOnlyList<LabelledDocument> documents, Action<string>? report = null)
    {
        var random = new RandomSource(options.Seed + 1);
        return Run(new TrainingNetwork(start.Network, random), documents, random, options.RefiningPasses, options.RefiningRate, report);
    }

    private TrainedTagger Run(
        TrainingNetwork network, IReadOnlyList<LabelledDocument> documents, RandomSource random, int passes, float rate, Action<string>? report)
    {
        var store = new WordStore(encoder);
        var tokens = new TokenEncoder(store);
        var prepared = documents.Select(d => new TrainingDocument(d, tokens)).ToList();
        var average = new WeightAverage(network.Shape);
        for (var pass = 0; pass < passes; pass++)
        {
            var items = Items(prepared, random);
            var averaged = pass >= (int)(passes * (1 - AveragedShare)) ? average : null;
            var (loss, steps) = (0.0, 0);
            for (var i = 0; i < items.Count; i++)
            {
                var (sentence, view) = items[i];
                loss += network.Learn(sentence, view.Profile, view.Allowed.AsSpan(sentence.FirstToken, sentence.Count), store, random);
                if ((i + 1) % options.Batch != 0 && i + 1 != items.Count)
                    continue;
                network.Step(rate * (1 - (0.95f * (pass + ((float)i / items.Count)) / passes)));
                if (averaged is not null && ++steps % StepsBetweenSnapshots == 0)
                    averaged.Add(network.Snapshot());
            }
            report?.Invoke($"pass {pass + 1}: {items.Count} sentences, loss {loss / items.Count:F4}");
        }
        return new TrainedTagger(network, average.Count > 0 ? average.Weights() : network.Snapshot());
    }

    private List<TrainingItem> Items(List<TrainingDocument> documents, RandomSource random)
    {
        var items = new List<TrainingItem>();
        foreach (var document in documents)
        {
            for (var i = 0; i < document.Source.Repeat; i++)
                document.AddTo(items, options.CaseShare, random);
        }
        random.Shuffle(items);
        return items;
    }
}

/// <summary>A trained network.</summary>
/// <param name="Network">As it was at the end, to go on from.</param>
/// <param name="Weights">The mean over the end of the training, to tag with.</param>
internal sealed record TrainedTagger(TrainingNetwork Network, NetworkWeights Weights);
