namespace Truceline.Entity.Reading.Tagging;

/// <summary>Sizes of the network's parts.</summary>
/// <param name="VectorLength">Numbers of a word's vector.</param>
/// <param name="BagLength">Numbers of a hashed feature's vector; a multiple of 8.</param>
/// <param name="BagBits">Hashed features share 2^BagBits rows.</param>
/// <param name="Hidden">Hidden units; a multiple of 16.</param>
internal sealed record NetworkShape(int VectorLength, int BagLength, int BagBits, int Hidden)
{
    /// <summary>Words on each side of a token that its hidden units see.</summary>
    public const int Reach = 2;

    /// <summary>Words that the hidden units of a token see.</summary>
    public const int Window = (2 * Reach) + 1;

    /// <summary>Inputs for the rank of a word by frequency.</summary>
    public const int RankInputs = 8;

    /// <summary>Inputs for what the lexicon says of the word alone.</summary>
    public const int LexiconInputs = 16;

    /// <summary>Rows for tokens of longer phrases of the lexicon: 16 for the first token, 16 for the others.</summary>
    public const int PhraseRows = 32;

    /// <summary>Positions at which a phrase is seen: the token before, the token, the token after.</summary>
    public const int PhraseWindow = 3;

    /// <summary>Rows for <see cref="DocumentSigns"/>.</summary>
    public const int DocumentRows = 8;

    /// <summary>Number of <see cref="TaggingProfile"/>s.</summary>
    public const int Profiles = 7;

    /// <summary>Where a word's bag begins among its inputs.</summary>
    public int BagOffset => VectorLength;

    public int ShapeOffset => BagOffset + BagLength;

    public int RankOffset => ShapeOffset + WordFeatures.ShapeInputs;

    public int LexiconOffset => RankOffset + RankInputs;

    /// <summary>Inputs of one word.</summary>
    public int Inputs => LexiconOffset + LexiconInputs;

    /// <summary>The input that stands for a word's rank: the more frequent, the lower.</summary>
    public static int RankInput(int rank) => rank switch
    {
        < 0 => 7,
        < 100 => 0,
        < 500 => 1,
        < 2000 => 2,
        < 6000 => 3,
        < 15000 => 4,
        < 35000 => 5,
        _ => 6,
    };
}
