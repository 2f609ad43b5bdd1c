using System.Runtime.CompilerServices;

namespace Truceline.Ingest.Stories.Signatures;

/// <summary>Decides whether two texts are copies, by their signatures alone. Pure and symmetric.</summary>
internal static class CopyDecision
{
    private const int MostDaysApart = 2;
    private const int FewestBins = 4;
    private const double Bar = 1.0;
    private const double OddsPerDay = 0.7;
    private const double MostOddsOfDays = 6;
    private const double MostUnlessExact = 0.999;

    /// <summary>What is measured of two texts.</summary>
    internal static CopyEvidence Measure(SignatureRecord first, SignatureRecord second) =>
        Measure(first, second, SketchOverlap.Of(first.Whole, second.Whole));

    /// <summary>How surely the second is a copy of the first, [0.7, 1]: 1 for the same words; 0 when it is none.</summary>
    /// <param name="first">A text.</param>
    /// <param name="second">The other one.</param>
    /// <param name="whole">How their runs of words overlap.</param>
    internal static double Similarity(SignatureRecord first, SignatureRecord second, out SketchOverlap whole)
    {
        whole = SketchOverlap.Of(first.Whole, second.Whole);
        if (first.Exact == second.Exact && first.ExactOnly == second.ExactOnly)
        {
            return !first.ExactOnly || SameDays(first.Day, second.Day) ? 1 : 0;
        }

        // Most candidates share one run by chance.
        if (first.ExactOnly || second.ExactOnly || whole.Both < FewestBins)
        {
            return 0;
        }

        var odds = Measure(first, second, whole).LogOdds() - DaysApart(first.PublishedDay, second.PublishedDay);
        return odds >= Bar ? Math.Min(1 / (1 + Math.Exp(-odds)), MostUnlessExact) : 0;
    }

    [SkipLocalsInit]
    private static CopyEvidence Measure(SignatureRecord first, SignatureRecord second, SketchOverlap whole)
    {
        Span<byte> firstCoarse = stackalloc byte[SketchShape.HeadBins];
        Span<byte> secondCoarse = stackalloc byte[SketchShape.HeadBins];
        SketchOverlap.Coarsen(first.Whole, firstCoarse);
        SketchOverlap.Coarsen(second.Whole, secondCoarse);
        return new CopyEvidence(
            whole,
            SketchOverlap.Of(first.Head, secondCoarse),
            SketchOverlap.Of(second.Head, firstCoarse),
            SketchOverlap.Of(first.Names, second.Names),
            SketchOverlap.Of(first.Figures, second.Figures));
    }

    // A copy comes out within days; a bulletin that is filled into last week's words comes out a week later.
    private static double DaysApart(int first, int second) =>
        first == 0 || second == 0 ? 0 : Math.Clamp(OddsPerDay * (Math.Abs(first - second) - MostDaysApart), 0, MostOddsOfDays);

    // "Shelling heard in Aleppo" is news again next month.
    private static bool SameDays(int first, int second) => first == 0 || second == 0 || Math.Abs(first - second) <= MostDaysApart;
}
