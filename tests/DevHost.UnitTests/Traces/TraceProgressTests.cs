using Truceline.DevHost.Traces;
using static Truceline.DevHost.UnitTests.Traces.Sample;

namespace Truceline.DevHost.UnitTests.Traces;

public class TraceProgressTests
{
    [Fact]
    public void Outstanding_NothingPublished_WaitsForTheClaims() =>
        Assert.Single(TraceProgress.Outstanding([Span("a", "")]));

    [Fact]
    public void Outstanding_OneOfTwoListenersDone_NamesTheOther()
    {
        var outstanding = TraceProgress.Outstanding([Published("1", "claims.extracted"), Processed("1", "claims.extracted", "geozone")]);

        Assert.Equal(["claims.extracted to be processed by notification"], outstanding);
    }

    [Fact]
    public void Outstanding_AllProcessed_IsEmpty()
    {
        var outstanding = TraceProgress.Outstanding(
        [
            Published("1", "claims.extracted"), Processed("1", "claims.extracted", "geozone"), Processed("1", "claims.extracted", "notification"),
            Published("2", "incident.opened"), Processed("2", "incident.opened", "notification"),
        ]);

        Assert.Empty(outstanding);
    }

    private static Span Published(string message, string topic) =>
        Span($"p{message}", "", kind: SpanKind.Producer, attributes: [("messaging.destination.name", topic), ("messaging.message.id", message)]);

    private static Span Processed(string message, string topic, string service) => Span(
        $"c{message}{service}", "", service, kind: SpanKind.Consumer,
        attributes: [("messaging.destination.name", topic), ("messaging.message.id", message)]);
}
