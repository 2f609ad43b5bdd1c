namespace Truceline.Entity.Reading.Places.Recognition;

/// <summary>A name of a place in a text.</summary>
/// <param name="Span">Its characters.</param>
/// <param name="Known">The places that bear it.</param>
/// <param name="Confidence">Probability that it names a place, (0, 1].</param>
internal readonly record struct FoundToponym(TextSpan Span, NameKnowledge Known, double Confidence);

/// <summary>
/// Tells which names in a text name places, those within names of organisations included: a logistic model over what the gazetteer, the tagger
/// and the words beside a name say. Thread-safe.
/// </summary>
/// <param name="weights">A weight for each of <see cref="ToponymFeatures"/>.</param>
internal sealed class ToponymRecogniser(float[] weights)
{
    private const double CertainScore = 20;

    // A place that is passed over is worse than a name too many: the resolver may still find nothing that fits.
    private const double LeastScore = -0.5;

    /// <summary>The recogniser with the weights that are shipped (<c>place-recognition.tsv</c>).</summary>
    public ToponymRecogniser()
        : this(RecogniserWeights.Load())
    {
    }

    /// <summary>All toponyms of a text, in order; none overlap.</summary>
    /// <param name="scan">The text and its candidates.</param>
    /// <param name="certain">Characters where a name that the gazetteer holds is a place for certain: the dateline's; null when there are none.</param>
    public List<FoundToponym> Find(ToponymScan scan, TextSpan? certain = null)
    {
        var found = new List<FoundToponym>();
        scan.Visit((candidates, facts) =>
        {
            var (best, bestScore) = (-1, LeastScore);
            for (var i = 0; i < candidates.Count; i++)
            {
                var score = Score(facts[i]);
                if (certain is { } span && span.Overlaps(scan.SpanOf(candidates[i])) && facts[i].Class < NameClass.Unknown)
                    score = CertainScore - i;
                if (score > bestScore)
                    (best, bestScore) = (i, score);
            }
            if (best < 0)
                return -1;
            var (_, last, known) = candidates[best];
            found.Add(new FoundToponym(scan.SpanOf(candidates[best]), known, 1 / (1 + Math.Exp(-bestScore))));
            return last;
        });
        return found;
    }

    /// <summary>Log odds that a candidate is a toponym.</summary>
    public double Score(in CandidateFacts facts)
    {
        Span<int> features = stackalloc int[ToponymFeatures.PerCandidate];
        ToponymFeatures.Of(facts, features);
        var score = Evidence(facts.Tag);
        foreach (var feature in features)
            score += weights[feature];
        return score;
    }

    /// <summary>
    /// Log odds that the tagger's word adds. Set by hand, not learned: the tagger has seen the texts that weights are learned from, and is surer
    /// there than it has reason to be on others.
    /// </summary>
    private static double Evidence(TagRelation tag) => tag switch
    {
        TagRelation.LocationExact => 2,
        TagRelation.LocationLonger or TagRelation.LocationOther => -0.5,
        TagRelation.OrganisationExact => -1.5,
        TagRelation.OrganisationFirst or TagRelation.OrganisationInner => -0.5,
        TagRelation.PersonExact or TagRelation.PersonPart or TagRelation.NationalityAny => -2,
        TagRelation.OtherAny or TagRelation.None => -1,
        _ => 0,
    };
}
