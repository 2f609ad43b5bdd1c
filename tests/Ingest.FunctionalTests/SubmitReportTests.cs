using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Google.Rpc;
using Grpc.Core;
using Truceline.Events.V1;
using Truceline.Ingest.Reports;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.Type.V1;

namespace Truceline.Ingest.FunctionalTests;

public class SubmitReportTests
{
    private static readonly ReportDraft Draft = new()
    {
        Text = "Both sides held their fire around the village on Monday.",
        Published = "2020-03-09",
        Source = "Example Daily",
        Reliability = SourceReliability.C,
    };

    [Fact]
    public async Task SubmitReport_AValidDraft_IsStoredAndAnnouncedWithItsText()
    {
        await using var service = new ServiceFixture<IngestGrpcService>();
        var client = new IngestService.IngestServiceClient(service.Channel);

        var answer = await client.SubmitReportAsync(new SubmitReportRequest { Report = Draft });
        var announced = await Poller.UntilAsync("report.accepted", () => Task.FromResult(service.Sidecar.Published.FirstOrDefault()));
        var stored = await client.GetReportAsync(new GetReportRequest { ReportId = answer.Report.Id });

        Assert.False(answer.AlreadyKnown);
        Assert.Equal(Topics.ReportAccepted, announced.Topic);
        Assert.Equal(Draft.Text, announced.Read<ReportAccepted>().Report.Text);
        Assert.Equal(stored.Report.Id, announced.Read<ReportAccepted>().Report.Id);
        Assert.Equal((Draft.Text, Draft.Published, Draft.Source, Draft.Reliability),
            (stored.Report.Text, stored.Report.Published, stored.Report.Source, stored.Report.Reliability));
    }

    [Fact]
    public async Task SubmitReport_TheSameDraftTwice_IsAnnouncedOnce()
    {
        await using var service = new ServiceFixture<IngestGrpcService>();
        var client = new IngestService.IngestServiceClient(service.Channel);

        var first = await client.SubmitReportAsync(new SubmitReportRequest { Report = Draft });
        var second = await client.SubmitReportAsync(new SubmitReportRequest { Report = Draft });
        await client.SubmitReportAsync(new SubmitReportRequest { Report = new ReportDraft { Text = "Another report." } });
        await Poller.UntilAsync("the other report's event", () => service.Sidecar.Published.Count >= 2);

        Assert.True(second.AlreadyKnown);
        Assert.Equal(first.Report.Id, second.Report.Id);
        Assert.Equal(2, service.Sidecar.Published.Count);
    }

    [Fact]
    public async Task SubmitReport_AnInvalidDraft_ListsEveryViolationAndStoresNothing()
    {
        await using var service = new ServiceFixture<IngestGrpcService>();
        var client = new IngestService.IngestServiceClient(service.Channel);

        var error = await Assert.ThrowsAsync<RpcException>(async () => await client.SubmitReportAsync(
            new SubmitReportRequest { Report = new ReportDraft { Published = "soon", Url = "x" } }));

        var status = error.GetRpcStatus()!;
        Assert.Equal(StatusCode.InvalidArgument, error.StatusCode);
        Assert.Equal("REPORT_INVALID", status.GetDetail<ErrorInfo>().Reason);
        Assert.Equal(["report.text", "report.published", "report.url"], status.GetDetail<BadRequest>().FieldViolations.Select(v => v.Field));
        Assert.Empty((await client.ListReportsAsync(new ListReportsRequest())).Reports);
    }

    [Fact]
    public async Task SubmitReport_AMalformedBodyByRest_ListsShapeAndValueViolationsTogether()
    {
        await using var service = new ServiceFixture<IngestGrpcService>();
        using var http = service.CreateClient();

        using var answer = await http.PostAsJsonAsync("/v1/reports", new { text = "", url = 5, colour = "red", published = "soon" });
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        var violations = body.RootElement.GetProperty("details").EnumerateArray()
            .First(d => d.GetProperty("@type").GetString()!.EndsWith("BadRequest", StringComparison.Ordinal)).GetProperty("fieldViolations");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(["report.colour", "report.published", "report.text", "report.url"],
            violations.EnumerateArray().Select(v => v.GetProperty("field").GetString()!).Order());
    }

