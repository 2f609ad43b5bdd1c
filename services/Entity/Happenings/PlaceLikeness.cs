using Truceline.Type.V1;

namespace Truceline.Entity.Happenings;

/// <summary>How likely two claims mean one place. Pure.</summary>
internal static class PlaceLikeness
{
    /// <summary>A village is named for what happens this far from it, in metres.</summary>
    private const double VicinityM = 5_000;

    /// <summary>A place this many times smaller than an area may be a spot in it; of two of like size one is beside the other.</summary>
    private const double MuchSmaller = 4;

    /// <summary>What a town in a province counts for: it may be another town of it.</summary>
    private const double InArea = 0.5;

    /// <summary>Likeness of two places in [0, 1]: the best of all pairs of candidates, each less by how far its score stands behind the best of its name.</summary>
    internal static double Of(IReadOnlyList<PlaceCandidate> a, IReadOnlyList<PlaceCandidate> b)
    {
        if (a.Count == 0 || b.Count == 0)
        {
            return 0;
        }

        var (bestA, bestB) = (a.Max(c => c.Score), b.Max(c => c.Score));
        return a.SelectMany(_ => b, (x, y) => x.Score / bestA * (y.Score / bestB) * Of(x, y)).Max();
    }

    private static double Of(PlaceCandidate a, PlaceCandidate b)
    {
        if (a.GazetteerId.Length > 0 && a.GazetteerId == b.GazetteerId)
        {
            return 1;
        }

        var (small, large) = (Math.Min(a.RadiusM, b.RadiusM), Math.Max(a.RadiusM, b.RadiusM));
        var distance = Metres(a.Position, b.Position);
        var near = Math.Exp(-distance / (VicinityM + (small / 4)));
        return large >= small * MuchSmaller && large > VicinityM && distance <= large ? Math.Max(near, InArea) : near;
    }

    /// <summary>
    /// Distance on the ellipsoid, in metres, by the radii of curvature at the middle latitude: within 0.1 % up to 400 km, farther than which nothing is alike.
    /// </summary>
    internal static double Metres(Position a, Position b)
    {
        const double EquatorialM = 6_378_137;
        const double Eccentricity2 = 0.00669437999014;
        var sin = Math.Sin(double.DegreesToRadians((a.Latitude + b.Latitude) / 2));
        var cos = Math.Sqrt(1 - (sin * sin));
        var w = 1 - (Eccentricity2 * sin * sin);
        var north = EquatorialM * (1 - Eccentricity2) / (w * Math.Sqrt(w)) * double.DegreesToRadians(b.Latitude - a.Latitude);
        var east = EquatorialM / Math.Sqrt(w) * cos * double.DegreesToRadians(Math.IEEERemainder(b.Longitude - a.Longitude, 360));
        return Math.Sqrt((north * north) + (east * east));
    }
}
