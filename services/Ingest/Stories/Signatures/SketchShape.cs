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

    /// <summary>How many runs of a text are its beginning: half of it, so that a note at the end of a short text is none of it; at least 24, at most 96.</summary>
    internal static int HeadRuns(int runs) => Math.Min(runs, Math.Clamp(runs / 2, 24, 96));

    /// <summary>Bins of names: words with a capital within a sentence.</summary>
    internal const int NameBins = 64;

    /// <summary>Bins of figures: digits and words for numbers, each with the word after it.</summary>
    internal const int FigureBins = 48;

    /// <summary>Value of a bin without any.</summary>
    internal const byte Empty = 255;

    /// <summary>Keys of the beginning: the smallest hash of each of as many groups of bins. Most copies of a part are of the first paragraphs.</summary>
    internal const int HeadGroups = 8;

    /// <summary>Most keys of the whole text.</summary>
    internal const int MostGroups = 32;

    /// <summary>Keys of a text of as many runs: a longer one has more, since a copy may hold a small part of it.</summary>
    internal static int Groups(int runs) => runs <= 512 ? 8 : runs <= 1200 ? 16 : MostGroups;
}
