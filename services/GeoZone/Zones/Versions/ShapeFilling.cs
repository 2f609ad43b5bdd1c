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
                return find(KeptKey.Line(shape.AgreedBand.LineId))?.Line is { } line && Band(shape.AgreedBand, line) is { } band ? new() { Band = band } : null;
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

    /// <summary>Without a party both sides share the widths.</summary>
    private static LineBandShape? Band(Band band, LineContent line)
    {
        var isShared = band.SidePartyId.Length == 0;
        if (!isShared && band.SidePartyId != line.LeftPartyId && band.SidePartyId != line.RightPartyId)
            return null;
        var share = isShared ? 0.5 : 1;
        var reach = new SideReach { NearM = band.NearM * share, FarLowM = band.FarLowM * share, FarHighM = band.FarHighM * share };
        var isLeft = band.SidePartyId == line.LeftPartyId;
        return new() { Line = line.Course, Left = isShared || isLeft ? reach : null, Right = isShared || !isLeft ? reach : null };
    }
}
