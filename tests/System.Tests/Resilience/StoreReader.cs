using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using Truceline.DevHost;
using Truceline.Notification.V1;
using Truceline.ServiceDefaults.Events;

namespace Truceline.SystemTests.Resilience;

/// <summary>Looks into the services' databases, past the services.</summary>
internal sealed class StoreReader(LocalSystem system)
{
    private static readonly (string Topic, string Producer, string[] Consumers)[] Ways =
    [
        (Topics.ReportAccepted, "ingest", ["entity"]),
        (Topics.ReportRevised, "ingest", ["entity"]),
        (Topics.StoryMerged, "ingest", ["entity", "geozone"]),
        (Topics.ReportErased, "ingest", ["entity", "geozone", "notification"]),
        (Topics.PositionObserved, "ingest", ["geozone"]),
        (Topics.ClaimsExtracted, "entity", ["geozone", "notification"]),
        (Topics.ClaimsWithdrawn, "entity", ["geozone", "notification"]),
        (Topics.IncidentOpened, "geozone", ["notification"]),
        (Topics.IncidentUpdated, "geozone", ["notification"]),
        (Topics.IncidentCancelled, "geozone", ["notification"]),
        (Topics.ObligationChanged, "geozone", ["notification"]),
    ];

    /// <summary>Events that no sidecar has taken yet.</summary>
    internal Task<long> WaitingEventsAsync(string service) => CountAsync(service, """SELECT COUNT(*) FROM outbox WHERE "DispatchedTime" IS NULL""");

    /// <summary>Events in the outbox, dispatched or not.</summary>
    internal Task<long> EventsAsync(string service) => CountAsync(service, "SELECT COUNT(*) FROM outbox");

    /// <summary>Events that stand in the outbox more than once: an effect that was made twice. One that carries an instant has another id the second
    /// time; it shows as one alert too many.</summary>
    internal Task<long> RepeatedEventsAsync(string service) => CountAsync(
        service, """SELECT COUNT(*) FROM (SELECT "EventId" FROM outbox GROUP BY "EventId" HAVING COUNT(*) > 1) AS repeated""");

    /// <summary>Dead letters.</summary>
    internal Task<long> DeadLettersAsync(string service) => CountAsync(service, "SELECT COUNT(*) FROM dead_letters");

    /// <summary>Deliveries that are to be tried, or tried again.</summary>
    internal Task<long> PendingDeliveriesAsync() =>
        CountAsync("notification", $"""SELECT COUNT(*) FROM deliveries WHERE "State" = {(int)DeliveryState.Pending}""");

    /// <summary>
    /// Events that were published and neither processed by an app that subscribes to them nor among its dead letters: what was lost, or is still
    /// under way. As "event id of topic for app".
    /// </summary>
    internal async Task<IReadOnlyList<string>> UnaccountedAsync()
    {
        var missing = new List<string>();
        foreach (var (topic, producer, consumers) in Ways)
        {
            var published = await IdsAsync(producer, $"""SELECT "EventId" FROM outbox WHERE "Topic" = '{topic}'""");
            foreach (var consumer in consumers)
            {
                var known = await IdsAsync(consumer, """SELECT "EventId" FROM inbox UNION SELECT "EventId" FROM dead_letters""");
                missing.AddRange(published.Except(known).Select(id => $"{id} of {topic} for {consumer}"));
            }
        }

        return missing;
    }

    private Task<long> CountAsync(string service, string query) => ReadAsync(service, query, async command =>
        Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture));

    private Task<HashSet<string>> IdsAsync(string service, string query) => ReadAsync(service, query, async command =>
    {
        var ids = new HashSet<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            ids.Add(reader.GetString(0));
        }

        return ids;
    });

    private async Task<T> ReadAsync<T>(string service, string query, Func<DbCommand, Task<T>> read)
    {
        await using DbConnection connection = system.StorePlan.ConnectionStrings.TryGetValue(service, out var given)
            ? new NpgsqlConnection(given + ";Pooling=false")
            : new SqliteConnection($"Data Source={Path.Combine(system.Folder, service + ".db")};Mode=ReadOnly;Pooling=False;Default Timeout=10");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The queries stand above.
        command.CommandText = query;
#pragma warning restore CA2100
        return await read(command);
    }
}
