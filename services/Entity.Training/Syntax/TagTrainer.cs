using Truceline.Entity.Reading.Syntax;

namespace Truceline.Entity.Training.Syntax;

/// <summary>Learns parts of speech.</summary>
internal static class TagTrainer
{
    public const int Bits = 20;

    public static Perceptron Train(IReadOnlyList<EncodedTree> sentences, int passes, Random random)
    {
        var perceptron = new Perceptron(Bits);
        var features = new ulong[TagFeatures.Most];
        var scores = new float[256];
        int[] order = [.. Enumerable.Range(0, sentences.Count)];
        for (var pass = 0; pass < passes; pass++)
        {
            random.Shuffle(order);
            foreach (var s in order)
            {
                var sentence = sentences[s];
                var tags = new UPos[sentence.Count];
                for (var i = 0; i < tags.Length; i++)
                {
                    var count = TagFeatures.Fill(sentence.Words, sentence.Before, tags, i, features);
                    Array.Clear(scores);
                    perceptron.Add(features.AsSpan(0, count), scores);
                    var best = Best(scores);
                    perceptron.Tick();
                    if (best != sentence.Tags[i])
                        perceptron.Update(features.AsSpan(0, count), (int)sentence.Tags[i], (int)best);
                    tags[i] = best;
                }
            }
        }
        return perceptron;
    }

    /// <summary>Tags sentences with weights that did not see them.</summary>
    public static void Apply(FeatureTable table, EncodedTree sentence)
    {
        var features = new ulong[TagFeatures.Most];
        var scores = new int[256];
        for (var i = 0; i < sentence.Count; i++)
        {
            var count = TagFeatures.Fill(sentence.Words, sentence.Before, sentence.Guessed, i, features);
            Array.Clear(scores);
            table.Add(features.AsSpan(0, count), scores);
            var best = 0;
            for (var tag = 1; tag < RelationNames.TagCount; tag++)
            {
                if (scores[tag] > scores[best])
                    best = tag;
            }
            sentence.Guessed[i] = (UPos)best;
        }
    }

    private static UPos Best(float[] scores)
    {
        var best = 0;
        for (var tag = 1; tag < RelationNames.TagCount; tag++)
        {
            if (scores[tag] > scores[best])
                best = tag;
        }
        return (UPos)best;
    }
}
