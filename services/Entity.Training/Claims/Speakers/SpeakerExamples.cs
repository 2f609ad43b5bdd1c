using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Claims;
using Truceline.Entity.Reading.Claims.Cutting;
using Truceline.Entity.Reading.Claims.Speakers;
using Truceline.Entity.Training.Evaluations.Claims;
using Truceline.Entity.UnitTests.Challenge;

namespace Truceline.Entity.Training.Claims.Speakers;

/// <summary>Makes examples of the claims that the reader makes of annotated texts; features are numbered as they come. Not thread-safe.</summary>
internal sealed class SpeakerExamples
{
    private readonly Dictionary<string, int> _numbers = [];
    private readonly FeatureSink _sink = new(named: true);
    private readonly List<SpeakerCase> _cases = [];
    private readonly StoryReader _reader;

    /// <summary>Observes a reader. The judge is learned after the speakers, from what they make: it has no say here.</summary>
    public SpeakerExamples(StoryReader reader)
    {
        _reader = reader.With(ClaimModels.Default with { Judge = null, Speakers = new SpeakerChooser(new FeatureWeights([])) { Observer = _cases.Add } });
    }

    /// <summary>Names of the features by their numbers.</summary>
    public List<string> Names { get; } = [];

    /// <summary>The examples of a text.</summary>
    /// <param name="item">The text with its claims.</param>
    /// <param name="complete">Whether a claim without a speaker or source is annotated to have none.</param>
    public List<SpeakerExample> Of(ChallengeItem item, bool complete)
    {
        _cases.Clear();
        _ = _reader.Read(item.Text, FoldedReaders.ContextOf(item));
        var examples = new List<SpeakerExample>();
        foreach (var claim in item.Expect)
        {
            var span = new TextSpan(claim.Span[0], claim.Span[1]);
            if (_cases.MaxBy(c => SpanOverlap.Of(span, c.View.SpanOf(c.Tokens.First, c.Tokens.End))) is { } speech && SpanOverlap.Of(span, speech.View.SpanOf(speech.Tokens.First, speech.Tokens.End)) >= SpanOverlap.Least)
                examples.Add(Of(speech, claim, complete));
        }
        return examples;
    }

    private SpeakerExample Of(SpeakerCase speech, ExpectedClaim claim, bool complete)
    {
        var candidates = SpeakerCandidates.Of(speech);
        var features = new int[candidates.Count][];
        for (var i = 0; i < candidates.Count; i++)
        {
            _sink.Clear();
            SpeakerFeatures.Add(speech, candidates[i], _sink);
            features[i] = [.. _sink.Names.Select(NumberOf)];
        }
        return new SpeakerExample(features, Right(candidates, claim.Speaker, complete), Right(candidates, claim.Source, complete));
    }

    /// <summary>Which candidates are right: those of the name, or else those that hold it or are held by it; null when none is or it is not known.</summary>
    private static bool[]? Right(List<SpeakerCandidate> candidates, string? name, bool complete)
    {
        if (name is null)
            return complete ? [.. candidates.Select(c => c.Name is null)] : null;
        bool[] exact = [.. candidates.Select(c => c.Name is { } n && n.Equals(name, StringComparison.OrdinalIgnoreCase))];
        bool[] near = [.. candidates.Select(c => c.Name is { Length: > 2 } n && (n.Contains(name, StringComparison.OrdinalIgnoreCase) || name.Contains(n, StringComparison.OrdinalIgnoreCase)))];
        return exact.Contains(true) ? exact : near.Contains(true) ? near : null;
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
