using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Truceline.Events.V1;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.Testing;

namespace Truceline.GeoZone.FunctionalTests.Maps;

/// <summary>Courses of objects in the days before <see cref="GeoZoneFixture.Now"/>.</summary>
internal static class Courses
{
    /// <summary>An id that has to be escaped in paths.</summary>
    public const string Patrol = "patrol 7/ä";

    /// <summary>The beginning of the last day.</summary>
    public static readonly DateTimeOffset Midnight = new(2018, 12, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// A patrol around Khan Shaykhun over midnight, with a silence of two hours; a ship across the antimeridian; somebody who was heard of once.
    /// </summary>
    public static IEnumerable<ObservedPosition> All =>
    [
        At(Patrol, -30, 35.40, 36.60), At(Patrol, -20, 35.45, 36.60), At(Patrol, -10, 35.45, 36.65), At(Patrol, 0, 35.44, 36.66), At(Patrol, 10, 35.43, 36.68),
        At(Patrol, 130, 35.35, 36.62), At(Patrol, 140, 35.36, 36.64),
        At("ship", 60, -17.0, 179.9), At("ship", 70, -17.1, -179.9),
        At("lone", 30, 35.9, 36.5),
    ];

    /// <summary>A position, minutes after <see cref="Midnight"/>.</summary>
    public static ObservedPosition At(string objectId, double minute, double latitude, double longitude) => new()
    {
        Id = FormattableString.Invariant($"sha256:{objectId}-{minute}"),
        Position = new()
        {
            ObjectId = objectId,
            Name = "The " + objectId,
            Type = "vehicle",
            Time = Midnight.AddMinutes(minute).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            Position = new() { Latitude = latitude, Longitude = longitude },
            RadiusM = 20,
        },
        ReceivedTime = GeoZoneFixture.Now.ToTimestamp(),
    };

    /// <summary>Hands positions to a service, once it knows its zones.</summary>
    public static async Task DeliverAsync(GeoZoneFixture service, string eventId, IEnumerable<ObservedPosition> positions)
    {
        await Poller.UntilAsync("the zones to be read", async () => await VerdictTests.KhanShaykhunAsync(service) is not null ? "" : null);
        Assert.Equal("Success", (await service.Channel.DeliverAsync(Topics.PositionObserved, new PositionObserved { Positions = { positions } }, eventId)).ToString());
    }
}
