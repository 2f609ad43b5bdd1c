using Truceline.Entity.Reading.Claims.Learned;
using Truceline.Entity.Training.Tagging;

namespace Truceline.Entity.Training.Claims;

/// <summary>Trains the network of clauses: stochastic descent, each weight with a step of its own (Adagrad), signs and hidden units left out at random, the last passes averaged. The same examples make the same weights.</summary>
internal sealed class ClauseTrainer
{
    private readonly ClauseTrainerOptions _options;
    private readonly ClauseNetwork _network;
    private readonly RandomSource _random;
    private readonly float[] _signSteps;
    private readonly float[] _lowerSteps;
    private readonly float[] _upperSteps;

    private ClauseTrainer(int vectorLength, ClauseTrainerOptions options)
    {
        (_options, _network, _random) = (options, new ClauseNetwork(vectorLength), new RandomSource(options.Seed));
        (_signSteps, _lowerSteps, _upperSteps) = (new float[_network.Signs.Length], new float[_network.Lower.Length], new float[_network.Upper.Length]);
        _random.Fill(_network.Lower.AsSpan(0, _network.Inputs * ClauseNetwork.Hidden), 0.08f);
        _random.Fill(_network.Upper.AsSpan(0, ClauseNetwork.Hidden * ClauseNetwork.Outputs), 0.1f);
    }

    /// <summary>The weights that some examples teach.</summary>
    public static ClauseNetwork Train(IReadOnlyList<ClauseExample> examples, int vectorLength, ClauseTrainerOptions options)
    {
        var trainer = new ClauseTrainer(vectorLength, options);
        var average = new ClauseNetwork(vectorLength);
        var order = examples.ToList();
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            trainer._random.Shuffle(order);
            foreach (var example in order)
                trainer.Learn(example);
            if (epoch >= options.Epochs - options.Averaged)
                trainer.AddTo(average, 1f / options.Averaged);
        }
        return average;
    }

    private void Learn(ClauseExample example)
    {
        var signs = Kept(example);
        var hidden = _network.HiddenOf(example.Inputs);
        for (var h = 0; h < hidden.Length; h++)
            hidden[h] = hidden[h] <= 0 || _random.Unit() < _options.HiddenDropout ? 0 : hidden[h] / (1 - _options.HiddenDropout);
        var slopes = Slopes(example, _network.OutputsOf(signs, hidden));
        var below = new float[hidden.Length];
        for (var h = 0; h < hidden.Length; h++)
        {
            if (hidden[h] <= 0)
                continue;
            var row = h * slopes.Length;
            for (var o = 0; o < slopes.Length; o++)
                below[h] += slopes[o] * _network.Upper[row + o];
            below[h] /= 1 - _options.HiddenDropout;
            Step(_network.Upper, _upperSteps, row, slopes, hidden[h], _options.LayerRate);
        }
        Step(_network.Upper, _upperSteps, hidden.Length * slopes.Length, slopes, 1, _options.LayerRate);
        for (var i = 0; i < example.Inputs.Length; i++)
        {
            if (example.Inputs[i] != 0)
                Step(_network.Lower, _lowerSteps, i * below.Length, below, example.Inputs[i], _options.LayerRate);
        }
        Step(_network.Lower, _lowerSteps, _network.Inputs * below.Length, below, 1, _options.LayerRate);
        foreach (var sign in signs)
            Step(_network.Signs, _signSteps, sign * slopes.Length, slopes, 1, _options.SignRate);
    }

    private List<int> Kept(ClauseExample example)
    {
        var kept = new List<int>(example.Signs.Length);
        foreach (var sign in example.Signs)
        {
            if (_random.Unit() >= _options.SignDropout)
                kept.Add(sign);
        }
        if (_random.Unit() < _options.RuleDropout)
            return kept;
        foreach (var sign in example.RuleSigns)
        {
            if (_random.Unit() >= _options.SignDropout)
                kept.Add(sign);
        }
        return kept;
    }

    /// <summary>How the loss changes with each output; 0 where the example does not tell.</summary>
    private float[] Slopes(ClauseExample example, float[] outputs)
    {
        Softmax(outputs.AsSpan(0, ClauseOutcomes.Count));
        outputs[(int)example.Outcome] -= 1;
        var classes = outputs.AsSpan(ClauseOutcomes.Count, ClauseClasses.All.Count);
        var last = ClauseOutcomes.Count + ClauseClasses.All.Count;
        if (example.Class is { } @class)
        {
            Softmax(classes);
            classes[@class] -= 1;
            // Most unclear classes are of happenings that no class fits: were they learned as one, they would draw the rare classes in.
            for (var i = 0; @class == ClauseClasses.Open && i < classes.Length; i++)
                classes[i] *= _options.OpenWeight;
        }
        else
            classes.Clear();
        if (example.Outcome == ClauseOutcome.None)
            (outputs[last], outputs[last + 1]) = (0, 0);
        else
            (outputs[last], outputs[last + 1]) = (Share(outputs[last]) - (example.Background ? 1 : 0), Share(outputs[last + 1]) - (example.Repeated ? 1 : 0));
        return outputs;
    }

    private static float Share(float output) => 1 / (1 + Exponential.Of(-output));

    private static void Softmax(Span<float> outputs)
    {
        var (most, sum) = (float.MinValue, 0f);
        foreach (var output in outputs)
            most = Math.Max(most, output);
        for (var i = 0; i < outputs.Length; i++)
            sum += outputs[i] = Exponential.Of(outputs[i] - most);
        for (var i = 0; i < outputs.Length; i++)
            outputs[i] /= sum;
    }

    private void Step(float[] weights, float[] steps, int row, float[] slopes, float factor, float rate)
    {
        for (var i = 0; i < slopes.Length; i++)
        {
            if (slopes[i] == 0)
                continue;
            var slope = slopes[i] * factor;
            var sum = steps[row + i] += slope * slope;
            weights[row + i] = (weights[row + i] * (1 - (rate * _options.Decay))) - (rate * slope / MathF.Sqrt(sum + _options.Caution));
        }
    }

    private void AddTo(ClauseNetwork average, float share)
    {
        foreach (var (from, into) in new[] { (_network.Signs, average.Signs), (_network.Lower, average.Lower), (_network.Upper, average.Upper) })
        {
            for (var i = 0; i < from.Length; i++)
                into[i] += from[i] * share;
        }
    }
}
