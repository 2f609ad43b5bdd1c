using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.Shapes.Drawing;

/// <summary>What a zone is drawn from.</summary>
internal abstract record ZoneShape;

/// <summary>Polygons with holes.</summary>
/// <param name="Parts">The parts; rings need not be closed.</param>
/// <param name="Geodesic">Whether edges are geodesics; else straight in longitude and latitude, the shorter way around.</param>
internal sealed record PolygonShape(IReadOnlyList<PolygonPart> Parts, bool Geodesic = false) : ZoneShape;

/// <summary>One part of an area: an outer ring and its holes.</summary>
internal sealed record PolygonPart(IReadOnlyList<GeoPoint> Outer, IReadOnlyList<IReadOnlyList<GeoPoint>> Holes);

/// <summary>All within a distance of a point.</summary>
/// <param name="Centre">The point.</param>
/// <param name="LowM">Distance within which it is certain, in metres.</param>
/// <param name="HighM">Distance within which it is possible, in metres; not less.</param>
internal sealed record CircleShape(GeoPoint Centre, double LowM, double HighM) : ZoneShape;

/// <summary>A square.</summary>
/// <param name="Centre">Its middle.</param>
/// <param name="SideM">Length of its sides as measured through the middle, in metres.</param>
/// <param name="BearingDegrees">Direction in which its first side looks, in degrees east of north.</param>
internal sealed record SquareShape(GeoPoint Centre, double SideM, double BearingDegrees = 0) : ZoneShape;

/// <summary>From where to where a band reaches on one side of its line, in metres: from <paramref name="NearM"/> to <paramref name="FarLowM"/> for certain, to <paramref name="FarHighM"/> possibly.</summary>
internal readonly record struct SideReach(double NearM, double FarLowM, double FarHighM);

/// <summary>A band along a line.</summary>
/// <param name="Line">The line.</param>
/// <param name="Left">What lies on the left hand of one who walks it; null when nothing does.</param>
/// <param name="Right">What lies on the right hand.</param>
internal sealed record LineBandShape(IReadOnlyList<GeoPoint> Line, SideReach? Left, SideReach? Right) : ZoneShape;

/// <summary>The space between two lines; their ends are joined by geodesics.</summary>
internal sealed record BetweenShape(IReadOnlyList<GeoPoint> First, IReadOnlyList<GeoPoint> Second) : ZoneShape;

/// <summary>How zones are put together.</summary>
internal enum Composition
{
    /// <summary>What lies in any.</summary>
    Union,

    /// <summary>What lies in all.</summary>
    Intersection,

    /// <summary>What lies in the first and in none of the others.</summary>
    Difference,
}

/// <summary>A zone made of others.</summary>
internal sealed record ComposedShape(Composition How, IReadOnlyList<ZoneShape> Parts) : ZoneShape;