    [Fact]
    public async Task SubmitReport_WhileTheSidecarIsAway_IsAnnouncedWhenItIsBack()
    {
        await using var service = new ServiceFixture<IngestGrpcService>();
        service.Sidecar.IsAway = true;
        var client = new IngestService.IngestServiceClient(service.Channel);

        await client.SubmitReportAsync(new SubmitReportRequest { Report = Draft });
        Assert.Empty(service.Sidecar.Published);
        service.Sidecar.IsAway = false;

        await Poller.UntilAsync("the event that waited", () => service.Sidecar.Published.Count == 1);
    }

    [Fact]
    public async Task SubmitReport_WhileTheSidecarRefusesAnotherEvent_IsNotHeldUp()
    {
        await using var service = new ServiceFixture<IngestGrpcService>();
        service.Sidecar.Refuses = published => published.Json.Contains("refused", StringComparison.Ordinal);
        var client = new IngestService.IngestServiceClient(service.Channel);

        await client.SubmitReportAsync(new SubmitReportRequest { Report = new ReportDraft { Text = "A report that is refused." } });
        var second = await client.SubmitReportAsync(new SubmitReportRequest { Report = Draft });
        var announced = await Poller.UntilAsync("the report behind it", () => Task.FromResult(service.Sidecar.Published.FirstOrDefault()));
        service.Sidecar.Refuses = _ => false;
        await Poller.UntilAsync("the report that was refused at first", () => service.Sidecar.Published.Count == 2);

        Assert.Equal(second.Report.Id, announced.Read<ReportAccepted>().Report.Id);
    }

    [Fact]
    public async Task SubmitReport_UnderATrace_PublishesUnderTheSame()
    {
        await using var service = new ServiceFixture<IngestGrpcService>();
        var client = new IngestService.IngestServiceClient(service.Channel);
        using var request = new System.Diagnostics.Activity("request").Start();

        await client.SubmitReportAsync(new SubmitReportRequest { Report = Draft });
        var announced = await Poller.UntilAsync("report.accepted", () => Task.FromResult(service.Sidecar.Published.FirstOrDefault()));

        Assert.Contains(request.TraceId.ToString(), announced.TraceParent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListReports_MoreThanAPage_GivesEachOnce()
    {
        await using var service = new ServiceFixture<IngestGrpcService>();
        var client = new IngestService.IngestServiceClient(service.Channel);
        for (var i = 0; i < 5; i++)
        {
            await client.SubmitReportAsync(new SubmitReportRequest { Report = new ReportDraft { Text = $"Report {i}." } });
        }

        var seen = new List<string>();
        var token = "";
        do
        {
            var page = await client.ListReportsAsync(new ListReportsRequest { PageSize = 2, PageToken = token });
            seen.AddRange(page.Reports.Select(r => r.Id));
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        Assert.Equal(5, seen.Count);
        Assert.Equal(5, seen.Distinct().Count());
    }

    [Fact]
    public async Task GetReport_Unknown_IsNotFound()
    {
        await using var service = new ServiceFixture<IngestGrpcService>();
        var client = new IngestService.IngestServiceClient(service.Channel);

        var error = await Assert.ThrowsAsync<RpcException>(async () => await client.GetReportAsync(new GetReportRequest { ReportId = "x" }));

        Assert.Equal(StatusCode.NotFound, error.StatusCode);
        Assert.Equal("REPORT_NOT_FOUND", error.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason);
    }

    [Fact]
    public async Task Probes_OfARunningService_SayThatItLivesAndIsReady()
    {
        await using var service = new ServiceFixture<IngestGrpcService>();
        using var http = service.CreateClient();

        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode);
        var ready = await http.GetStringAsync(new Uri("/health/ready", UriKind.Relative));
        Assert.Contains("\"database\"", ready, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadyProbe_WithoutASidecar_SaysThatEventsWait()
    {
        await using var service = new ServiceFixture<IngestGrpcService>(new Dictionary<string, string> { ["Dapr:GrpcEndpoint"] = "http://127.0.0.1:1" });
        using var http = service.CreateClient();

        using var ready = JsonDocument.Parse(await http.GetStringAsync(new Uri("/health/ready", UriKind.Relative)));

        Assert.Equal("Degraded", ready.RootElement.GetProperty("status").GetString());
        Assert.Equal("Degraded", ready.RootElement.GetProperty("checks").GetProperty("sidecar").GetProperty("status").GetString());
        Assert.Equal("Healthy", ready.RootElement.GetProperty("checks").GetProperty("database").GetProperty("status").GetString());
    }
}
