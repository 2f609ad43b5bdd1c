using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Truceline.Entity.Readings;
using Truceline.Entity.Storage;
using Truceline.Entity.V1;
using Truceline.Events.V1;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Events;
using DeliveryStatus = Dapr.AppCallback.Autogen.Grpc.v1.TopicEventResponse.Types.TopicEventResponseStatus;

namespace Truceline.Entity.FunctionalTests;

public class ReadReportTests
{
    private const string Text =
        "SANAA, Yemen, March 12 (Example Wire) - 🕊 The two sides agreed to withdraw all heavy weapons from the port of Hodeidah by March 26, "
        + "the United Nations envoy said on Tuesday.\n\nShelling killed at least 12 civilians in Taiz on Monday, according to the Example daily.";

    private static ReportAccepted Accepted(string id = "sha256:0001") => new()
    {
        Report = new Report
        {
            Id = id,
            Text = Text,
            MediaType = "text/plain",
            Published = "2019-03-12",
            ReceivedTime = Timestamp.FromDateTimeOffset(new DateTimeOffset(2019, 3, 12, 18, 0, 0, TimeSpan.Zero)),
        },
    };

    [Fact]
    public async Task ReportAccepted_ATextWithAPromiseAndADeed_IsReadAndItsClaimsAnnounced()
    {
        await using var service = new ServiceFixture<EntityGrpcService>();
        var client = new EntityService.EntityServiceClient(service.Channel);

        var status = await service.Channel.DeliverAsync(Topics.ReportAccepted, Accepted(), "event-1", "ingest");
        var announced = await Poller.UntilAsync("claims.extracted", () => Task.FromResult(service.Sidecar.Published.FirstOrDefault()));
        var reading = (await client.GetReadingAsync(new GetReadingRequest { ReportId = "sha256:0001" })).Reading;

        Assert.Equal(DeliveryStatus.Success, status);
        Assert.Equal(Topics.ClaimsExtracted, announced.Topic);
        Assert.Equal(reading.Claims.Select(c => c.Id).Order(), announced.Read<ClaimsExtracted>().Claims.Select(c => c.Id).Order());
        Assert.Contains(reading.Claims, c => c.Kind == ClaimKind.Commitment && c.Deadline?.Value == "2019-03-26");
        Assert.Contains(reading.Claims, c => c.Kind == ClaimKind.Event && c.Class == "assault_shelling");
        Assert.Contains(reading.Dates, d => d.Date.Value == "2019-03-11" && d.Text == "Monday");
    }

    [Fact]
    public async Task ReportAccepted_ATextWhoseLastParagraphIsAQuotedMail_ClaimsNothingOfThatParagraph()
    {
        await using var service = new ServiceFixture<EntityGrpcService>();
        var client = new EntityService.EntityServiceClient(service.Channel);
        var accepted = Accepted();
        var points = Text.EnumerateRunes().Select(r => r.ToString()).ToList();
        accepted.Report.Boilerplate.Add(new Boilerplate
        {
            Kind = BoilerplateKind.Mail,
            Span = new() { Start = points.IndexOf("\n"), End = points.Count },
        });

        await service.Channel.DeliverAsync(Topics.ReportAccepted, accepted, "event-1", "ingest");
        var reading = (await client.GetReadingAsync(new GetReadingRequest { ReportId = "sha256:0001" })).Reading;

        Assert.Contains(reading.Claims, c => c.Kind == ClaimKind.Commitment);
        Assert.DoesNotContain(reading.Claims, c => c.Class == "assault_shelling");
    }

    [Fact]
    public async Task ReportRevised_ALaterVersion_IsReadUnderItsOwnIdAndSaysWhatItRevises()
    {
        await using var service = new ServiceFixture<EntityGrpcService>();
        var client = new EntityService.EntityServiceClient(service.Channel);
        var later = Accepted("sha256:0002").Report;
        (later.Revises, later.Revision, later.ChainId, later.StoryId) = ("sha256:0001", 2, "sha256:0001", "sha256:story");
        later.Origin = new Origin { Outlet = "Example Daily", Agency = "Example Wire", Key = "example wire" };
        var withdrawn = later.Clone();
        (withdrawn.Id, withdrawn.Withdrawn) = ("sha256:0003", true);

        await service.Channel.DeliverAsync(Topics.ReportAccepted, Accepted(), "event-1", "ingest");
        await service.Channel.DeliverAsync(Topics.ReportRevised, new ReportRevised { Report = withdrawn }, "event-2", "ingest");
        await service.Channel.DeliverAsync(Topics.ReportRevised, new ReportRevised { Report = later }, "event-3", "ingest");
        await Poller.UntilAsync("the claims of both", () => service.Sidecar.Published.Count >= 2);

        var claims = service.Sidecar.Published.Select(p => p.Read<ClaimsExtracted>()).ToList();
        Assert.Equal(["sha256:0001", "sha256:0002"], claims.Select(c => c.ReportId));
        Assert.Equal(("sha256:0001", "sha256:0001", "sha256:story", later.Origin),
            (claims[1].Revises, claims[1].ChainId, claims[1].StoryId, claims[1].Origin));
        Assert.NotEmpty((await client.GetReadingAsync(new GetReadingRequest { ReportId = "sha256:0001" })).Reading.Claims);
        Assert.NotEmpty((await client.GetReadingAsync(new GetReadingRequest { ReportId = "sha256:0002" })).Reading.Claims);
    }

