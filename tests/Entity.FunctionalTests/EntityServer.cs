using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.DependencyInjection;
using Truceline.Entity.Readings;
using Truceline.Entity.V1;
using Truceline.Events.V1;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Entity.FunctionalTests;

/// <summary>The service with its clients, and reports for it to read.</summary>
internal sealed class EntityServer(
    IReadOnlyDictionary<string, string>? settings = null, string? dataFolder = null, Action<IServiceCollection>? services = null) : IAsyncDisposable
{
    private int _events;

    public ServiceFixture<EntityGrpcService> Service { get; } = new(settings, services, dataFolder);

    public CatalogService.CatalogServiceClient Catalog => new(Service.Channel);

    public CorrectionService.CorrectionServiceClient Corrections => new(Service.Channel);

    public EntityService.EntityServiceClient Readings => new(Service.Channel);

    /// <summary>Hands a report in and waits until it is read.</summary>
    /// <param name="id">A word that its id is made of.</param>
    /// <param name="text">Its text.</param>
    /// <param name="day">Day of publication.</param>
    /// <param name="chain">Word of the first version; its own when there is none.</param>
    /// <returns>Its id.</returns>
    public async Task<string> ReadAsync(string id, string text, string day = "2019-03-12", string? chain = null)
    {
        var report = ReportOf(id, text, day, chain);
        await DeliverAsync(Topics.ReportAccepted, new ReportAccepted { Report = report });
        return report.Id;
    }

    public async Task DeliverAsync(string topic, Google.Protobuf.IMessage @event)
    {
        var eventId = string.Create(CultureInfo.InvariantCulture, $"{Service.DataFolder}-{Interlocked.Increment(ref _events)}");
        Assert.Equal("Success", (await Service.Channel.DeliverAsync(topic, @event, eventId, "ingest")).ToString());
    }

    public async Task<EntityMatch> FindAsync(string query)
    {
        var found = await Catalog.SearchEntitiesAsync(new SearchEntitiesRequest { Query = query });
        return found.Entities.Count > 0 ? found.Entities[0] : throw new InvalidOperationException($"Nothing answers {query}.");
    }

    public ValueTask DisposeAsync() => Service.DisposeAsync();

    /// <summary>A report, as Ingest has it.</summary>
    public static Report ReportOf(string id, string text, string day = "2019-03-12", string? chain = null) => new()
    {
        Id = IdOf(id),
        ChainId = IdOf(chain ?? id),
        Text = text,
        MediaType = "text/plain",
        Published = day,
        ReceivedTime = Timestamp.FromDateTimeOffset(DateTimeOffset.Parse(day + "T18:00:00Z", CultureInfo.InvariantCulture)),
    };

    private static string IdOf(string word) => ContentHash.Of("report", word);
}
