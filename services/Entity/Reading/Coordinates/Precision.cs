namespace Truceline.Entity.Reading.Coordinates;

/// <summary>How exact a position is by the figures that it is given in.</summary>
internal static class Precision
{
    private const double MetresPerDegree = 111_195;
    private const double LeastRadius = 0.01;

    /// <summary>Half the diagonal of a cell of so many degrees, in metres.</summary>
    public static double Radius(double degrees, double latitude)
    {
        var cosine = Math.Cos(double.DegreesToRadians(latitude));
        return Math.Max(LeastRadius, degrees * MetresPerDegree * Math.Sqrt(1 + cosine * cosine) / 2);
    }

    /// <summary>Half the diagonal of a square, both in metres.</summary>
    public static double OfSquare(double side) => Math.Max(LeastRadius, side * Math.Sqrt(0.5));
}
