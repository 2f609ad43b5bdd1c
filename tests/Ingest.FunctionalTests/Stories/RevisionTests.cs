using System.Net;
using Google.Rpc;
using Grpc.Core;
using Truceline.Events.V1;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Ingest.FunctionalTests.Stories;

public sealed class RevisionTests : IAsyncTest
{
    private readonly StoryWorld _world = new();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private Report Version(string text, string updated, string title = "Shells hit market") =>
        _world.Make(text, "Daily", externalId: "item-7", published: "2024-05-07T10:00:00Z", updated: updated, title: title);

    private static string With(string figure) => StoryWorld.Text.Replace("At least 30 people", $"At least {figure} people", StringComparison.Ordinal);

    [Fact]
    public async Task AnEditedArticle_IsALaterVersionAndAnnouncedAsRevised()
    {
        var first = await _world.AcceptOneAsync(Version(With("30"), "2024-05-07T10:00:00Z"));
        var results = await _world.AcceptAsync(Version(With("34"), "2024-05-07T12:00:00Z"));

        var second = results[0].Report!;
        Assert.Equal((ItemOutcome.Revised, first.Id, 2, first.Id, first.StoryId), (results[0].Outcome, second.Revises, second.Revision, second.ChainId, second.StoryId));
        var told = await PublishedAsync(2);
        Assert.Equal([Topics.ReportAccepted, Topics.ReportRevised], told.Select(t => t.Topic));
        Assert.Equal((second.Id, first.Id, 2), (Read(told[1]).Id, Read(told[1]).Revises, Read(told[1]).Revision));

        var versions = (await _world.Stories.ListRevisionsAsync(new ListRevisionsRequest { ReportId = second.Id })).Versions;
        Assert.Equal([first.Id, second.Id], versions.Select(v => v.Report.Id));
        Assert.Null(versions[0].Changes);
        Assert.Equal(("30", "34"), (versions[1].Changes.Figures[0].Before, versions[1].Changes.Figures[0].After));
        Assert.All(versions, v => Assert.Empty(v.Report.Text));
    }

