using System.Net;
using System.Text.Json;
using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Truceline.Events.V1;
using Truceline.Ingest.Stories;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Ingest.FunctionalTests.Stories;

public sealed class StoryTests : IAsyncTest
{
    private readonly StoryWorld _world = new();

    private static string Updated => StoryWorld.Text.Replace("At least 30 people", "At least 34 people", StringComparison.Ordinal);

    private static string Cut => StoryWorld.Text[..StoryWorld.Text.LastIndexOf("\n\n", StringComparison.Ordinal)];

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Copies_OfThreeOutlets_AreOneStoryWithAWitnessEach()
    {
        var first = await _world.AcceptOneAsync(_world.Make(StoryWorld.Text, "Daily"));
        await _world.AcceptAsync(_world.Make(Updated, "Herald", title: "Market shelled"), _world.Make(Cut, "Post"), _world.Make(StoryWorld.OtherText, "Courier"));

        var story = await _world.StoryOfAsync(first);

        Assert.Equal((3, 1, "Shells hit market"), (story.Story.Reports, story.Story.Origins, story.Story.Title));
        Assert.Equal(["Daily", "Herald", "Post"], story.Witnesses.Select(w => w.Outlet));
        Assert.Equal([1, story.Witnesses[1].Similarity, story.Witnesses[2].Similarity], story.Witnesses.Select(w => w.Similarity));
        Assert.All(story.Witnesses.Skip(1), w => Assert.InRange(w.Similarity, 0.7, 0.999));
        Assert.All(story.Witnesses, w => Assert.Equal("daily", w.OriginKey));
        Assert.Equal(("30", "34"), (story.Witnesses[1].Changes.Figures[0].Before, story.Witnesses[1].Changes.Figures[0].After));
        Assert.All(story.Witnesses[2].Changes.Changes, c => Assert.Equal(TextChangeKind.Removed, c.Kind));
        Assert.Equal(story.Witnesses[0].Published, first.Published);
    }

    [Fact]
    public async Task Origins_OfCopies_AreTheAgenciesThatTheyName()
    {
        var results = await _world.AcceptAsync(
            _world.Make(StoryWorld.Text, "Daily"), _world.Make(Updated, "Herald", "Example Wire"), _world.Make(Cut, "Post", "Other Wire"),
            _world.Make(StoryWorld.Text, "Courier"), _world.Make(StoryWorld.OtherText, "Times", "Example Wire"));

        var story = await _world.StoryOfAsync(results[0].Report!);

        Assert.Equal((4, 2), (story.Story.Reports, story.Story.Origins));
        Assert.Equal(["example wire", "other wire"], story.Story.Agencies);
        Assert.Equal(["example wire", "example wire", "other wire", "example wire"], story.Witnesses.Select(w => w.OriginKey));
        Assert.Equal("example wire", results[3].Report!.Origin.Key);
        Assert.Equal(story.Story, Assert.Single((await _world.Stories.ListStoriesAsync(new ListStoriesRequest { MinOrigins = 2 })).Stories));
        Assert.Equal(2, (await _world.Stories.ListStoriesAsync(new ListStoriesRequest())).Stories.Count);
    }

    [Fact]
    public async Task Copies_InAnyOrder_EndInTheSameStories()
    {
        Report[] reports =
        [
            _world.Make(StoryWorld.Text, "Daily", externalId: "1"), _world.Make(Updated, "Herald"), _world.Make(Cut, "Post"), _world.Make(StoryWorld.OtherText, "Times"),
            // The Daily's article becomes another text: what was two stories is one.
            _world.Make(StoryWorld.OtherText, "Daily", externalId: "1", title: "Hospitals overrun"), _world.Make("A short note on the weather.", "Courier"),
        ];
        var expected = await PartitionAsync(_world, reports);
        for (var seed = 1; seed <= 4; seed++)
        {
            await using var other = new StoryWorld();
            var shuffled = reports.ToArray();
            new Random(seed).Shuffle(shuffled);

            Assert.Equal(expected, await PartitionAsync(other, shuffled));
        }

        Assert.Equal(2, expected.Split('|').Length);
    }