    [Fact]
    public async Task ReportAccepted_ATextWithAnAstralCharacter_HasSpansInCodePoints()
    {
        await using var service = new ServiceFixture<EntityGrpcService>();
        var client = new EntityService.EntityServiceClient(service.Channel);

        await service.Channel.DeliverAsync(Topics.ReportAccepted, Accepted(), "event-1", "ingest");
        var reading = (await client.GetReadingAsync(new GetReadingRequest { ReportId = "sha256:0001" })).Reading;

        var points = Text.EnumerateRunes().Select(r => r.ToString()).ToArray();
        Assert.NotEmpty(reading.Entities);
        Assert.All(reading.Entities.SelectMany(e => e.Mentions), m => Assert.Equal(m.Text, string.Concat(points[m.Span.Start..m.Span.End])));
        Assert.All(reading.Claims, c => Assert.Equal(c.Evidence.Quote, string.Concat(points[c.Evidence.Span.Start..c.Evidence.Span.End])));
    }

    [Fact]
    public async Task ReportAccepted_DeliveredTwice_IsReadOnce()
    {
        await using var service = new ServiceFixture<EntityGrpcService>();

        await service.Channel.DeliverAsync(Topics.ReportAccepted, Accepted(), "event-1", "ingest");
        var again = await service.Channel.DeliverAsync(Topics.ReportAccepted, Accepted(), "event-1", "ingest");
        await service.Channel.DeliverAsync(Topics.ReportAccepted, Accepted("sha256:0002"), "event-2", "ingest");
        await Poller.UntilAsync("the second report's claims", () => service.Sidecar.Published.Count >= 2);

        Assert.Equal(DeliveryStatus.Success, again);
        Assert.Equal(["sha256:0001", "sha256:0002"], service.Sidecar.Published.Select(p => p.Read<ClaimsExtracted>().ReportId));
    }

    [Fact]
    public async Task ReportAccepted_UnderATrace_AnnouncesUnderTheSame()
    {
        await using var service = new ServiceFixture<EntityGrpcService>();
        const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        await service.Channel.DeliverAsync(Topics.ReportAccepted, Accepted(), "event-1", "ingest", $"00-{Trace}-00f067aa0ba902b7-01");
        var announced = await Poller.UntilAsync("claims.extracted", () => Task.FromResult(service.Sidecar.Published.FirstOrDefault()));

        Assert.Contains(Trace, announced.TraceParent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnTopicEvent_WithoutTheAppToken_IsRefused()
    {
        await using var service = new ServiceFixture<EntityGrpcService>(new Dictionary<string, string> { ["Dapr:AppToken"] = "secret" });

        var error = await Assert.ThrowsAsync<RpcException>(() => service.Channel.DeliverAsync(Topics.ReportAccepted, Accepted(), "event-1", "ingest"));

        Assert.Equal(StatusCode.Unauthenticated, error.StatusCode);
        Assert.Equal("APP_TOKEN_INVALID", error.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason);
    }

    [Fact]
    public async Task ListTopicSubscriptions_OfTheService_NamesADeadLetterTopicForEachTopic()
    {
        await using var service = new ServiceFixture<EntityGrpcService>();

        var subscriptions = await service.Channel.ListSubscriptionsAsync();

        var accepted = Assert.Single(subscriptions, s => s.Topic == Topics.ReportAccepted);
        Assert.Equal("dead.entity.report.accepted", accepted.DeadLetterTopic);
        Assert.Contains(subscriptions, s => s.Topic == accepted.DeadLetterTopic);
    }

    [Fact]
    public async Task DeadLetter_DeliveredTwice_IsKeptOnceWithItsEvent()
    {
        await using var service = new ServiceFixture<EntityGrpcService>();
        var dead = Topics.DeadLettersOf(Topics.ReportAccepted, "entity");

        await service.Channel.DeliverAsync(dead, Accepted(), "event-1", "ingest");
        var again = await service.Channel.DeliverAsync(dead, Accepted(), "event-1", "ingest");

        await using var scope = service.Services.CreateAsyncScope();
        var letter = Assert.Single(scope.ServiceProvider.GetRequiredService<EntityDbContext>().DeadLetters);
        Assert.Equal(DeliveryStatus.Success, again);
        Assert.Equal((Topics.ReportAccepted, "ingest", "event-1"), (letter.Topic, letter.Source, letter.EventId));
        Assert.Contains("Hodeidah", letter.Payload, StringComparison.Ordinal);
        Assert.Empty(service.Sidecar.Published);
    }

    [Fact]
    public async Task ListClaims_MoreThanAPage_GivesEachOnce()
    {
        await using var service = new ServiceFixture<EntityGrpcService>();
        var client = new EntityService.EntityServiceClient(service.Channel);
        await service.Channel.DeliverAsync(Topics.ReportAccepted, Accepted(), "event-1", "ingest");
        await service.Channel.DeliverAsync(Topics.ReportAccepted, Accepted("sha256:0002"), "event-2", "ingest");

        var seen = new List<string>();
        var token = "";
        do
        {
            var page = await client.ListClaimsAsync(new ListClaimsRequest { PageSize = 1, PageToken = token });
            seen.AddRange(page.Claims.Select(c => c.Id));
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        var all = await client.ListClaimsAsync(new ListClaimsRequest());
        Assert.True(seen.Count >= 4, $"{seen.Count} claims");
        Assert.Equal(all.Claims.Select(c => c.Id), seen);
    }

    [Fact]
    public async Task GetReading_OfAnUnknownReport_IsNotFound()
    {
        await using var service = new ServiceFixture<EntityGrpcService>();
        var client = new EntityService.EntityServiceClient(service.Channel);

        var error = await Assert.ThrowsAsync<RpcException>(async () => await client.GetReadingAsync(new GetReadingRequest { ReportId = "x" }));

        Assert.Equal("READING_NOT_FOUND", error.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason);
    }
}
