using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Truceline.Entity.V1;
using Truceline.Events.V1;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Entity.FunctionalTests;

/// <summary>Replicas on one store that meet the same unknown name at the same time.</summary>
public sealed class ReplicasTests : IAsyncTest
{
    private const int Replicas = 3;

    private readonly List<EntityServer> _servers = [];

    public ReplicasTests()
    {
        _servers.Add(new EntityServer());
        while (_servers.Count < Replicas)
            _servers.Add(new EntityServer(dataFolder: _servers[0].Service.DataFolder));
    }

    public async ValueTask DisposeAsync()
    {
        // The first owns the folder that all share.
        foreach (var server in Enumerable.Reverse(_servers))
            await server.DisposeAsync();
    }

    [Fact]
    public async Task Read_NewNameOnThreeReplicasAtOnce_IsOneEntityOfOneId()
    {
        // One after another as a rollout does: each brings the store up to date as it starts.
        foreach (var server in _servers)
            await server.Catalog.SearchEntitiesAsync(new SearchEntitiesRequest { Query = "nobody" });

        await Task.WhenAll(_servers.Select((server, i) => Task.Run(() => ReadAsync(server, i))));

        var readings = await Task.WhenAll(_servers.Select(async (s, i) => await s.Readings.GetReadingAsync(new GetReadingRequest { ReportId = IdOf(i) })));
        var ids = readings.Select(r => Assert.Single(r.Reading.Entities, e => e.Name == "Nadia Karimova").Id).Distinct().ToList();
        var entity = (await _servers[0].Catalog.GetEntityAsync(new GetEntityRequest { EntityId = Assert.Single(ids) })).Entity;
        Assert.Equal((Replicas, "full_name"), (entity.ReportCount, entity.Origin.Rule));
    }

    /// <summary>Hands a report in until it is read: a replica that finds the store busy asks for it again, as it does of a broker.</summary>
    private static async Task ReadAsync(EntityServer server, int number)
    {
        var report = new Report
        {
            Id = IdOf(number),
            Text = $"Foreign Minister Nadia Karimova said on Monday that {number + 2} observers had reached Taiz.",
            MediaType = "text/plain",
            Published = "2019-03-12",
            ReceivedTime = Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch.AddYears(49)),
        };
        report.ChainId = report.Id;
        var answer = "";
        for (var tries = 0; answer != "Success" && tries < 20; tries++)
            answer = (await server.Service.Channel.DeliverAsync(Topics.ReportAccepted, new ReportAccepted { Report = report }, $"replica-{number}", "ingest")).ToString();
        Assert.True(answer == "Success", $"Replica {number} did not read its report in twenty deliveries: {answer}.");
    }

    private static string IdOf(int number) => ContentHash.Of("report", number.ToString(CultureInfo.InvariantCulture));
}
