namespace Truceline.GeoZone.Shapes.Drawing;

/// <summary>What one drawing has that another had not.</summary>
internal static class ZoneDifference
{
    public static DrawnZone Gained(DrawnZone before, DrawnZone after) => new(
        GlobeCutter.Wound(Overlay.Difference(after.Inside, before.Inside)),
        GlobeCutter.Wound(Overlay.Difference(after.Possible, before.Possible)));
}
