using Google.Api;
using Google.Protobuf;
using Grpc.Core;
using Truceline.Events.V1;
using Truceline.Ingest.Reports;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Ingest.FunctionalTests.Documents;

/// <summary>Forms, tables and tracks on their way through the running service.</summary>
public sealed class TableAndTrackTests : IAsyncTest
{
    private const string Header = "event_id_cnty,event_date,event_type,sub_event_type,actor1,country,location,latitude,longitude,source,notes,fatalities\n";

    private readonly ServiceFixture<IngestGrpcService> _service = new();

    private DocumentService.DocumentServiceClient Documents => new(_service.Channel);

    private IngestService.IngestServiceClient Reports => new(_service.Channel);

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task SubmitDocument_ATableOfEvents_IsOneReportARowAndOneRejectionABadRow()
    {
        const string Table = Header + "N1,17/09/2018,Battles,Armed clash,Group A,Northland,Ford,\"35,5\",\"36,25\",Radio Ford,They clashed at the ford.,1\n"
            + "N2,someday,Battles,Armed clash,Group A,Northland,Ford,35.5,36.25,Radio Ford,They met again.,1\nN3,18/09/2018,Battles,Armed clash,Group B,Northland,Mill,35.6,36.3,Radio Ford,Guns fell silent at the mill.,0\n";

        var answer = await SubmitAsync(Table);
        var report = (await Reports.GetReportAsync(new GetReportRequest { ReportId = answer.Results[0].ReportId })).Report;
        var found = await Documents.LocateSpanAsync(new LocateSpanRequest { ReportId = report.Id, Span = new() { Start = 20, End = 24 } });

        Assert.Equal("acled-csv", answer.Document.Format);
        Assert.Equal([ItemOutcome.Accepted, ItemOutcome.Rejected, ItemOutcome.Accepted], answer.Results.Select(r => r.Outcome));
        Assert.Equal(("row 3", "event_date"), (answer.Results[1].ItemPath, Assert.Single(answer.Results[1].Violations).Field));
        Assert.NotEmpty(answer.Results[1].RejectionId);
        Assert.Equal(("They clashed at the ford.", "row 2", "N1", "ACLED"), (report.Text, report.ItemPath, report.ExternalId, report.Origin.Outlet));
        Assert.Equal(("2018-09-17", 35.5, 1), (report.Observation.Start, report.Observation.Position.Latitude, report.Observation.FatalitiesHigh));
        Assert.Equal("ford", found.Quote);
    }

    [Fact]
    public async Task SubmitDocument_ARowWithACorrectedNumber_IsALaterVersion()
    {
        const string Row = "N1,17/09/2018,Battles,Armed clash,Group A,Northland,Ford,35.5,36.25,Radio Ford,They clashed at the ford.,";

        var first = await SubmitAsync(Header + Row + "1\n");
        var again = await SubmitAsync("\n" + Header + Row + "1\n");
        var corrected = await SubmitAsync(Header + Row + "4\n");
        var report = (await Reports.GetReportAsync(new GetReportRequest { ReportId = corrected.Results[0].ReportId })).Report;

        Assert.Equal((ItemOutcome.AlreadyKnown, ItemOutcome.Revised), (again.Results[0].Outcome, corrected.Results[0].Outcome));
        Assert.Equal((first.Results[0].ReportId, 2, 4), (report.Revises, report.Revision, report.Observation.FatalitiesLow));
    }

    [Theory]
    [InlineData("gpx", "<gpx><trk><name>P7</name><trkseg><trkpt lat=\"35.5\" lon=\"36.25\"><time>2020-03-02T06:10:00Z</time></trkpt></trkseg></trk></gpx>")]
    [InlineData("geojson", "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[36.25,35.5]},\"properties\":{\"name\":\"P7\",\"time\":\"2020-03-02T06:10:00Z\"}}")]
    [InlineData("cursor-on-target", "<event uid=\"P7\" type=\"a-f-G\" time=\"2020-03-02T06:10:00Z\"><point lat=\"35.5\" lon=\"36.25\" hae=\"1\" ce=\"2\" le=\"3\"/></event>")]
    public async Task SubmitDocument_ATrack_IsStoredAndAnnouncedAsPositions(string format, string document)
    {
        var answer = await SubmitAsync(document);
        var position = Assert.Single((await new PositionService.PositionServiceClient(_service.Channel).ListPositionsAsync(new ListPositionsRequest { ObjectId = "P7" })).Positions);
        var announced = await Poller.UntilAsync("position.observed", () => Task.FromResult(_service.Sidecar.Published.FirstOrDefault()));

        Assert.Equal((format, position.Id), (answer.Document.Format, Assert.Single(answer.Results).PositionId));
        Assert.Equal((answer.Document.Id, 35.5, 36.25), (position.DocumentId, position.Position.Position.Latitude, position.Position.Position.Longitude));
        Assert.Equal((Topics.PositionObserved, position.Id), (announced.Topic, Assert.Single(announced.Read<PositionObserved>().Positions).Id));
    }

    [Fact]
    public async Task SubmitDocument_AnArchive_IsRefusedByItsBytes()
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => SubmitAsync("PK\u0003\u0004 and words"));

        Assert.Equal(StatusCode.InvalidArgument, error.StatusCode);
        Assert.Equal("ARCHIVE", error.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>().FieldViolations[0].Reason);
    }

    private async Task<SubmitDocumentResponse> SubmitAsync(string document) => await Documents.SubmitDocumentAsync(
        new SubmitDocumentRequest { Content = new HttpBody { Data = ByteString.CopyFromUtf8(document) } });
}
