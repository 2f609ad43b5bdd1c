namespace Truceline.Entity.Training.Tagging;

/// <summary>How a model is trained.</summary>
internal sealed record TrainerOptions
{
    /// <summary>Passes over the documents at first.</summary>
    public int Passes { get; init; } = 2;

    /// <summary>Passes over the documents that a network is refined with.</summary>
    public int RefiningPasses { get; init; } = 2;

    /// <summary>Networks that are trained from different starts and joined into one.</summary>
    public int Members { get; init; } = 2;

    /// <summary>Hidden units of a member; a multiple of 32.</summary>
    public int Hidden { get; init; } = 64;

    /// <summary>Numbers in the vector of a hashed feature, of a member; a multiple of 8.</summary>
    public int BagLength { get; init; } = 16;

    /// <summary>Hashed features share 2^BagBits vectors.</summary>
    public int BagBits { get; init; } = 15;

    /// <summary>Vectors of hashed features begin with numbers within this of zero.</summary>
    public float BagStart { get; init; } = 0.05f;

    /// <summary>The most frequent words, which have vectors.</summary>
    public int VectorWords { get; init; } = 100_000;

    /// <summary>How strongly each class of the lexicon speaks for its labels before anything is learned.</summary>
    public float LexiconStart { get; init; } = 0.7f;

    /// <summary>The same for weapons and platforms, which few mentions teach; strong enough to stand where annotations leave them open.</summary>
    public float ArmsStart { get; init; } = 3f;

    /// <summary>Sentences between two steps.</summary>
    public int Batch { get; init; } = 4;

    /// <summary>Learning rate at the start; it falls to a twentieth.</summary>
    public float Rate { get; init; } = 0.0012f;

    /// <summary>Learning rate at the start of refining; it falls to a twentieth.</summary>
    public float RefiningRate { get; init; } = 0.0008f;

    /// <summary>Learning rate of hashed features, as a share: rare ones are learned by heart otherwise.</summary>
    public float BagRate { get; init; } = 1f;

    /// <summary>Decay of a hashed feature's vector at each step that it takes part in, times the learning rate.</summary>
    public float BagDecay { get; init; } = 0.02f;

    /// <summary>Decay of the weights of inputs at each step, times the learning rate.</summary>
    public float InputDecay { get; init; } = 0.002f;

    /// <summary>Share of hidden units that are left out at random.</summary>
    public float Dropout { get; init; } = 0.3f;

    /// <summary>Share of the numbers of vectors that are left out at random.</summary>
    public float InputDropout { get; init; }

    /// <summary>Share of words whose vector is left out at random, as if they were unknown.</summary>
    public float VectorDropout { get; init; } = 0.05f;

    /// <summary>Share of words whose form itself is left out at random, so that affixes and context must do.</summary>
    public float FormDropout { get; init; } = 0.4f;

    /// <summary>Share of documents that are read in lower case, and again that are read in capitals.</summary>
    public float CaseShare { get; init; } = 0.04f;

    /// <summary>Start of the sequence of random numbers.</summary>
    public ulong Seed { get; init; } = 20180917;
}
