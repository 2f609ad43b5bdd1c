using NetTopologySuite.Geometries;
using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.UnitTests.Shapes;

/// <summary>
/// Asks a drawn band about places, by the definition alone and with nothing of the drawing: a place belongs to the side of its nearest point
/// on the line and lies in the band when that point is within reach and is no end of the line beyond which the place lies.
/// Lines within some kilometres of the middle, in a plane of their own.
/// </summary>
internal sealed class BandSampler
{
    private readonly (double X, double Y)[] _at;
    private readonly GeoPoint _middle;
    private readonly double _perLatitude;
    private readonly double _perLongitude;

    public BandSampler(IReadOnlyList<GeoPoint> line)
    {
        _middle = new(line.Average(p => p.Latitude), line.Average(p => p.Longitude));
        var sin = Math.Sin(double.DegreesToRadians(_middle.Latitude));
        var w = Math.Sqrt(1 - 0.00669437999014 * sin * sin);
        _perLatitude = Math.PI / 180 * 6378137 * (1 - 0.00669437999014) / (w * w * w);
        _perLongitude = Math.PI / 180 * 6378137 / w * Math.Cos(double.DegreesToRadians(_middle.Latitude));
        _at = [.. line.Select(p => ((p.Longitude - _middle.Longitude) * _perLongitude, (p.Latitude - _middle.Latitude) * _perLatitude))];
    }

    /// <summary>Random places that the definition puts in the band and the drawing does not, and those it puts outside that are drawn.</summary>
    /// <returns>How many were asked for, and both kinds, without places so near to an edge that planes may disagree.</returns>
    public (int Asked, IReadOnlyList<GeoPoint> Missing, IReadOnlyList<GeoPoint> Extra) Ask(MultiPolygon band, double? leftM, double? rightM, int seed, int count)
    {
        var random = new Random(seed);
        var far = Math.Max(leftM ?? 0, rightM ?? 0);
        var (missing, extra, asked) = (new List<GeoPoint>(), new List<GeoPoint>(), 0);
        for (var i = 0; i < count; i++)
        {
            var x = Between(random, _at.Min(p => p.X) - far * 1.1, _at.Max(p => p.X) + far * 1.1);
            var y = Between(random, _at.Min(p => p.Y) - far * 1.1, _at.Max(p => p.Y) + far * 1.1);
            if (Expected(x, y, leftM, rightM) is not { } expected)
                continue;
            asked++;
            var place = new GeoPoint(_middle.Latitude + y / _perLatitude, _middle.Longitude + x / _perLongitude);
            if (band.Holds(place.Latitude, place.Longitude) != expected)
                (expected ? missing : extra).Add(place);
        }
        return (asked, missing, extra);
    }

    private static double Between(Random random, double low, double high) => low + random.NextDouble() * (high - low);

    private bool? Expected(double x, double y, double? leftM, double? rightM)
    {
        bool? answer = null;
        // Whoever answers otherwise a few metres away lies at an edge.
        var off = Math.Max(20, Math.Max(leftM ?? 0, rightM ?? 0) * 0.003);
        foreach (var (dx, dy) in new[] { (0.0, 0.0), (off, off), (off, -off), (-off, off), (-off, -off) })
        {
            var here = IsIn(x + dx, y + dy, leftM, rightM);
            if (answer is { } other && other != here)
                return null;
            answer = here;
        }
        return answer;
    }

    private bool IsIn(double x, double y, double? leftM, double? rightM)
    {
        var isClosed = _at[0] == _at[^1];
        var (best, turn, isLeft, isBeyond) = (double.PositiveInfinity, 0.0, false, false);
        for (var i = 1; i < _at.Length; i++)
        {
            var (a, b) = (_at[i - 1], _at[i]);
            var (dx, dy) = (b.X - a.X, b.Y - a.Y);
            var length = Math.Sqrt(dx * dx + dy * dy);
            var part = ((x - a.X) * dx + (y - a.Y) * dy) / (length * length);
            var foot = Math.Clamp(part, 0, 1);
            var distance = double.Hypot(x - a.X - foot * dx, y - a.Y - foot * dy);
            var across = (dx * (y - a.Y) - dy * (x - a.X)) / length;
            // Where two pieces are equally near, at a corner, that one tells the side which the place lies more across from.
            if (distance > best + 1e-6 || distance > best - 1e-6 && Math.Abs(across) <= turn)
                continue;
            (best, turn, isLeft) = (distance, Math.Abs(across), across > 0);
            isBeyond = !isClosed && (i == 1 && part < 0 || i == _at.Length - 1 && part > 1);
        }
        return !isBeyond && best <= (isLeft ? leftM : rightM);
    }
}
