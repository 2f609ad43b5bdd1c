using Google.Protobuf.WellKnownTypes;
using Truceline.Ingest.Positions;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Ingest.UnitTests.Positions;

public class PositionValidatorsTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(1000, 0)]
    [InlineData(1001, 1)]
    public void Check_ABatch_IsOfOneToAThousand(int count, int expected)
    {
        var violations = new FieldViolations();

        new SubmitPositionsValidator().Check(new SubmitPositionsRequest { Positions = { Enumerable.Repeat(new PositionDraft(), count) } }, violations);

        Assert.Equal(expected, violations.Count);
    }

    [Fact]
    public void Check_AListThatCannotBe_NamesEveryField()
    {
        var violations = new FieldViolations();

        new ListPositionsValidator().Check(
            new ListPositionsRequest
            {
                ObjectId = new string('o', 201),
                StartTime = new Timestamp { Seconds = long.MaxValue },
                EndTime = new Timestamp { Nanos = -1 },
                PageSize = -1,
                PageToken = "x",
            },
            violations);

        Assert.Equal(["end_time", "object_id", "page_size", "page_token", "start_time"], violations.All.Select(v => v.Field).Order());
    }

    [Fact]
    public void Check_AnIntervalThatEndsBeforeItBegins_IsRefused()
    {
        var violations = new FieldViolations();

        new ListPositionsValidator().Check(new ListPositionsRequest { StartTime = new Timestamp { Seconds = 2 }, EndTime = new Timestamp { Seconds = 1 } }, violations);

        Assert.Equal("end_time", Assert.Single(violations.All).Field);
    }
}
