using Truceline.Type.V1;

namespace Truceline.GeoZone.Zones.Index;

/// <summary>How a line or an area with an uncertainty lies with respect to a zone.</summary>
/// <param name="Zone">The number of the zone's version in its snapshot.</param>
/// <param name="Position">Inside when all that it may be belongs to the zone for certain, outside when none of it may, else possible.</param>
/// <param name="Distance">Between it and the zone's edges, negative inside; 0 where an edge meets it.</param>
/// <param name="IsTouched">Whether some of it, as it was given, belongs to the zone for certain.</param>
internal readonly record struct GeometryJudgement(int Zone, ZonePosition Position, AreaDistance Distance, bool IsTouched);

internal sealed partial class ZoneSnapshot
{
    private const double LeastMeridianM = 110_500;

    /// <summary>The judgements of all valid zones that a line or an area is inside of, possibly inside of, or partly inside of; in no order.</summary>
    /// <param name="asked">The line or area.</param>
    /// <param name="radiusM">Radius around it within which the thing lies, in metres; 0 or more.</param>
    /// <param name="instant">The instant.</param>
    public List<GeometryJudgement> Judge(AskedGeometry asked, double radiusM, DateTimeOffset instant)
    {
        List<int> near = [];
        Around(asked.Shape, radiusM, near);
        List<GeometryJudgement> found = [];
        foreach (var zone in near.Select(shape => shape >> 1).Distinct().Where(zone => _zones[zone].IsValidAt(instant)))
        {
            if (Judge(zone, asked, radiusM) is { } judgement)
                found.Add(judgement);
        }
        return found;
    }

    private GeometryJudgement? Judge(int zone, AskedGeometry asked, double radiusM)
    {
        var (inside, possible) = (_zones[zone].Inside, _zones[zone].Possible);
        var (may, mayM) = Lies(possible ?? inside, asked, radiusM);
        if (may == Relation.Apart && mayM > radiusM)
            return null;
        var (does, doesM) = possible is null ? (may, mayM) : Lies(inside, asked, double.PositiveInfinity);
        var position = does == Relation.Within && -doesM >= radiusM ? ZonePosition.Inside : ZonePosition.Possible;
        return new(zone, position, new(doesM, Math.Min(doesM, mayM)), does != Relation.Apart);
    }

    private static (Relation Relation, double SignedM) Lies(ZoneShape shape, AskedGeometry asked, double withinM) => ShapeRelation.Of(shape, asked) switch
    {
        Relation.Within => (Relation.Within, -ShapeRelation.DistanceM(shape, asked, double.PositiveInfinity)),
        Relation.Apart => (Relation.Apart, ShapeRelation.DistanceM(shape, asked, withinM)),
        var met => (met, 0),
    };

    private void Around(ZoneShape shape, double radiusM, List<int> into)
    {
        var north = radiusM / LeastMeridianM + 1e-9;
        var (south, top) = (Math.Max(-90, shape.South - north), Math.Min(90, shape.North + north));
        var cos = Math.Cos(double.DegreesToRadians(Math.Max(Math.Abs(south), Math.Abs(top))));
        // Around a pole every meridian is near.
        var east = south <= -90 || top >= 90 ? 360 : Math.Min(360, radiusM / (LeastMeridianM * cos) * 1.01 + 1e-9);
        for (var turn = -360; turn <= 360; turn += 360)
        {
            var (from, to) = (Math.Max(-180, shape.West + turn - east), Math.Min(180, shape.East + turn + east));
            if (from <= to)
                _index.InBox(from, south, to, top, into);
        }
    }
}
