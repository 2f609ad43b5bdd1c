using System.Numerics;
using Truceline.Entity.Reading.Tagging;

namespace Truceline.Entity.Training.Tagging;

/// <summary>
/// The network under training: forward and backward over a sentence, and steps of Adam. The output of a profile is a shared matrix plus its own
/// difference. Single-threaded, and every sum has a fixed order: the same input makes the same bits on every machine.
/// </summary>
internal sealed class TrainingNetwork
{
    private const int Reach = NetworkShape.Reach;

    private readonly TrainerOptions _options;
    private readonly NetworkWeights _weights;
    private readonly NetworkShape _shape;
    private readonly AdamPart _bag;
    private readonly AdamPart _input;
    private readonly AdamPart _padding;
    private readonly AdamPart _phrases;
    private readonly AdamPart _document;
    private readonly AdamPart _profile;
    private readonly AdamPart _output;
    private readonly AdamPart _transition;
    private readonly AdamPart _sharedOutput;
    private readonly AdamPart _sharedTransition;
    private readonly ChainLoss _loss = new();
    private readonly HashSet<int> _touched = [];
    private readonly List<int> _touchedOrder = [];
    private readonly float[] _matrix;
    private readonly float[] _chain = new float[TagLabel.Count * TagLabel.RowLength];
    private readonly SentenceBuffers _buffers = new();
    private int _steps;

    public TrainingNetwork(NetworkShape shape, TrainerOptions options, RandomSource random)
    {
        (_shape, _options, _weights) = (shape, options, new NetworkWeights(shape));
        var matrix = (shape.Hidden + 1) * TagLabel.RowLength;
        _matrix = new float[matrix];
        random.Fill(_weights.Bag, options.BagStart);
        random.Fill(_weights.Input, 0.06f);
        random.Fill(_weights.Phrases, 0.02f);
        var shared = new float[matrix];
        random.Fill(shared.AsSpan(0, shape.Hidden * TagLabel.RowLength), 0.08f);
        LexiconStart.Set(_weights, shared, options);
        _bag = new AdamPart(_weights.Bag);
        _input = new AdamPart(_weights.Input);
        _padding = new AdamPart(_weights.Padding);
        _phrases = new AdamPart(_weights.Phrases);
        _document = new AdamPart(_weights.Document);
        _profile = new AdamPart(_weights.Profile);
        _output = new AdamPart(_weights.Output);
        _transition = new AdamPart(_weights.Transition);
        _sharedOutput = new AdamPart(shared);
        _sharedTransition = new AdamPart(new float[TagLabel.Count * TagLabel.RowLength]);
    }

    public NetworkShape Shape => _shape;

    /// <summary>A network that goes on from where another is; the other is left as it is.</summary>
    public TrainingNetwork(TrainingNetwork start, RandomSource random)
        : this(start._shape, start._options, random)
    {
        foreach (var (source, target) in start.AllParts.Zip(AllParts))
            source.Values.CopyTo(target.Values, 0);
    }

    private AdamPart[] AllParts => [_bag, _input, _padding, _phrases, _document, _profile, _output, _transition, _sharedOutput, _sharedTransition];

    /// <summary>Learns from a sentence; the step comes later. Returns the loss.</summary>
    public double Learn(TrainingSentence sentence, TaggingProfile profile, ReadOnlySpan<ulong> allowed, WordStore store, RandomSource random)
    {
        var buffers = _buffers;
        buffers.Reset(sentence.Count, _shape);
        for (var i = 0; i < sentence.Count; i++)
            WriteInputs(in store[sentence.Words[i]], i, store.Encoder.Vectors, random);
        Forward(sentence, profile, random);
        Combine(profile);
        Emit(sentence.Count);
        _loss.Use(_chain, ProfileLabels.Of(profile));
        var chainGradient = buffers.ChainGradient;
        Array.Clear(chainGradient);
        var scores = buffers.Scores.AsSpan(0, sentence.Count * TagLabel.RowLength);
        var loss = _loss.Compute(scores, allowed, buffers.ScoreGradient.AsSpan(0, scores.Length), chainGradient);
        const int Chain = TagLabel.Count * TagLabel.RowLength;
        VectorMath.Add(_sharedTransition.Gradient, chainGradient);
        VectorMath.Add(_transition.Gradient.AsSpan((int)profile * Chain, Chain), chainGradient);
        BackwardOutput(sentence.Count, profile);
        BackwardHidden(sentence, profile);
        return loss;
    }

    /// <summary>Takes a step by what was learned since the last.</summary>
    public void Step(float rate)
    {
        _steps++;
        var corrected = rate * MathF.Sqrt(1 - Power(0.999f, _steps)) / (1 - Power(0.9f, _steps));
        _input.Step(corrected, rate * _options.InputDecay);
        foreach (var part in new[] { _padding, _phrases, _document, _profile })
            part.Step(corrected, 0);
        _output.Step(corrected * 0.5f, rate * 0.02f);
        _transition.Step(corrected * 0.5f, rate * 0.02f);
        _sharedOutput.Step(corrected, 0);
        _sharedTransition.Step(corrected, 0);
        foreach (var row in _touchedOrder)
            _bag.Step(row * _shape.BagLength, _shape.BagLength, corrected * _options.BagRate, rate * _options.BagDecay);
        _touched.Clear();
        _touchedOrder.Clear();
    }

