using CsCheck;
using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.UnitTests.Geodesy;

/// <summary>The figures are those of GeographicLib's GeodSolve.</summary>
public sealed class GeodesicTests
{
    [Theory]
    [InlineData(40.6, -73.8, 51.6, -0.5, 5551759.400319, 51.19888284558)]
    [InlineData(35.93062, 36.63393, 35.53168, 35.79011, 88243.397697, -119.85964832154)]
    [InlineData(35.4, 36.6, 35.4, 36.6001, 9.084170, 89.99997103594)]
    [InlineData(52, 5, 53, 5, 111276.825804, 0)]
    [InlineData(0, 0, 0, 90, 10018754.171395, 90)]
    [InlineData(10, 179.9, 10, -179.9, 21927.872478, 89.98263516502)]
    [InlineData(89.9999, 10, 89.9999, -170, 22.338796, 0)]
    [InlineData(90, 0, 35, 36, 6127372.827618, 144)]
    public void Inverse_OrdinaryPoints_EqualsGeodSolve(double lat1, double lon1, double lat2, double lon2, double distance, double azimuth)
    {
        var path = Geodesic.Inverse(new(lat1, lon1), new(lat2, lon2));

        Assert.Equal(distance, path.DistanceM, 1e-5);
        Assert.Equal(azimuth, path.Azimuth * 180 / Math.PI, 1e-6);
    }

    [Theory]
    [InlineData(-30, 0, 29.9, 179.8, 19989832.827610)]
    [InlineData(0, 0, 0, 179.5, 19980861.908891)]
    [InlineData(0, 0, 0.5, 179.7, 19944127.420750)]
    [InlineData(-90, 0, 90, 0, 20003931.458625)]
    [InlineData(20, 30, -20, -150, 20003931.458625)]
    [InlineData(0, 0, 0, 180, 20003931.458625)]
    public void Inverse_NearlyAntipodalPoints_ConvergesToGeodSolve(double lat1, double lon1, double lat2, double lon2, double distance) =>
        Assert.Equal(distance, Geodesic.Inverse(new(lat1, lon1), new(lat2, lon2)).DistanceM, 1e-5);

    [Theory]
    [InlineData(1e-8, 0)]
    [InlineData(0, 1e-8)]
    [InlineData(1e-8, 1e-8)]
    [InlineData(-1e-12, 1e-12)]
    public void Inverse_NextToTheEquator_KeepsShortDistances(double lat1, double lat2) =>
        Assert.Equal(1.1131949, Geodesic.Inverse(new(lat1, 10), new(lat2, 10.00001)).DistanceM, 1e-5);

    [Fact]
    public void Inverse_SamePoint_IsZero() => Assert.Equal(0, Geodesic.Inverse(new(35.4, 36.6), new(35.4, 36.6)).DistanceM);

    [Theory]
    [InlineData(35.5, 36.6, 45, 20000, 35.62736202488, 36.75611836200)]
    [InlineData(0, 0, 90, 10018754, 0, 89.99999846034)]
    [InlineData(-60, 170, 123.4, 15000000, 24.72214700581, -50.67476852391)]
    [InlineData(40.6, -73.8, 53.5, 5850000, 49.00532185943, 2.49575167377)]
    public void Direct_AnyDistance_EqualsGeodSolve(double lat, double lon, double azimuth, double distance, double endLat, double endLon)
    {
        var end = Geodesic.Direct(new(lat, lon), azimuth * Math.PI / 180, distance);

        Assert.Equal(endLat, end.Latitude, 1e-10);
        Assert.Equal(endLon, end.Longitude, 1e-10);
    }

    [Fact]
    public void Inverse_AfterDirect_FindsTheDistanceAgain() =>
        Gen.Select(Gen.Double[-89, 89], Gen.Double[-180, 180], Gen.Double[-3.1, 3.1], Gen.Double[0.01, 19_000_000]).Sample((lat, lon, azimuth, distance) =>
        {
            var from = new GeoPoint(lat, lon);
            return Math.Abs(Geodesic.Inverse(from, Geodesic.Direct(from, azimuth, distance)).DistanceM - distance) < 1e-6;
        }, iter: 5_000);

    [Fact]
    public void Inverse_EitherWay_IsTheSameDistance() =>
        Gen.Select(Gen.Double[-90, 90], Gen.Double[-180, 180], Gen.Double[-90, 90], Gen.Double[-180, 180]).Sample((lat1, lon1, lat2, lon2) =>
        {
            var there = Geodesic.Inverse(new(lat1, lon1), new(lat2, lon2)).DistanceM;
            return Math.Abs(there - Geodesic.Inverse(new(lat2, lon2), new(lat1, lon1)).DistanceM) < 1e-5;
        }, iter: 5_000);
}
