using CsCheck;
using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.UnitTests.Geodesy;

public sealed class PolylineTests
{
    private static readonly Polyline East = new([new(35, 36), new(35, 37)]);

    [Fact]
    public void DistanceM_NorthOfAParallel_IsTheMeridianArc() =>
        // GeodSolve: 35 36.5 to 36 36.5.
        Assert.Equal(110949.769, East.DistanceM(new(36, 36.5)), 0.05);

    [Fact]
    public void DistanceM_NorthOfAMeridian_IsTheParallelsGeodesic() =>
        Assert.Equal(
            Geodesic.Inverse(new(35.5, 36.1), new(35.5001, 36)).DistanceM,
            new Polyline([new(35, 36), new(36, 36)]).DistanceM(new(35.5, 36.1)),
            5.0);

    [Fact]
    public void DistanceM_AnyLineAndPoint_EqualsTheNearestOfManyPoints()
    {
        var lat = Gen.Double[30, 60];
        var lon = Gen.Double[175, 185];
        var point = Gen.Select(lat, lon, (a, b) => new GeoPoint(a, GeoPoint.Wrap(b)));
        Gen.Select(point.Array[2, 5], point).Sample((points, from) =>
        {
            var sampled = points.Zip(points.Skip(1)).SelectMany(e => Enumerable.Range(0, 2001).Select(i => new GeoPoint(
                    e.First.Latitude + (e.Second.Latitude - e.First.Latitude) * i / 2000,
                    e.First.Longitude + GeoPoint.Wrap(e.Second.Longitude - e.First.Longitude) * i / 2000)))
                .Min(p => Geodesic.Inverse(from, p).DistanceM);
            var distance = new Polyline(points).DistanceM(from);
            // The samples are up to 1.7 km apart: near the line the nearest one may be that much too far.
            return distance <= sampled + 0.1 && sampled <= double.Hypot(distance, 900) + 0.1;
        }, iter: 20);
    }

    [Theory]
    [InlineData(35.1, 36.5, 1)]
    [InlineData(34.9, 36.5, -1)]
    [InlineData(35, 36.5, 0)]
    public void NearestBetweenEnds_EitherHand_TellsTheSide(double lat, double lon, int side)
    {
        // A parallel bends away from the geodesic; the point on it lies within the error of the measure.
        var foot = East.NearestBetweenEnds(new(lat, lon))!.Value;

        Assert.Equal(side, foot.DistanceM < 0.1 ? 0 : foot.Side);
    }

    [Theory]
    [InlineData(35.05, 37.1)]
    [InlineData(34.95, 35.9)]
    public void NearestBetweenEnds_BeyondAnEnd_IsNull(double lat, double lon) => Assert.Null(East.NearestBetweenEnds(new(lat, lon)));

    [Theory]
    [InlineData(35.5, 36.2, -1)]
    [InlineData(35.5, 35.9, 1)]
    [InlineData(35.3, 36.1, 1)]
    [InlineData(35.75, 36.1, 1)]
    [InlineData(35.52, 35.99, 1)]
    [InlineData(35.48, 35.99, 1)]
    public void NearestBetweenEnds_AroundASharpBend_TellsTheSideOfTheWholeLine(double lat, double lon, int side)
    {
        // Walks west to the corner, then back east a little further north: only what lies between the two legs is on the right.
        var hairpin = new Polyline([new(35.4, 36.5), new(35.5, 36.0), new(35.6, 36.5)]);

        Assert.Equal(side, hairpin.NearestBetweenEnds(new(lat, lon))!.Value.Side);
    }
}
