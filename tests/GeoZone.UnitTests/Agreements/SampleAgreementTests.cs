using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.Zones;
using Truceline.Type.V1;

namespace Truceline.GeoZone.UnitTests.Agreements;

public sealed class SampleAgreementTests
{
    [Fact]
    public void Sample_EverythingDrawn_IsMarkedIllustrative()
    {
        var agreement = Sample.Agreement();

        Assert.All(agreement.Lines, line => Assert.True(line.Illustrative));
        Assert.All(agreement.Zones, zone => Assert.True(zone.Illustrative));
        Assert.All(agreement.Routes, route => Assert.True(route.Illustrative));
    }

    [Theory]
    // Khan Shaykhun, held by the opposition, some 13 km from the line; Idlib, far behind it; Hama and Aleppo, on the government's side.
    [InlineData(35.44208, 36.65095, ZonePosition.Inside, ZonePosition.Inside)]
    [InlineData(35.93062, 36.63393, ZonePosition.Outside, ZonePosition.Inside)]
    [InlineData(35.13179, 36.75783, ZonePosition.Outside, ZonePosition.Outside)]
    [InlineData(36.202439, 37.151825, ZonePosition.Outside, ZonePosition.Outside)]
    public void Sample_TownsAroundTheLine_LieAsDrawn(double lat, double lon, ZonePosition inZone, ZonePosition inArea)
    {
        var prepared = Sample.Prepared();

        Assert.Equal(inZone, ZoneVerdict.Judge(prepared.AreaOf("dmz")!, new(lat, lon), 0).Position);
        Assert.Equal(inArea, ZoneVerdict.Judge(prepared.AreaOf("idlib-area")!, new(lat, lon), 0).Position);
    }

    [Fact]
    public void Sample_Obligations_HaveTheMemorandumsDeadlines() => Assert.Equal(
        [("create-zone", "2018-10-15"), ("withdraw-heavy-weapons", "2018-10-10"), ("remove-radical-groups", "2018-10-15"), ("restore-transit", "2018-12-31")],
        Sample.Agreement().Obligations.Where(o => o.Deadline.Length > 0).Select(o => (o.Id, o.Deadline)));

    [Fact]
    public void Judge_KhanShaykhun_MeasuresToTheEdge()
    {
        var prepared = Sample.Prepared();
        var (_, distance) = ZoneVerdict.Judge(prepared.AreaOf("dmz")!, new GeoPoint(35.44208, 36.65095), 1_000);

        Assert.InRange(distance.CertainM, -15_000, -1_000);
    }
}
