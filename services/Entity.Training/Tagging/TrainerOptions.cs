namespace Truceline.Entity.Training.Tagging;

/// <summary>How a model is trained.</summary>
internal sealed record TrainerOptions
{
    /// <summary>Passes over all documents.</summary>
    public int Passes { get; init; } = 12;

    /// <summary>Hidden units; a multiple of 32.</summary>
    public int Hidden { get; init; } = 128;

    /// <summary>Numbers in the vector of a hashed feature; a multiple of 8.</summary>
    public int BagLength { get; init; } = 32;

    /// <summary>Hashed features share 2^BagBits vectors.</summary>
    public int BagBits { get; init; } = 15;

    /// <summary>Sentences between two steps.</summary>
    public int Batch { get; init; } = 8;

    /// <summary>Learning rate at the start; it falls to a twentieth.</summary>
    public float Rate { get; init; } = 0.0015f;

    /// <summary>Share of hidden units that are left out at random.</summary>
    public float Dropout { get; init; } = 0.4f;

    /// <summary>Share of words whose vector is left out at random, as if they were unknown.</summary>
    public float VectorDropout { get; init; } = 0.05f;

    /// <summary>Share of words whose form itself is left out at random, so that affixes and context must do.</summary>
    public float FormDropout { get; init; } = 0.3f;

    /// <summary>Share of documents that are read in lower case, and again that are read in capitals.</summary>
    public float CaseShare { get; init; } = 0.04f;

    /// <summary>Start of the sequence of random numbers.</summary>
    public ulong Seed { get; init; } = 20180917;
}