    [Fact]
    public async Task AReport_ThatShowsTwoStoriesToBeOne_JoinsThemAndBothIdsStayGood()
    {
        var first = await _world.AcceptOneAsync(_world.Make(StoryWorld.Text, "Daily", externalId: "1"));
        var second = await _world.AcceptOneAsync(_world.Make(StoryWorld.OtherText, "Times"));
        Assert.NotEqual(first.StoryId, second.StoryId);

        await _world.AcceptAsync(_world.Make(StoryWorld.OtherText, "Daily", externalId: "1", title: "Hospitals overrun"));

        var (a, b) = (await _world.StoryOfAsync(first), await _world.StoryOfAsync(second));
        Assert.Equal(a, b);
        Assert.Equal((first.StoryId, 3), (a.Story.Id, a.Story.Reports));
        Assert.Equal(a.Story, Assert.Single((await _world.Stories.ListStoriesAsync(new ListStoriesRequest())).Stories));
        Assert.Equal(first.StoryId, (await _world.Reports.GetReportAsync(new GetReportRequest { ReportId = second.Id })).Report.StoryId);
        var told = await Poller.UntilAsync("story.merged", () => Task.FromResult(_world.Service.Sidecar.Published.FirstOrDefault(p => p.Topic == Topics.StoryMerged)));
        Assert.Equal((second.StoryId, first.StoryId), (told.Read<StoryMerged>().StoryId, told.Read<StoryMerged>().MergedInto));

        Assert.Equal(3, (await _world.Reports.ListReportsAsync(new ListReportsRequest { StoryId = second.StoryId })).Reports.Count);
        Assert.Empty((await _world.Reports.ListReportsAsync(new ListReportsRequest { SourceId = "none" })).Reports);

        // What copies the joined story's text is found under its id.
        Assert.Equal(first.StoryId, (await _world.AcceptOneAsync(_world.Make(StoryWorld.OtherText, "Courier"))).StoryId);
    }

    [Fact]
    public async Task Copies_AtThreeReplicasAtOnce_AreOneStory()
    {
        await using var second = new StoryWorld(_world.Service.DataFolder);
        await using var third = new StoryWorld(_world.Service.DataFolder);
        StoryWorld[] replicas = [_world, second, third];
        // All have started.
        await Task.WhenAll(replicas.Select(r => Task.Run(() => r.AcceptAsync(_world.Make($"Nothing happened at post {Array.IndexOf(replicas, r)}.", "Daily")))));

        var results = await Task.WhenAll(Enumerable.Range(0, 24).Select(i =>
            Task.Run(() => replicas[i % 3].AcceptAsync(_world.Make(i % 2 == 0 ? StoryWorld.Text : Updated, $"Outlet {i}", published: "2024-05-07")))));

        var story = Assert.Single(results.Select(r => r[0].Report!.StoryId).Distinct());
        var shown = await _world.Stories.GetStoryAsync(new GetStoryRequest { StoryId = story });
        Assert.Equal((24, 24), (shown.Story.Reports, shown.Witnesses.Count));
        Assert.All(results, r => Assert.Equal(ItemOutcome.Accepted, r[0].Outcome));
    }

