using Truceline.GeoZone.Shapes;
using Truceline.GeoZone.V1;
using Truceline.Type.V1;

namespace Truceline.GeoZone.Zones.Versions;

/// <summary>Puts what a shape names into it. Pure.</summary>
internal static class ShapeFilling
{
    /// <summary>The shape with all that it names put in.</summary>
    /// <param name="shape">A valid shape.</param>
    /// <param name="find">What a name stands for at the time; null when there is nothing.</param>
    /// <returns>A shape that names nothing; null when something that it names is not there, or not the party whose side it lies on.</returns>
    public static Shape? Fill(Shape shape, Func<KeptKey, VersionBody?> find)
    {
        switch (shape.KindCase)
        {
            case Shape.KindOneofCase.AgreedBand:
                return find(KeptKey.Line(shape.AgreedBand.LineId))?.Line is { } line && Band(shape.AgreedBand, line.Course, line.LeftPartyId, line.RightPartyId) is { } band ? new() { Band = band } : null;
            case Shape.KindOneofCase.Corridor when shape.Corridor.RouteLineId.Length > 0:
                return Course(shape.Corridor.RouteLineId, find) is { } route
                    ? new() { Corridor = new() { Route = route, WidthLowM = shape.Corridor.WidthLowM, WidthHighM = shape.Corridor.WidthHighM } }
                    : null;
            case Shape.KindOneofCase.Between:
                var first = shape.Between.FirstLineId.Length == 0 ? shape.Between.First : Course(shape.Between.FirstLineId, find);
                var second = shape.Between.SecondLineId.Length == 0 ? shape.Between.Second : Course(shape.Between.SecondLineId, find);
                return first is not null && second is not null ? new() { Between = new() { First = first, Second = second } } : null;
            case Shape.KindOneofCase.Zone:
                return find(KeptKey.Zone(shape.Zone.ZoneId))?.DrawnFrom;
            case Shape.KindOneofCase.Place:
                return find(KeptKey.Place(shape.Place.GazetteerId))?.DrawnFrom;
            case Shape.KindOneofCase.Composed:
                var parts = shape.Composed.Parts.Select(part => Fill(part, find)).ToList();
                return parts.Contains(null) ? null : new() { Composed = new() { How = shape.Composed.How, Parts = { parts } } };
            default:
                return shape;
        }
    }

    private static Line? Course(string lineId, Func<KeptKey, VersionBody?> find) => find(KeptKey.Line(lineId))?.Line?.Course;

    /// <summary>A band with its line put in.</summary>
    /// <param name="band">A valid band.</param>
    /// <param name="course">Its line.</param>
    /// <param name="left">The party on the left hand of the line; empty when none is named.</param>
    /// <param name="right">That on the right hand.</param>
    /// <returns>The band; null when it lies on the side of a party that is not beside the line.</returns>
    public static LineBandShape? Band(Band band, Line course, string left, string right)
    {
        if (BandChecks.Parties("", band).Any(named => named.PartyId != left && named.PartyId != right))
            return null;
        // Without a party both sides share the widths, unless each has all of them.
        var share = band.SidePartyId.Length == 0 && band.Measure != BandMeasure.EachSide ? 0.5 : 1;
        var reach = new SideReach { NearM = band.NearM * share, FarLowM = band.FarLowM * share, FarHighM = band.FarHighM * share };
        return new() { Line = course, Left = Reach(left), Right = Reach(right) };

        SideReach? Reach(string party) =>
            band.Sides.Count > 0 ? band.Sides.FirstOrDefault(s => s.PartyId == party)?.Reach
            : band.SidePartyId.Length == 0 || band.SidePartyId == party ? reach
            : null;
    }
}
