using Truceline.Entity.Reading;

namespace Truceline.Entity.Training.Claims;

/// <summary>How far two spans agree.</summary>
internal static class SpanOverlap
{
    /// <summary>Least share of the union that two spans of one claim have in common.</summary>
    public const double Least = 0.4;

    /// <summary>Common characters as a share of those of both together, in [0, 1].</summary>
    public static double Of(TextSpan a, TextSpan b)
    {
        var common = Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));
        return (double)common / (Math.Max(a.End, b.End) - Math.Min(a.Start, b.Start));
    }
}
