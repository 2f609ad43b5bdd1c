using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.UnitTests.Shapes;

/// <summary>Lines that several tests draw from.</summary>
internal static class ZoneLines
{
    /// <summary>Up one meridian and down the opposite one.</summary>
    public static IReadOnlyList<GeoPoint> OverThePole() => Drawn.Line((89, 30), (90, 30), (90, -150), (89, -150));
}
