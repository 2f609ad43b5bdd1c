using Truceline.Ingest.Positions;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.Type.V1;

namespace Truceline.Ingest.UnitTests.Positions;

public class PositionRulesTests
{
    private static readonly DateTimeOffset Noon = new(2020, 3, 6, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Check_AFullPosition_IsSilent() => Assert.Empty(Check(new PositionDraft
    {
        ObjectId = "patrol-7",
        Time = "2020-03-06T11:59:00.5+01:00",
        Position = new Position { Latitude = 90, Longitude = -180 },
        AltitudeM = -12_000,
        RadiusM = 1_000_000,
        SpeedMps = 2_000,
        CourseDeg = 359.9,
        Name = "Patrol 7",
        Type = "a-f-G",
        Source = "Mission",
    }));

    [Fact]
    public void Check_EverythingWrong_NamesEveryField() => Assert.Equal(
        [
            ("p.altitude_m", "OUT_OF_RANGE"), ("p.course_deg", "OUT_OF_RANGE"), ("p.name", "TOO_LONG"), ("p.object_id", "REQUIRED"), ("p.position.latitude", "OUT_OF_RANGE"),
            ("p.position.longitude", "OUT_OF_RANGE"), ("p.radius_m", "OUT_OF_RANGE"), ("p.source", "INVALID_CHARACTER"), ("p.speed_mps", "OUT_OF_RANGE"), ("p.time", "INVALID_TIME"),
            ("p.type", "TOO_LONG"),
        ],
        Check(new PositionDraft
        {
            Time = "2020-03-06",
            Position = new Position { Latitude = 90.1, Longitude = double.NaN },
            AltitudeM = double.PositiveInfinity,
            RadiusM = -1,
            SpeedMps = -1,
            CourseDeg = 360,
            Name = new string('n', 201),
            Type = new string('t', 101),
            Source = "a\nb",
        }).Order());

    [Fact]
    public void Check_Nothing_IsRequired() => Assert.Equal([("p", "REQUIRED")], Check(null));

    [Theory]
    [InlineData("", "REQUIRED")]
    [InlineData("2020-03-06T11:59:00", "INVALID_TIME")]
    [InlineData("1989-12-31T23:59:59Z", "OUT_OF_RANGE")]
    [InlineData("2020-03-07T12:00:01Z", "IN_FUTURE")]
    [InlineData("2020-03-07T12:00:00Z", null)]
    [InlineData("1990-01-01T00:00:00Z", null)]
    public void Check_ATime_IsAnInstantThatCanBe(string time, string? reason) => Assert.Equal(
        reason, Check(new PositionDraft { ObjectId = "o", Time = time, Position = new Position() }).SingleOrDefault().Reason);

    private static (string Field, string Reason)[] Check(PositionDraft? draft)
    {
        var violations = new FieldViolations();
        PositionRules.Check(draft, "p", Noon, violations);
        return [.. violations.All.Select(v => (v.Field, v.Reason))];
    }
}
