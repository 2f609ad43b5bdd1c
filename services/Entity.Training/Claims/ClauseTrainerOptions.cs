namespace Truceline.Entity.Training.Claims;

/// <summary>How the model of clauses is trained.</summary>
internal sealed record ClauseTrainerOptions
{
    /// <summary>Passes over the examples.</summary>
    public int Epochs { get; init; } = 16;

    /// <summary>Passes at the end whose weights are averaged.</summary>
    public int Averaged { get; init; } = 8;

    /// <summary>Step for weights of signs.</summary>
    public float SignRate { get; init; } = 0.06f;

    /// <summary>Step for weights of the hidden layer.</summary>
    public float LayerRate { get; init; } = 0.05f;

    /// <summary>What is added to the sum of squares that makes steps shorter: the greater, the more cautious the first ones.</summary>
    public float Caution { get; init; } = 1;

    /// <summary>What an example without a clear class weighs for classes.</summary>
    public float OpenWeight { get; init; } = 0.2f;

    /// <summary>What each step takes off a weight, as a share of its rate.</summary>
    public float Decay { get; init; }

    /// <summary>Share of signs that are left out at random.</summary>
    public float SignDropout { get; init; } = 0.5f;

    /// <summary>Share of hidden units that are left out at random.</summary>
    public float HiddenDropout { get; init; } = 0.5f;

    /// <summary>Share of the examples in which all that the rules say is left out.</summary>
    public float RuleDropout { get; init; } = 0.15f;

    /// <summary>Seed of all chance.</summary>
    public ulong Seed { get; init; } = 20;

    /// <summary>Frequent words that have a vector.</summary>
    public int FrequentWords { get; init; } = 14_000;

    /// <summary>Words of the file of vectors among which words of the field are looked for.</summary>
    public int KnownWords { get; init; } = 120_000;
}
