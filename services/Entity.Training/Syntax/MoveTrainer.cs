using Truceline.Entity.Reading.Syntax;

namespace Truceline.Entity.Training.Syntax;

/// <summary>Learns the parser's moves: it follows its own moves, wrong ones too, and learns which are best from where it is.</summary>
internal static class MoveTrainer
{
    public const int Bits = 21;

    /// <summary>How often it follows its own move rather than the oracle's, once the first pass is over.</summary>
    private const double Follow = 0.9;

    public static Perceptron Train(IReadOnlyList<EncodedTree> sentences, int passes, Random random, Action<string> log)
    {
        var perceptron = new Perceptron(Bits);
        var state = new ParserState();
        var features = new ulong[ParserFeatures.Most];
        var scores = new float[256];
        int[] order = [.. Enumerable.Range(0, sentences.Count)];
        for (var pass = 0; pass < passes; pass++)
        {
            random.Shuffle(order);
            var (moves, wrong) = (0, 0);
            foreach (var s in order)
            {
                var sentence = sentences[s];
                var oracle = new Oracle(sentence.Heads, sentence.Relations);
                sentence.Begin(state);
                while (!state.IsDone)
                {
                    var count = ParserFeatures.Fill(state, features);
                    Array.Clear(scores);
                    perceptron.Add(features.AsSpan(0, count), scores);
                    var (best, right) = Choose(state, oracle, scores);
                    perceptron.Tick();
                    moves++;
                    if (best != right)
                    {
                        perceptron.Update(features.AsSpan(0, count), right, best);
                        wrong++;
                    }
                    state.Make(best != right && pass > 0 && random.NextDouble() < Follow ? best : right);
                }
            }
            log($"pass {pass + 1}: {(double)wrong / moves:P2} of {moves} moves wrong");
        }
        return perceptron;
    }

    /// <summary>The best legal move and the best of those that cost least.</summary>
    private static (int Best, int Right) Choose(ParserState state, Oracle oracle, float[] scores)
    {
        var (shift, left, right) = oracle.Costs(state);
        var least = int.MaxValue;
        for (var move = 0; move < Move.Count; move++)
        {
            if (MoveChoice.IsLegal(state, move))
                least = Math.Min(least, Cost(move));
        }
        var (best, good) = (-1, -1);
        for (var move = 0; move < Move.Count; move++)
        {
            if (!MoveChoice.IsLegal(state, move))
                continue;
            if (best < 0 || scores[move] > scores[best])
                best = move;
            if (Cost(move) == least && oracle.IsRight(state, move) && (good < 0 || scores[move] > scores[good]))
                good = move;
        }
        return (best, good);

        int Cost(int move) => move == Move.Shift ? shift : Move.IsLeft(move) ? left : right;
    }
}
