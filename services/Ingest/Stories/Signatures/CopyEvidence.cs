namespace Truceline.Ingest.Stories.Signatures;

/// <summary>What two signatures have in common.</summary>
/// <param name="Whole">Runs of words of both.</param>
/// <param name="FirstHead">Runs with which the first begins, and all of the second.</param>
/// <param name="SecondHead">Runs with which the second begins, and all of the first.</param>
/// <param name="Names">Names of both.</param>
/// <param name="Figures">Figures of both.</param>
internal readonly record struct CopyEvidence(
    SketchOverlap Whole, SketchOverlap FirstHead, SketchOverlap SecondHead, SketchOverlap Names, SketchOverlap Figures)
{
    // Fitted (logistic regression, a wrong merge counting three times) on one half of the texts that the evaluation "near-duplicates" makes; it reports on the other.
    private const double Bias = -7.8;
    private const double OfContained = 10.4;
    private const double OfOneHead = 5.2;
    private const double OfBothHeads = 4.0;
    private const double OfOtherFigure = -1.1;
    private const double OfNames = 2.4;

    // Figures beyond as many prove nothing more.
    private const double MostFigures = 6;

    // Two figures that stayed make up for one that was updated.
    private const double FiguresForOne = 2;

    // A share of few bins is less than it looks.
    private const double DoubtInShare = 2;
    private const double DoubtInNames = 3;

    /// <summary>
    /// Log odds that they are copies. A copy that was cut is contained in the other; however it was edited, one of the two texts mostly begins with words that
    /// the other has too, which a follow-up that repeats background does not; and unlike two reports filled into one template it keeps most figures and names.
    /// </summary>
    internal double LogOdds()
    {
        var first = Share(FirstHead.Both, FirstHead.First);
        var second = Share(SecondHead.Both, SecondHead.First);
        // What only one of the two has may have been cut; what each has instead of the other's was changed.
        var otherFigures = Math.Min(Figures.First, Figures.Second);
        var otherNames = Math.Min(Names.First, Names.Second);
        return Bias
            + (OfContained * Math.Max(Share(Whole.Both, Whole.First), Share(Whole.Both, Whole.Second)))
            + (OfOneHead * Math.Max(first, second))
            + (OfBothHeads * Math.Min(first, second))
            + (OfOtherFigure * Math.Clamp(otherFigures - (Figures.Both / FiguresForOne), 0, MostFigures))
            + (OfNames * (Names.Both - otherNames) / (Names.Both + otherNames + DoubtInNames));
    }

    private static double Share(int both, int only) => both / (both + only + DoubtInShare);
}
