using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Claims;
using Truceline.Entity.Reading.Claims.Cutting;
using Truceline.Entity.Reading.Claims.Speech;
using Truceline.Entity.Training.Evaluations.Claims;
using Truceline.Entity.UnitTests.Challenge;

namespace Truceline.Entity.Training.Claims.Cutting;

/// <summary>Makes examples of annotated texts; features are numbered as they come. Not thread-safe.</summary>
internal sealed class CutExamples
{
    private readonly Dictionary<string, int> _numbers = [];
    private readonly FeatureSink _sink = new(named: true);

    /// <summary>Names of the features by their numbers.</summary>
    public List<string> Names { get; } = [];

    /// <summary>Ends of claims that are no place to cut at, and all.</summary>
    public (int Missed, int All) Misplaced { get; private set; }

    /// <summary>The examples of a text, one a sentence.</summary>
    public List<CutExample> Of(StoryReader reader, ChallengeItem item) => [.. reader.Sentences(item.Text, FoldedReaders.ContextOf(item)).Select(view => Of(item, view)).OfType<CutExample>()];

    private CutExample? Of(ChallengeItem item, SentenceView view)
    {
        var sentence = new CutSentence(view.Words, view.First, view.End, new SpeechFinder(view.Words, view.Index).Find(view.First, view.End));
        var (places, features) = (sentence.Places.ToList(), new CutFeatures(sentence));
        var stretches = new List<(int, int, StretchKind)>();
        foreach (var stretch in Placed(CutGold.Of(item, view), places))
            stretches.Add(stretch);
        if (stretches.Count == 0)
            return null;
        var count = places.Count;
        var within = new int[]?[count][];
        for (var i = 0; i < count; i++)
        {
            within[i] = new int[]?[count];
            for (var j = i + 1; j < count && j - i <= SentenceCutter.Widest; j++)
                within[i][j] = Numbered(() => features.Within(places[i], places[j], _sink));
        }
        return new CutExample(
            stretches,
            [.. places.Select(p => Numbered(() => features.Start(p, _sink)))],
            [.. places.Select(p => Numbered(() => features.End(p, _sink)))],
            within);
    }

    /// <summary>The stretches by places, each end moved to the nearest place; what is left empty by that is dropped.</summary>
    private List<(int, int, StretchKind)> Placed(List<CutStretch> stretches, List<int> places)
    {
        var placed = new List<(int First, int End, StretchKind Kind)>();
        foreach (var (tokens, kind) in stretches)
        {
            var end = Nearest(places, tokens.End);
            var first = placed.Count == 0 ? 0 : placed[^1].End;
            Misplaced = (Misplaced.Missed + (places[end] == tokens.End ? 0 : 1), Misplaced.All + 1);
            if (end > first)
                placed.Add((first, end, kind));
        }
        if (placed.Count > 0 && placed[^1].End < places.Count - 1)
            placed.Add((placed[^1].End, places.Count - 1, StretchKind.Rest));
        return placed;
    }

    private static int Nearest(List<int> places, int token)
    {
        var best = 0;
        for (var i = 1; i < places.Count; i++)
        {
            if (Math.Abs(places[i] - token) < Math.Abs(places[best] - token))
                best = i;
        }
        return best;
    }

    private int[] Numbered(Action add)
    {
        _sink.Clear();
        add();
        return [.. _sink.Names.Select(NumberOf)];
    }

    private int NumberOf(string name)
    {
        if (!_numbers.TryGetValue(name, out var number))
        {
            _numbers[name] = number = Names.Count;
            Names.Add(name);
        }
        return number;
    }
}
