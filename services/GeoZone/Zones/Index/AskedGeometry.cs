using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.Zones.Index;

/// <summary>A line or an area that is asked about, cut at the antimeridian; edges straight in longitude and latitude. Immutable.</summary>
/// <param name="Shape">Its edges. A line is there as rings that go along it and back, which hold nothing.</param>
/// <param name="IsArea">Whether what the edges enclose belongs to it.</param>
internal sealed record AskedGeometry(ZoneShape Shape, bool IsArea)
{
    /// <summary>A line whose edges take the shorter way around the globe.</summary>
    /// <param name="points">Two points or more.</param>
    public static AskedGeometry Line(IReadOnlyList<GeoPoint> points) => Lines([points]);

    /// <summary>Lines whose edges take the shorter way around the globe, as one.</summary>
    /// <param name="lines">One line or more, of two points or more each.</param>
    public static AskedGeometry Lines(IReadOnlyList<IReadOnlyList<GeoPoint>> lines) => new(new([.. lines.SelectMany(Pieces).Select(ThereAndBack)]), false);

    private static List<List<double>> Pieces(IReadOnlyList<GeoPoint> points)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points.Count, 2, nameof(points));
        List<List<double>> pieces = [[points[0].Longitude, points[0].Latitude]];
        var (x, y) = (points[0].Longitude, points[0].Latitude);
        foreach (var point in points.Skip(1))
        {
            var (toX, toY) = (x + GeoPoint.Wrap(point.Longitude - x), point.Latitude);
            if (Math.Abs(toX) > 180)
            {
                var seam = Math.CopySign(180, toX);
                var at = y + (toY - y) * (seam - x) / (toX - x);
                pieces[^1].AddRange([seam, at]);
                pieces.Add([-seam, at]);
                toX -= 2 * seam;
            }
            pieces[^1].AddRange([toX, toY]);
            (x, y) = (toX, toY);
        }
        return pieces;
    }

    private static double[] ThereAndBack(List<double> piece)
    {
        var back = new List<double>(piece);
        for (var i = piece.Count - 2; i >= 0; i -= 2)
            back.AddRange([piece[i], piece[i + 1]]);
        return [.. back];
    }
}
