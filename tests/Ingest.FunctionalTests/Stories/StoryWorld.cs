using Microsoft.Extensions.DependencyInjection;
using Truceline.Ingest.Intake;
using Truceline.Ingest.Reports;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.FunctionalTests.Stories;

/// <summary>A service and reports that outlets bring to it.</summary>
internal sealed class StoryWorld(string? dataFolder = null) : IAsyncDisposable
{
    /// <summary>An agency's text of several paragraphs.</summary>
    internal const string Text =
        """
        At least 30 people were killed when shells fell on a crowded market in the old town of Maradin on Tuesday, rescue workers said, hours before a truce was to begin.

        Witnesses told of four explosions within ten minutes. The first hit the bakery at the northern gate, where women and children stood in line for bread.
        "We carried them out on doors and blankets," said a teacher who lives beside the market.

        The two sides blamed each other. The government said that rebels had fired from the hills above the river; a rebel spokesman denied it and called for an inquiry by the observer mission.

        The mission said that its patrol had been turned back at a checkpoint on the road to Maradin and would try again on Wednesday. A truce brokered by the neighbouring states is to hold from midnight.
        """;

    /// <summary>Another text on the same event.</summary>
    internal const string OtherText =
        """
        Hospitals in Maradin ran out of blood on Tuesday evening as surgeons worked by torchlight on those hurt in the bombardment of the central market, the health committee said.

        Dr. Salma Idris, who leads the emergency ward, counted more than eighty wounded, a third of them children. Two ambulances had no fuel left, she added by telephone.

        Aid groups asked for a corridor to the capital. Trucks with medicine have waited at the border crossing for nine days because no side would guarantee their safe passage through the valley.
        """;

    private int _minutes;

    internal ServiceFixture<IngestGrpcService> Service { get; } = new(dataFolder: dataFolder);

    internal StoryService.StoryServiceClient Stories => new(Service.Channel);

    internal IngestService.IngestServiceClient Reports => new(Service.Channel);

    public ValueTask DisposeAsync() => Service.DisposeAsync();

    /// <summary>A report as a format and the normaliser would make it.</summary>
    internal Report Make(
        string text, string outlet, string agency = "", string externalId = "", string url = "", string title = "Shells hit market", string published = "", string updated = "")
    {
        var report = new Report
        {
            Text = text,
            MediaType = "text/plain",
            Title = title,
            Source = outlet,
            Url = url,
            ExternalId = externalId,
            Published = published.Length > 0 ? published : $"2024-05-07T10:{_minutes++:00}:00Z",
            Updated = updated,
            Language = "en",
            Origin = new Origin { Outlet = outlet, Agency = agency, Key = (agency.Length > 0 ? agency : outlet).ToLowerInvariant() },
        };
        return ReportFactory.Complete(report, "sha256:document", "", "text", TimeProvider.System.GetUtcNow());
    }

    /// <summary>Stores reports, all handed over before the first is waited for.</summary>
    internal async Task<IReadOnlyList<IntakeResult>> AcceptAsync(params Report[] reports)
    {
        _ = Service.Channel;
        var writer = Service.Services.GetRequiredService<IIntakeWriter>();
        var waiting = new List<Task<IntakeResult>>();
        foreach (var report in reports)
        {
            waiting.Add(await writer.EnqueueAsync(new IntakeItem { Report = report.Clone() }, CancellationToken.None));
        }

        return await Task.WhenAll(waiting);
    }

    internal async Task<Report> AcceptOneAsync(Report report) => (await AcceptAsync(report))[0].Report!;

    internal async Task<GetStoryResponse> StoryOfAsync(Report report) => await Stories.GetStoryAsync(new GetStoryRequest { StoryId = report.StoryId });
}
