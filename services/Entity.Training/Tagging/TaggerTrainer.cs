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

    /// <summary>Trains a network on documents.</summary>
    /// <param name="documents">The documents, in any order; the order counts.</param>
    /// <param name="report">Takes a line for each pass; null for none.</param>
    public NetworkWeights Train(IReadOnlyList<LabelledDocument> documents, Action<string>? report = null)
    {
        var store = new WordStore(encoder);
        var tokens = new TokenEncoder(store);
        var prepared = documents.Select(d => new TrainingDocument(d, tokens)).ToList();
        var random = new RandomSource(options.Seed);
        var shape = new NetworkShape(encoder.Vectors.Length, options.BagLength, options.BagBits, options.Hidden);
        var network = new TrainingNetwork(shape, options, random);
        var average = new WeightAverage(shape);
        for (var pass = 0; pass < options.Passes; pass++)
        {
            var items = Items(prepared, random);
            var averaged = pass >= (int)(options.Passes * (1 - AveragedShare));
            var loss = Pass(items, network, store, random, pass, averaged ? average : null);
            report?.Invoke($"pass {pass + 1}: {items.Count} sentences, loss {loss / items.Count:F4}");
        }
        if (average.Count == 0)
            average.Add(network.Snapshot());
        return average.Weights();
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

    private double Pass(List<TrainingItem> items, TrainingNetwork network, WordStore store, RandomSource random, int pass, WeightAverage? average)
    {
        var (loss, steps) = (0.0, 0);
        for (var i = 0; i < items.Count; i++)
        {
            var (sentence, view) = items[i];
            var allowed = view.Allowed.AsSpan(sentence.FirstToken, sentence.Count);
            loss += network.Learn(sentence, view.Profile, allowed, store, random);
            if ((i + 1) % options.Batch != 0 && i + 1 != items.Count)
                continue;
            var done = (pass + ((float)i / items.Count)) / options.Passes;
            network.Step(options.Rate * (1 - (0.95f * done)));
            if (average is not null && ++steps % StepsBetweenSnapshots == 0)
                average.Add(network.Snapshot());
        }
        return loss;
    }
}
