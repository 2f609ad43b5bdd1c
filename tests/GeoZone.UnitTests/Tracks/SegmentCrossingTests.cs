using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.Tracks.Course;
using Truceline.GeoZone.Zones.Index;

namespace Truceline.GeoZone.UnitTests.Tracks;

public sealed class SegmentCrossingTests
{
    [Theory]
    [InlineData(20, 50)]
    [InlineData(179.9, -16)]
    public void Of_WaysThroughRaggedRings_FindsEveryStretch(double longitude, double latitude)
    {
        var random = new Random(7);
        var crossed = 0;
        for (var i = 0; i < 300; i++)
        {
            var shape = Ragged(random, longitude, latitude);
            for (var k = 0; k < 20; k++)
            {
                GeoPoint from = new(latitude + Spread(random), GeoPoint.Wrap(longitude + Spread(random)));
                GeoPoint to = new(latitude + Spread(random), GeoPoint.Wrap(longitude + Spread(random)));
                if (shape.Holds(from) || shape.Holds(to))
                    continue;
                // Many places on the way are asked one by one.
                var (first, last, dx) = (-1, -1, GeoPoint.Wrap(to.Longitude - from.Longitude));
                for (var part = 1; part < Parts; part++)
                {
                    var at = (double)part / Parts;
                    if (shape.Holds(new(from.Latitude + at * (to.Latitude - from.Latitude), GeoPoint.Wrap(from.Longitude + at * dx))))
                        (first, last) = (first < 0 ? part : first, part);
                }
                var found = SegmentCrossing.Of(shape, from, to);
                if (first < 0)
                {
                    // What is shorter than the steps between the places may be missed by them.
                    Assert.True(found is null || found.Value.DepthM < 200);
                    continue;
                }
                crossed++;
                Assert.NotNull(found);
                Assert.True(found.Value.From <= (double)first / Parts + 1e-9 && found.Value.To >= (double)last / Parts - 1e-9);
            }
        }
        Assert.True(crossed > 500);
    }

    private const int Parts = 400;

    private static double Spread(Random random) => random.NextDouble() * 0.6 - 0.3;

    /// <summary>A star of many corners, with a hole, some of them far out.</summary>
    private static ZoneShape Ragged(Random random, double longitude, double latitude)
    {
        var corners = random.Next(40, 900);
        // Not beyond the antimeridian: a shape's vertices lie on the globe.
        var east = Math.Min(longitude, 180 - 0.25);
        return new([Ring(corners, 0.08, 0.24), Ring(40, 0.02, 0.07)]);

        double[] Ring(int count, double least, double most)
        {
            var ring = new double[2 * count + 2];
            for (var i = 0; i < count; i++)
            {
                var (sin, cos) = Math.SinCos(2 * Math.PI * i / count);
                var far = least + random.NextDouble() * (most - least);
                (ring[2 * i], ring[2 * i + 1]) = (east + far * cos, latitude + far * sin);
            }
            (ring[^2], ring[^1]) = (ring[0], ring[1]);
            return ring;
        }
    }
}
