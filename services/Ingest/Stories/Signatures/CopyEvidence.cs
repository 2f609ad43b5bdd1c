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
    private const double Bar = 0.5;

    /// <summary>How surely they are copies, (0, 1); 0 when they are none.</summary>
    internal double Similarity()
    {
        var containment = Math.Max(Whole.OfFirst, Whole.OfSecond);
        return Whole.Both >= 4 && containment >= Bar ? Math.Min(containment, 0.999) : 0;
    }
}