    /// <summary>The weights as they stand, each profile's output with what is shared.</summary>
    public NetworkWeights Snapshot()
    {
        var copy = new NetworkWeights(_shape);
        foreach (var (source, target) in _weights.Parts.Zip(copy.Parts))
            source.CopyTo(target, 0);
        foreach (var profile in Enum.GetValues<TaggingProfile>())
        {
            VectorMath.Add(copy.OutputOf(profile), _sharedOutput.Values);
            VectorMath.Add(copy.TransitionOf(profile), _sharedTransition.Values);
        }
        return copy;
    }

    private static float Power(float value, int exponent)
    {
        var result = 1f;
        for (var i = 0; i < exponent && result > 1e-12f; i++)
            result *= value;
        return result;
    }

    private void WriteInputs(in WordEntry word, int token, WordVectors vectors, RandomSource random)
    {
        var dense = _buffers.Dense.AsSpan(token * _shape.ShapeOffset, _shape.ShapeOffset);
        dense.Clear();
        var rank = random.Unit() < _options.VectorDropout ? -1 : word.Vector;
        if (rank >= 0)
            vectors.Copy(rank, dense[.._shape.VectorLength]);
        var bag = dense[_shape.BagOffset..];
        var features = _buffers.Features.AsSpan(token * WordFeatures.MostHashed, WordFeatures.MostHashed);
        var skip = random.Unit() < _options.FormDropout || rank != word.Vector ? 1 : 0;
        _buffers.FeatureCounts[token] = word.HashedCount - skip;
        for (var i = skip; i < word.HashedCount; i++)
        {
            features[i - skip] = word.Hashed[i];
            VectorMath.Add(bag, _weights.BagRow(word.Hashed[i]));
        }
        if (_options.InputDropout > 0)
            LeaveOut(dense, random);
        var signs = 0UL;
        signs |= (uint)word.Shape;
        signs |= 1UL << (WordFeatures.ShapeInputs + NetworkShape.RankInput(rank));
        signs |= (ulong)(ushort)(word.Lexicon & ~LexiconFlags.Prefix) << (WordFeatures.ShapeInputs + NetworkShape.RankInputs);
        _buffers.Signs[token] = signs;
    }

    /// <summary>Leaves out some numbers of vectors: a word is not to be known by its vector alone.</summary>
    private void LeaveOut(Span<float> dense, RandomSource random)
    {
        var scale = 1 / (1 - _options.InputDropout);
        for (var i = 0; i < dense.Length; i++)
            dense[i] = random.Unit() < _options.InputDropout ? 0 : dense[i] * scale;
    }

    private void Forward(TrainingSentence sentence, TaggingProfile profile, RandomSource random)
    {
        var scale = 1 / (1 - _options.Dropout);
        for (var i = 0; i < sentence.Count; i++)
        {
            var hidden = _buffers.HiddenOf(i);
            _weights.ProfileRow(profile).CopyTo(hidden);
            for (var position = 0; position < NetworkShape.Window; position++)
            {
                var at = i + position - Reach;
                if (at < 0 || at >= sentence.Count)
                {
                    VectorMath.Add(hidden, _weights.PaddingRow(position));
                    continue;
                }
                var dense = _buffers.Dense.AsSpan(at * _shape.ShapeOffset, _shape.ShapeOffset);
                VectorMath.Multiply(dense, _weights.Input.AsSpan(position * _shape.Inputs * _shape.Hidden), hidden);
                for (var signs = _buffers.Signs[at]; signs != 0; signs &= signs - 1)
                    VectorMath.Add(hidden, _weights.InputRow(position, _shape.ShapeOffset + BitOperations.TrailingZeroCount(signs)));
            }
            for (var position = 0; position < NetworkShape.PhraseWindow; position++)
            {
                var at = i + position - 1;
                for (var bits = at >= 0 && at < sentence.Count ? sentence.Phrases[at] : 0; bits != 0; bits &= bits - 1)
                    VectorMath.Add(hidden, _weights.PhraseRow(position, BitOperations.TrailingZeroCount(bits)));
            }
            for (var signs = (uint)sentence.Signs[i]; signs != 0; signs &= signs - 1)
                VectorMath.Add(hidden, _weights.DocumentRow(BitOperations.TrailingZeroCount(signs)));
            for (var unit = 0; unit < hidden.Length; unit++)
                hidden[unit] = hidden[unit] > 0 && random.Unit() >= _options.Dropout ? hidden[unit] * scale : 0;
        }
    }

    private void Combine(TaggingProfile profile)
    {
        _weights.OutputOf(profile).CopyTo(_matrix);
        VectorMath.Add(_matrix, _sharedOutput.Values);
        _weights.TransitionOf(profile).CopyTo(_chain);
        VectorMath.Add(_chain, _sharedTransition.Values);
    }

