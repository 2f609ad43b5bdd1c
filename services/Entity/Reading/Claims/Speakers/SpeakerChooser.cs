using Truceline.Entity.Reading.Claims.Cutting;

namespace Truceline.Entity.Reading.Claims.Speakers;

/// <summary>
/// Chooses who says a claim and whose report it is, by learned weights over what the tree and the rules tell of each candidate. Immutable; safe to share between threads.
/// </summary>
/// <param name="weights">Weights: a column for the speaker, one for the source.</param>
internal sealed class SpeakerChooser(FeatureWeights weights)
{
    /// <summary>How much likelier than the choice of the rules, in logarithms, another speaker or source must be to go before it.</summary>
    private static readonly double[] Margins = [1.5, 2.5];

    /// <summary>The chooser whose weights come with the assembly.</summary>
    public static SpeakerChooser Default { get; } = new(FeatureWeights.Load("claims.claim-speakers.tsv"));

    /// <summary>Is told of every claim whose speaker is chosen, for whoever learns; null: nobody is.</summary>
    public Action<SpeakerCase>? Observer { get; init; }

    /// <summary>Who passed a claim on, the inmost first; the chain of the rules where it stands.</summary>
    public List<AttributionLink> Choose(SpeakerCase speech)
    {
        Observer?.Invoke(speech);
        var candidates = SpeakerCandidates.Of(speech);
        var (sink, scores) = (new FeatureSink(), new double[candidates.Count, 2]);
        Span<double> score = stackalloc double[2];
        for (var i = 0; i < candidates.Count; i++)
        {
            sink.Clear();
            SpeakerFeatures.Add(speech, candidates[i], sink);
            score.Clear();
            weights.Add(sink, score);
            (scores[i, 0], scores[i, 1]) = (score[0], score[1]);
        }
        var speaker = Best(candidates, scores, 0, speech.RuledSpeaker);
        var source = Best(candidates, scores, 1, speech.RuledSource);
        // Whose report it is by rule is not made the speaker: the two are told apart by words, and few texts teach it.
        if (speech.RuledSpeaker is null && candidates[speaker].Name is { } name && name == speech.RuledSource || candidates[speaker].Name == speech.RuledSpeaker && candidates[source].Name == speech.RuledSource)
            return [.. speech.Chain];
        var chain = new List<AttributionLink>();
        if (candidates[speaker] is { Name: not null } who)
            chain.Add(LinkOf(speech, who, "say"));
        if (source != speaker && candidates[source] is { Name: not null } by)
            chain.Add(LinkOf(speech, by, "according"));
        return chain;
    }

    private static int Best(List<SpeakerCandidate> candidates, double[,] scores, int column, string? ruled)
    {
        var (best, byRule) = (0, 0);
        for (var i = 1; i < candidates.Count; i++)
        {
            best = scores[i, column] > scores[best, column] ? i : best;
            byRule = candidates[i].Name == ruled ? i : byRule;
        }
        return scores[best, column] > scores[byRule, column] + Margins[column] ? best : byRule;
    }

    private static AttributionLink LinkOf(SpeakerCase speech, SpeakerCandidate candidate, string verb)
    {
        if (speech.Chain.FirstOrDefault(l => l.Name == candidate.Name) is { } known)
            return (known.Verb == "according") == (verb == "according") ? known : known with { Verb = verb };
        if (candidate.Tokens.IsEmpty)
            return new AttributionLink(null, candidate.Name!, verb, speech.View.SpanOf(speech.Tokens.First, speech.Tokens.First + 1));
        return new AttributionLink(speech.View.Discourse.Speaker(candidate.Tokens.First, candidate.Tokens.End), candidate.Name!, verb, speech.View.SpanOf(candidate.Tokens.First, candidate.Tokens.End));
    }
}