    [Fact]
    public async Task TheSameTextUnderAnotherDate_IsKnownAndNotAnnounced()
    {
        var first = await _world.AcceptOneAsync(Version(With("30"), "2024-05-07T10:00:00Z"));
        var touched = _world.Make(With("30"), "Daily", externalId: "item-7", published: "2024-05-08T10:00:00Z", updated: "2024-05-08T10:00:00Z");

        var result = (await _world.AcceptAsync(touched, _world.Make("Nothing happened.", "Daily")))[0];

        Assert.NotEqual(first.Id, touched.Id);
        Assert.Equal((ItemOutcome.AlreadyKnown, first.Id), (result.Outcome, result.Report!.Id));
        Assert.DoesNotContain(await PublishedAsync(2), t => t.Json.Contains(touched.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnOlderVersionThatComesLate_IsKeptInItsPlaceAndNotAnnounced()
    {
        var v1 = await _world.AcceptOneAsync(Version(With("30"), "2024-05-07T10:00:00Z"));
        var v3 = await _world.AcceptOneAsync(Version(With("40"), "2024-05-07T14:00:00Z"));
        var late = (await _world.AcceptAsync(Version(With("34"), "2024-05-07T12:00:00Z")))[0];
        var v4 = await _world.AcceptOneAsync(Version(With("41"), "2024-05-07T16:00:00Z"));

        Assert.Equal((ItemOutcome.Accepted, v1.Id), (late.Outcome, late.Report!.Revises));
        Assert.Equal((v3.Id, 4), (v4.Revises, v4.Revision));
        var versions = (await _world.Stories.ListRevisionsAsync(new ListRevisionsRequest { ReportId = v1.Id })).Versions;
        Assert.Equal([v1.Id, late.Report.Id, v3.Id, v4.Id], versions.Select(v => v.Report.Id));
        Assert.Equal([v1.Id, v3.Id, v4.Id], (await PublishedAsync(3)).Select(t => t.Topic == Topics.ReportAccepted ? t.Read<ReportAccepted>().Report.Id : Read(t).Id));
    }

    [Fact]
    public async Task VersionsInOneBatch_AreInTheirOrder()
    {
        var results = await _world.AcceptAsync(
            Version(With("30"), "2024-05-07T10:00:00Z"), Version(With("34"), "2024-05-07T12:00:00Z"), Version(With("34"), "2024-05-07T13:00:00Z"));

        Assert.Equal([ItemOutcome.Accepted, ItemOutcome.Revised, ItemOutcome.AlreadyKnown], results.Select(r => r.Outcome));
        Assert.Equal(results[1].Report!.Id, results[2].Report!.Id);
    }

    [Fact]
    public async Task Versions_AtTwoReplicasAtOnce_AreOneChain()
    {
        await using var second = new StoryWorld(_world.Service.DataFolder);
        await Task.WhenAll(_world.AcceptAsync(_world.Make("Nothing happened.", "Daily")), second.AcceptAsync(_world.Make("Nothing happened there.", "Daily")));

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            Task.Run(() => (i % 2 == 0 ? _world : second).AcceptAsync(Version(With($"{30 + i}"), $"2024-05-07T1{i}:00:00Z")))));

        Assert.Equal(Enumerable.Range(1, 8), results.Select(r => r[0].Report!.Revision).Order());
        Assert.Single(results.Select(r => r[0].Report!.ChainId).Distinct());
        var versions = (await _world.Stories.ListRevisionsAsync(new ListRevisionsRequest { ReportId = results[0][0].Report!.Id })).Versions;
        Assert.Equal(versions.Select(v => v.Report.Updated).Order(), versions.Select(v => v.Report.Updated));
    }

    [Fact]
    public async Task APage_ThatChangesALittle_IsAVersionAndOneThatChangesWhollyAnotherReport()
    {
        const string Page = "https://example.org/news/daily";
        var first = await _world.AcceptOneAsync(_world.Make(With("30"), "Daily", url: Page));
        var edited = (await _world.AcceptAsync(_world.Make(With("34"), "Daily", url: Page + "?utm_source=letter")))[0];
        var other = (await _world.AcceptAsync(_world.Make(StoryWorld.OtherText, "Daily", url: Page)))[0];
        var otherEdited = (await _world.AcceptAsync(_world.Make(StoryWorld.OtherText + " It rained.", "Daily", url: Page)))[0];

        Assert.Equal((ItemOutcome.Revised, first.Id), (edited.Outcome, edited.Report!.Revises));
        Assert.Equal((ItemOutcome.Accepted, "", 1), (other.Outcome, other.Report!.Revises, other.Report.Revision));
        Assert.Equal((ItemOutcome.Revised, other.Report.Id), (otherEdited.Outcome, otherEdited.Report!.Revises));
    }

    [Fact]
    public async Task GetDifference_ByWords_ShowsTheFigureAndTheHeadline()
    {
        var first = await _world.AcceptOneAsync(Version(With("30"), "2024-05-07T10:00:00Z"));
        var second = await _world.AcceptOneAsync(Version(With("34"), "2024-05-07T12:00:00Z", "Shells hit old market"));

        var difference = await _world.Stories.GetDifferenceAsync(
            new GetDifferenceRequest { ReportId = first.Id, LaterReportId = second.Id, Granularity = Granularity.Words });

        var change = Assert.Single(difference.Text.Changes);
        Assert.Equal(("30", "34"), (change.BeforeText, change.AfterText));
        Assert.Equal("30", first.Text[change.Before.Start..change.Before.End]);
        Assert.Equal("old", Assert.Single(difference.Title.Changes).AfterText);
        Assert.InRange(difference.Similarity, 0.9, 0.999);
    }

    [Fact]
    public async Task GetDifference_ByRest_IsServed()
    {
        var first = await _world.AcceptOneAsync(Version(With("30"), "2024-05-07T10:00:00Z"));
        var second = await _world.AcceptOneAsync(Version(With("34"), "2024-05-07T12:00:00Z"));
        using var http = _world.Service.CreateClient();

        using var difference = await http.GetAsync(new Uri($"/v1/reports/{first.Id}/difference/{second.Id}?granularity=GRANULARITY_WORDS", UriKind.Relative));
        using var revisions = await http.GetAsync(new Uri($"/v1/reports/{first.Id}/revisions", UriKind.Relative));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (difference.StatusCode, revisions.StatusCode));
    }

    [Fact]
    public async Task GetDifferenceAndListRevisions_OfNothing_AreNotFound()
    {
        var difference = await Assert.ThrowsAsync<RpcException>(async () => await _world.Stories.GetDifferenceAsync(new GetDifferenceRequest { ReportId = "a", LaterReportId = "b" }));
        var revisions = await Assert.ThrowsAsync<RpcException>(async () => await _world.Stories.ListRevisionsAsync(new ListRevisionsRequest { ReportId = "a" }));
        var without = await Assert.ThrowsAsync<RpcException>(async () => await _world.Stories.GetDifferenceAsync(new GetDifferenceRequest { ReportId = "a" }));

        Assert.All([difference, revisions], e => Assert.Equal("REPORT_NOT_FOUND", e.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason));
        Assert.Equal("later_report_id", Assert.Single(without.GetRpcStatus()!.GetDetail<BadRequest>().FieldViolations).Field);
    }

    private static Report Read(PublishedEvent published) => published.Read<ReportRevised>().Report;

    private async Task<IReadOnlyList<PublishedEvent>> PublishedAsync(int count)
    {
        await Poller.UntilAsync($"{count} events", () => _world.Service.Sidecar.Published.Count >= count);
        return _world.Service.Sidecar.Published;
    }
}
