using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Truceline.Ingest.Storage;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.FunctionalTests.Stories;

public class StoryMigrationTests
{
    private const string BeforeNumbers = "EveryWayIn";

    [Fact]
    public async Task Start_OnStoriesThatHaveNoNumbers_ShowsThemAndGoesOnWithThem()
    {
        await using var old = new StoryWorld();
        var version = old.Make(StoryWorld.OtherText, "Weekly", externalId: "w-1", updated: "2024-05-07T10:00:00Z");
        var stored = await old.AcceptAsync(old.Make(StoryWorld.Text, "Daily"), old.Make(StoryWorld.Text + "\n\nMore to follow.", "Courier"), version);
        await MigrateAsync(old, BeforeNumbers);
        await old.Service.StopAsync();

        await using var world = new StoryWorld(old.Service.DataFolder);
        var copy = await world.AcceptOneAsync(world.Make(StoryWorld.Text, "Gazette"));
        var later = (await world.AcceptAsync(world.Make(StoryWorld.OtherText + "\n\nTwo died.", "Weekly", externalId: "w-1", updated: "2024-05-08T10:00:00Z")))[0].Report!;

        Assert.Equal(stored[0].Report!.StoryId, copy.StoryId);
        var story = await world.StoryOfAsync(copy);
        Assert.Equal(["Courier", "Daily", "Gazette"], story.Witnesses.Select(w => w.Outlet).Order(StringComparer.Ordinal));
        var listed = await world.Reports.ListReportsAsync(new ListReportsRequest { StoryId = copy.StoryId });
        Assert.Equal(3, listed.Reports.Count);
        var versions = (await world.Stories.ListRevisionsAsync(new ListRevisionsRequest { ReportId = stored[2].Report!.Id })).Versions;
        Assert.Equal([version.Id, later.Id], versions.Select(v => v.Report.Id));
    }

    private static async Task MigrateAsync(StoryWorld world, string migration)
    {
        await using var scope = world.Service.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IngestDbContext>().GetService<IMigrator>().MigrateAsync(migration);
    }
}
