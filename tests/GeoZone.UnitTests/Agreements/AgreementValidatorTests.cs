using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.Type.V1;

namespace Truceline.GeoZone.UnitTests.Agreements;

public sealed class AgreementValidatorTests
{
    private static List<string> Violations(Agreement? agreement)
    {
        var violations = new FieldViolations();
        new AgreementValidator().Check(new ImportAgreementRequest { Agreement = agreement }, violations);
        return [.. violations.All.Select(v => $"{v.Field} {v.Reason}")];
    }

    [Fact]
    public void Check_SampleAgreement_HasNoViolation() => Assert.Empty(Violations(Sample.Agreement()));

    [Fact]
    public void Check_NoAgreement_SaysSo() => Assert.Equal(["agreement REQUIRED"], Violations(null));

    [Fact]
    public void Check_EmptyAgreement_ListsEveryRequiredField() => Assert.Equal(
        [
            "agreement.id REQUIRED", "agreement.title REQUIRED", "agreement.signed_date REQUIRED", "agreement.parties REQUIRED",
            "agreement.sources REQUIRED",
        ],
        Violations(new Agreement()));

    [Fact]
    public void Check_SeveralFaults_ListsThemAllByPath()
    {
        var agreement = Sample.Agreement();
        agreement.SignedDate = "2018-02-30";
        agreement.Parties[1].Countries[0] = "Turkey";
        agreement.Lines[0].Course.Positions[3].Latitude = 95;
        agreement.Lines[0].RightPartyId = "nobody";
        agreement.Zones[0].Band.FarLowM = 25_000;
        agreement.Zones[1].Rules[0].Classes[0] = "Assault*";
        agreement.Obligations[0].Deadline = "2018-09-01";
        agreement.Obligations[1].ZoneId = "moon";
        agreement.Obligations[2].Id = agreement.Obligations[0].Id;
        agreement.Obligations[3].VerifierIds[0] = "somebody";
        agreement.Routes[0].Course.Positions.Clear();
        agreement.Sources[0].Url = "ftp://example.org/x";

        Assert.Equal(
            new[]
            {
                "agreement.signed_date MALFORMED_DATE",
                "agreement.parties[1].countries[0] MALFORMED_COUNTRY",
                "agreement.obligations[2].id DUPLICATE_ID",
                "agreement.lines[0].course.positions[3].latitude OUT_OF_RANGE",
                "agreement.lines[0].right_party_id UNKNOWN_ID",
                "agreement.zones[0].band.far_high_m OUT_OF_RANGE",
                "agreement.zones[1].rules[0].classes[0] MALFORMED_CLASS",
                "agreement.routes[0].course.positions REQUIRED",
                "agreement.obligations[0].deadline OUT_OF_RANGE",
                "agreement.obligations[1].zone_id UNKNOWN_ID",
                "agreement.obligations[3].verifier_ids[0] UNKNOWN_ID",
                "agreement.sources[0].url MALFORMED_URL",
            }.Order(),
            Violations(agreement).Order());
    }

    [Fact]
    public void Check_CourseThatCrossesItself_NamesTheEdge()
    {
        var agreement = Sample.Agreement();
        agreement.Lines[0].Course = new Line
        {
            Positions = { At(35, 36), At(35, 37), At(35.5, 36.5), At(34.5, 36.5) },
        };

        Assert.Equal(["agreement.lines[0].course.positions[2] SELF_CROSSING"], Violations(agreement));
    }

    [Fact]
    public void Check_HoleOutsideItsPolygon_NamesTheHole()
    {
        var agreement = Sample.Agreement();
        agreement.Zones[1].Polygon.Holes.Add(new Ring { Positions = { At(10, 10), At(10, 11), At(11, 11) } });

        Assert.Equal(["agreement.zones[1].polygon.holes[0] HOLE_OUTSIDE"], Violations(agreement));
    }

    [Fact]
    public void Check_RepeatedPosition_NamesTheSecond()
    {
        var agreement = Sample.Agreement();
        agreement.Routes[0].Course.Positions.Insert(1, agreement.Routes[0].Course.Positions[0].Clone());

        Assert.Equal(["agreement.routes[0].course.positions[1] REPEATED_POSITION"], Violations(agreement));
    }

    [Fact]
    public void Check_SideOfAPartyThatIsNotBesideTheLine_IsRefused()
    {
        var agreement = Sample.Agreement();
        agreement.Zones[0].Band.SidePartyId = "iran";

        Assert.Equal(["agreement.zones[0].band.side_party_id UNKNOWN_ID"], Violations(agreement));
    }

    [Fact]
    public void Check_ShapeOnTheSideOfAPartyThatIsNotBesideTheLine_IsRefused()
    {
        var agreement = Sample.Agreement();
        var band = agreement.Zones[0].Band.Clone();
        band.SidePartyId = "iran";
        agreement.Zones[0].Shape = new() { AgreedBand = band };

        Assert.Equal(["agreement.zones[0].shape.agreed_band.side_party_id UNKNOWN_ID"], Violations(agreement));
    }

    [Fact]
    public void Check_BandThatCouldMeanTwoThings_IsRefusedByField()
    {
        var line = Sample.Agreement().Lines[0];
        var (left, right) = (line.LeftPartyId, line.RightPartyId);
        var shared = new Band { LineId = line.Id, FarLowM = 15_000, FarHighM = 20_000 };
        Assert.Equal(["agreement.zones[0].shape.agreed_band.measure AMBIGUOUS"], OfShape(shared));
        // A zone of an agreement that names no party is shared: that is how agreements speak.
        Assert.Empty(OfBand(shared));

        var both = Sides((left, 1), (left, 2));
        both.FarLowM = 3;
        both.Measure = BandMeasure.EachSide;
        string[] expected = ["far_low_m CONFLICT", "measure CONFLICT", "sides[1].party_id SAME_PARTY"];
        Assert.Equal(expected.Select(e => $"agreement.zones[0].shape.agreed_band.{e}"), OfShape(both).Order());
        Assert.Equal(expected.Select(e => $"agreement.zones[0].band.{e}"), OfBand(both).Order());
        Assert.Equal(["agreement.zones[0].band.sides[1].party_id UNKNOWN_ID", "agreement.zones[0].band.sides[1].reach.far_low_m OUT_OF_RANGE",
            "agreement.zones[0].band.sides[1].reach.near_m OUT_OF_RANGE"], OfBand(Sides((left, 1), ("iran", 0))).Order());
        var named = new Band { LineId = line.Id, FarLowM = 1, FarHighM = 1, SidePartyId = left, Measure = BandMeasure.Shared };
        Assert.Equal(["agreement.zones[0].band.measure CONFLICT"], OfBand(named));
        Assert.Empty(OfShape(Sides((left, 1), (right, 2))));

        Band Sides(params (string Party, double FarM)[] sides) =>
            new() { LineId = line.Id, Sides = { sides.Select(s => new PartyReach { PartyId = s.Party, Reach = new() { FarLowM = s.FarM } }) } };
        static IEnumerable<string> OfShape(Band band) => Of(zone => zone.Shape = new() { AgreedBand = band });
        static IEnumerable<string> OfBand(Band band) => Of(zone => zone.Band = band);
        static IEnumerable<string> Of(Action<Zone> set)
        {
            var agreement = Sample.Agreement();
            set(agreement.Zones[0]);
            return Violations(agreement);
        }
    }

    private static Position At(double latitude, double longitude) => new() { Latitude = latitude, Longitude = longitude };
}