    private void Emit(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var hidden = _buffers.HiddenOf(i);
            var scores = _buffers.Scores.AsSpan(i * TagLabel.RowLength, TagLabel.RowLength);
            _matrix.AsSpan(_shape.Hidden * TagLabel.RowLength, TagLabel.RowLength).CopyTo(scores);
            for (var unit = 0; unit < hidden.Length; unit++)
            {
                if (hidden[unit] != 0)
                    VectorMath.AddScaled(scores, _matrix.AsSpan(unit * TagLabel.RowLength, TagLabel.RowLength), hidden[unit]);
            }
        }
    }

    private void BackwardOutput(int count, TaggingProfile profile)
    {
        var own = _output.Gradient.AsSpan((int)profile * _matrix.Length, _matrix.Length);
        var scale = 1 / (1 - _options.Dropout);
        for (var i = 0; i < count; i++)
        {
            var gradient = _buffers.ScoreGradient.AsSpan(i * TagLabel.RowLength, TagLabel.RowLength);
            var hidden = _buffers.HiddenOf(i);
            var back = i * _shape.Hidden;
            for (var unit = 0; unit < hidden.Length; unit++)
            {
                var value = hidden[unit];
                _buffers.HiddenGradient[back + unit] = 0;
                if (value == 0)
                    continue;
                var row = unit * TagLabel.RowLength;
                _buffers.HiddenGradient[back + unit] = VectorMath.Dot(_matrix.AsSpan(row, TagLabel.RowLength), gradient) * scale;
                VectorMath.AddScaled(_sharedOutput.Gradient.AsSpan(row, TagLabel.RowLength), gradient, value);
                VectorMath.AddScaled(own.Slice(row, TagLabel.RowLength), gradient, value);
            }
            var bias = _shape.Hidden * TagLabel.RowLength;
            VectorMath.Add(_sharedOutput.Gradient.AsSpan(bias, TagLabel.RowLength), gradient);
            VectorMath.Add(own.Slice(bias, TagLabel.RowLength), gradient);
        }
    }

    private void BackwardHidden(TrainingSentence sentence, TaggingProfile profile)
    {
        var hiddenLength = _shape.Hidden;
        for (var i = 0; i < sentence.Count; i++)
        {
            var gradient = _buffers.HiddenGradient.AsSpan(i * hiddenLength, hiddenLength);
            VectorMath.Add(_profile.Gradient.AsSpan((int)profile * hiddenLength, hiddenLength), gradient);
            for (var position = 0; position < NetworkShape.Window; position++)
            {
                var at = i + position - Reach;
                if (at < 0 || at >= sentence.Count)
                {
                    VectorMath.Add(_padding.Gradient.AsSpan(position * hiddenLength, hiddenLength), gradient);
                    continue;
                }
                var start = position * _shape.Inputs * hiddenLength;
                for (var signs = _buffers.Signs[at]; signs != 0; signs &= signs - 1)
                {
                    var row = start + ((_shape.ShapeOffset + BitOperations.TrailingZeroCount(signs)) * hiddenLength);
                    VectorMath.Add(_input.Gradient.AsSpan(row, hiddenLength), gradient);
                }
                var bag = _buffers.BagGradient.AsSpan(at * _shape.BagLength, _shape.BagLength);
                for (var j = 0; j < bag.Length; j++)
                    bag[j] += VectorMath.Dot(_weights.Input.AsSpan(start + ((_shape.BagOffset + j) * hiddenLength), hiddenLength), gradient);
            }
            for (var position = 0; position < NetworkShape.PhraseWindow; position++)
            {
                var at = i + position - 1;
                for (var bits = at >= 0 && at < sentence.Count ? sentence.Phrases[at] : 0; bits != 0; bits &= bits - 1)
                {
                    var row = (position * NetworkShape.PhraseRows) + BitOperations.TrailingZeroCount(bits);
                    VectorMath.Add(_phrases.Gradient.AsSpan(row * hiddenLength, hiddenLength), gradient);
                }
            }
            for (var signs = (uint)sentence.Signs[i]; signs != 0; signs &= signs - 1)
                VectorMath.Add(_document.Gradient.AsSpan(BitOperations.TrailingZeroCount(signs) * hiddenLength, hiddenLength), gradient);
        }
        for (var position = 0; position < NetworkShape.Window; position++)
        {
            var weights = _input.Gradient.AsSpan(position * _shape.Inputs * hiddenLength, _shape.ShapeOffset * hiddenLength);
            DenseKernels.AddOuterProducts(_buffers.Dense, _buffers.HiddenGradient, sentence.Count, position - Reach, _shape.ShapeOffset, hiddenLength, weights);
        }
        BackwardBag(sentence.Count);
    }

    private void BackwardBag(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var gradient = _buffers.BagGradient.AsSpan(i * _shape.BagLength, _shape.BagLength);
            for (var f = 0; f < _buffers.FeatureCounts[i]; f++)
            {
                var row = _buffers.Features[(i * WordFeatures.MostHashed) + f];
                VectorMath.Add(_bag.Gradient.AsSpan(row * _shape.BagLength, _shape.BagLength), gradient);
                if (_touched.Add(row))
                    _touchedOrder.Add(row);
            }
        }
    }
}
