namespace Truceline.Ingest.Stories.Signatures;

/// <summary>
/// Sizes of the sketches. A sketch is a one-permutation MinHash (Li, Owen, Zhang 2012): the hashes of a set fall into bins by their highest bits, and each bin
/// keeps the next eight bits of its smallest. A bin without any is <see cref="Empty"/>, above all values.
/// </summary>
internal static class SketchShape
{
    /// <summary>Words of a run that is hashed as one.</summary>
    internal const int Run = 4;

    /// <summary>Texts of fewer words match only exactly.</summary>
    internal const int FewestWords = 20;

    /// <summary>Bins of the whole text's runs.</summary>
    internal const int WholeBins = 256;

    /// <summary>Bins of the runs with which the text begins.</summary>
    internal const int HeadBins = 64;

    /// <summary>How many runs are the beginning.</summary>
    internal const int HeadRuns = 96;

    /// <summary>Bins of names: words with a capital within a sentence.</summary>
    internal const int NameBins = 64;

    /// <summary>Bins of figures: digits and words for numbers, each with the word after it.</summary>
    internal const int FigureBins = 48;

    /// <summary>Value of a bin without any.</summary>
    internal const byte Empty = 255;

    /// <summary>Keys of a text: the smallest hash of each of as many groups of bins.</summary>
    internal const int Groups = 16;

    /// <summary>Keys of a long text, of which a shorter copy may hold a small part.</summary>
    internal const int LongGroups = 32;

    /// <summary>Texts of more runs are long.</summary>
    internal const int LongRuns = 800;

    /// <summary>Keys of the beginning: most copies of a part are of the first paragraphs.</summary>
    internal const int HeadGroups = 8;
}