    [Fact]
    public async Task TheSameReport_AtTwoReplicasAtOnce_IsAcceptedOnce()
    {
        await using var second = new StoryWorld(_world.Service.DataFolder);
        var report = _world.Make(StoryWorld.Text, "Daily");
        await Task.WhenAll(_world.AcceptAsync(_world.Make("Nothing happened.", "Daily")), second.AcceptAsync(_world.Make("Nothing happened there.", "Daily")));

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => (i % 2 == 0 ? _world : second).AcceptAsync(report))));

        Assert.Equal(1, results.Count(r => r[0].Outcome == ItemOutcome.Accepted));
        Assert.All(results, r => Assert.Equal(report.Id, r[0].Report!.Id));
    }

    [Fact]
    public async Task ACopy_AfterARestart_IsFoundInTheIndexThatWasReadFromTheStore()
    {
        var first = await _world.AcceptOneAsync(_world.Make(StoryWorld.Text, "Daily"));
        await _world.Service.StopAsync();

        await using var again = new StoryWorld(_world.Service.DataFolder);
        var copy = await again.AcceptOneAsync(_world.Make(Cut, "Herald"));

        Assert.Equal(first.StoryId, copy.StoryId);
        using var http = again.Service.CreateClient();
        Assert.Contains("\"stories\"", await http.GetStringAsync(new Uri("/health/ready", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReport_WhoseBatchFails_LeavesNothingInTheIndex()
    {
        var broken = _world.Make(StoryWorld.Text, "Daily");
        broken.ReceivedTime = null;
        var good = _world.Make(StoryWorld.OtherText, "Times");
        await _world.AcceptAsync(_world.Make("Nothing happened.", "Daily"));

        var failed = await Assert.ThrowsAnyAsync<Exception>(() => _world.AcceptAsync(broken, good));
        var later = await _world.AcceptAsync(_world.Make(Cut, "Herald"), good);

        Assert.NotNull(failed);
        Assert.False(_world.Service.Services.GetRequiredService<StoryIndex>().Near.Contains(broken.Id));
        Assert.Equal([ItemOutcome.Accepted, ItemOutcome.AlreadyKnown], later.Select(r => r.Outcome));
        Assert.Equal(1, (await _world.StoryOfAsync(later[0].Report!)).Story.Reports);
    }

    [Fact]
    public async Task ListStories_MoreThanAPage_GivesEachOnceWithTheLatestFirst()
    {
        for (var i = 0; i < 5; i++)
        {
            await _world.AcceptAsync(_world.Make($"Note number {i}.", "Daily", published: $"2024-05-0{i + 1}"));
        }

        var seen = new List<Story>();
        var token = "";
        do
        {
            var page = await _world.Stories.ListStoriesAsync(new ListStoriesRequest { PageSize = 2, PageToken = token });
            seen.AddRange(page.Stories);
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        Assert.Equal(5, seen.Select(s => s.Id).Distinct().Count());
        Assert.Equal(seen.OrderByDescending(s => s.LastTime.ToDateTime()).Select(s => s.Id), seen.Select(s => s.Id));
        Assert.Equal(2, (await _world.Stories.ListStoriesAsync(new ListStoriesRequest
        {
            FromTime = seen[3].LastTime,
            ToTime = seen[1].FirstTime,
        })).Stories.Count);
    }

    [Fact]
    public async Task GetStory_MoreWitnessesThanAPage_GivesEachOnce()
    {
        var reports = await _world.AcceptAsync([.. Enumerable.Range(0, 5).Select(i => _world.Make(StoryWorld.Text, $"Outlet {i}"))]);

        var first = await _world.Stories.GetStoryAsync(new GetStoryRequest { StoryId = reports[0].Report!.StoryId, PageSize = 3 });
        var second = await _world.Stories.GetStoryAsync(new GetStoryRequest { StoryId = first.Story.Id, PageSize = 3, PageToken = first.NextPageToken });

        Assert.Equal((3, 2, ""), (first.Witnesses.Count, second.Witnesses.Count, second.NextPageToken));
        Assert.Equal(5, first.Witnesses.Concat(second.Witnesses).Select(w => w.ReportId).Distinct().Count());
    }

    [Fact]
    public async Task ListStories_WrongInEveryField_SaysAll()
    {
        var error = await Assert.ThrowsAsync<RpcException>(async () => await _world.Stories.ListStoriesAsync(new ListStoriesRequest
        {
            MinOrigins = -1,
            MinReports = -1,
            PageSize = -1,
            PageToken = "?",
            FromTime = new() { Seconds = 2 },
            ToTime = new() { Seconds = 1 },
        }));

        Assert.Equal(["min_origins", "min_reports", "page_size", "page_token", "to_time"],
            error.GetRpcStatus()!.GetDetail<BadRequest>().FieldViolations.Select(v => v.Field).Order());
    }

    [Fact]
    public async Task GetStory_Unknown_IsNotFound()
    {
        var error = await Assert.ThrowsAsync<RpcException>(async () => await _world.Stories.GetStoryAsync(new GetStoryRequest { StoryId = "x" }));

        Assert.Equal("STORY_NOT_FOUND", error.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason);
    }

    [Fact]
    public async Task GetStory_ByRest_ShowsTheWitnesses()
    {
        var report = await _world.AcceptOneAsync(_world.Make(StoryWorld.Text, "Daily"));
        using var http = _world.Service.CreateClient();

        using var answer = await http.GetAsync(new Uri($"/v1/stories/{report.StoryId}", UriKind.Relative));
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(report.Id, body.RootElement.GetProperty("witnesses")[0].GetProperty("reportId").GetString());
    }

    private static async Task<string> PartitionAsync(StoryWorld world, Report[] reports)
    {
        foreach (var report in reports)
        {
            await world.AcceptAsync(report);
        }

        var stories = (await world.Stories.ListStoriesAsync(new ListStoriesRequest())).Stories;
        var groups = new List<string>();
        foreach (var story in stories)
        {
            var shown = await world.Stories.GetStoryAsync(new GetStoryRequest { StoryId = story.Id });
            groups.Add(string.Join(',', shown.Witnesses.Select(w => w.ReportId).Order(StringComparer.Ordinal)));
        }

        return string.Join('|', groups.Order(StringComparer.Ordinal));
    }
}
