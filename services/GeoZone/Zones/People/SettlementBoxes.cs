using NetTopologySuite.Geometries;

namespace Truceline.GeoZone.Zones.People;

/// <summary>The boxes in which to look for places of a zone: a place whose point is outside may reach into it.</summary>
internal static class SettlementBoxes
{
    /// <summary>No town reaches farther from its point, in metres.</summary>
    public const double FarthestM = 30_000;

    private const double DegreeM = 110_500;

    /// <summary>One for each part, so that a zone on both sides of the antimeridian does not ask for the globe.</summary>
    public static IEnumerable<GeoBox> Around(MultiPolygon area)
    {
        foreach (var part in area.Geometries.Where(g => !g.IsEmpty))
        {
            var box = part.EnvelopeInternal;
            var (south, north) = (Math.Max(-90, box.MinY - FarthestM / DegreeM), Math.Min(90, box.MaxY + FarthestM / DegreeM));
            var narrowing = Math.Cos(double.DegreesToRadians(Math.Max(Math.Abs(south), Math.Abs(north))));
            var margin = FarthestM / DegreeM / Math.Max(narrowing, 1e-6);
            yield return box.Width + 2 * margin >= 360
                ? new(south, -180, north, 180)
                : new(south, Wrap(box.MinX - margin), north, Wrap(box.MaxX + margin));
        }
    }

    private static double Wrap(double longitude) => longitude < -180 ? longitude + 360 : longitude > 180 ? longitude - 360 : longitude;
}
