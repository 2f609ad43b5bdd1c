using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.Zones;

/// <summary>Which side of its line a band lies on.</summary>
internal enum BandSide
{
    /// <summary>Both, each with half of the widths.</summary>
    Both,

    /// <summary>The left hand of one who walks the line.</summary>
    Left,

    /// <summary>The right hand.</summary>
    Right,
}

/// <summary>
/// What lies beside a line, from a near distance to a far one that may itself be uncertain. Cut square at the line's ends: what lies
/// beyond an end belongs to it only where it lies beside another part of the line.
/// </summary>
internal sealed class BandArea : IZoneArea
{
    private const double CapStepM = 5_000;

    private readonly Polyline _line;
    private readonly BandSide _side;
    private readonly Reach _certain;
    private readonly Reach _possible;

    /// <param name="line">The line.</param>
    /// <param name="side">On which side of it.</param>
    /// <param name="nearM">Distance from the line at which it begins, in metres; 0 or more.</param>
    /// <param name="farLowM">Up to where it reaches for certain; more than <paramref name="nearM"/>.</param>
    /// <param name="farHighM">Up to where it may reach; not less than <paramref name="farLowM"/>.</param>
    public BandArea(Polyline line, BandSide side, double nearM, double farLowM, double farHighM)
    {
        var share = side == BandSide.Both ? 0.5 : 1;
        _line = line;
        _side = side;
        _certain = new(nearM * share, farLowM * share, Caps(nearM * share, farLowM * share));
        _possible = new(nearM * share, farHighM * share, Caps(nearM * share, farHighM * share));
    }

    public AreaDistance Measure(GeoPoint point)
    {
        var foot = _line.NearestBetweenEnds(point);
        var certain = Signed(point, foot, _certain);
        return new(certain, _possible.FarM == _certain.FarM ? certain : Math.Min(certain, Signed(point, foot, _possible)));
    }

    private double Signed(GeoPoint point, LineFoot? foot, Reach reach)
    {
        var toCaps = reach.Caps.Min(cap => cap.DistanceM(point));
        if (foot is not { } at)
            return toCaps;
        if (!IsOwn(at.Side))
            return Math.Min(toCaps, at.DistanceM + reach.NearM);
        if (at.DistanceM > reach.FarM || at.DistanceM < reach.NearM)
            return Math.Min(toCaps, Math.Max(at.DistanceM - reach.FarM, reach.NearM - at.DistanceM));
        var toEdge = Math.Min(toCaps, reach.FarM - at.DistanceM);
        // The line is an edge itself unless the band lies on both sides of it.
        var hasInnerEdge = _side != BandSide.Both || reach.NearM > 0;
        return -(hasInnerEdge ? Math.Min(toEdge, at.DistanceM - reach.NearM) : toEdge);
    }

    private bool IsOwn(int side) => side == 0 || _side == BandSide.Both || side > 0 == (_side == BandSide.Left);

    /// <summary>The cuts at both ends: geodesics square to the line, from the near distance to the far one.</summary>
    private Polyline[] Caps(double nearM, double farM)
    {
        var caps = new List<Polyline>();
        foreach (var (end, azimuth) in new[] { (_line.Points[0], _line.AzimuthAtStart), (_line.Points[^1], _line.AzimuthAtEnd) })
        {
            if (_side != BandSide.Right)
                caps.Add(Cap(end, azimuth - Math.PI / 2, nearM, farM));
            if (_side != BandSide.Left)
                caps.Add(Cap(end, azimuth + Math.PI / 2, nearM, farM));
        }
        return [.. caps];
    }

    private static Polyline Cap(GeoPoint end, double azimuth, double nearM, double farM)
    {
        var steps = (int)Math.Ceiling((farM - nearM) / CapStepM);
        return new(Enumerable.Range(0, steps + 1).Select(i => Geodesic.Direct(end, azimuth, nearM + (farM - nearM) * i / steps)));
    }

    private sealed record Reach(double NearM, double FarM, Polyline[] Caps);
}
