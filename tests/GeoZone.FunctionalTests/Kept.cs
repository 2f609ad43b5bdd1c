using Truceline.GeoZone.V1;

namespace Truceline.GeoZone.FunctionalTests;

/// <summary>Lines and zones to keep.</summary>
internal static class Kept
{
    /// <summary>A line from 35.5 to 36 degrees north, walked northwards.</summary>
    /// <param name="longitude">Degrees east.</param>
    public static LineContent Line(double longitude) => new()
    {
        Kind = LineKind.LineOfContact,
        Name = "The front",
        Course = new() { Positions = { new Type.V1.Position { Latitude = 35.5, Longitude = longitude }, new Type.V1.Position { Latitude = 36, Longitude = longitude } } },
        LeftPartyId = "west",
        RightPartyId = "east",
        Sources = { Source },
    };

    /// <summary>15 to 20 km on the eastern side of the line "front".</summary>
    public static Band Band() => new() { LineId = "front", FarLowM = 15_000, FarHighM = 20_000, SidePartyId = "east" };

    public static Shape Circle() => new() { Circle = new() { Centre = new() { Latitude = 35.75, Longitude = 36.1 }, RadiusLowM = 30_000 } };

    /// <summary>The circle without another zone.</summary>
    public static Shape Without(string zoneId) => new()
    {
        Composed = new() { How = Composition.Difference, Parts = { Circle(), new Shape { Zone = new() { ZoneId = zoneId } } } },
    };

    public static CreateZoneRequest Zone(string id, Shape shape) => new()
    {
        ZoneId = id,
        Content = new() { Kind = ZoneKind.BufferZone, Name = $"Zone {id}", Shape = shape, Sources = { Source } },
        ValidFrom = "2018-01-01",
    };

    private static SourceReference Source => new() { Title = "Drawn for a test" };
}
