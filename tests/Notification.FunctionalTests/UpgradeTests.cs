using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Truceline.Notification.Storage;
using Truceline.Notification.V1;
using Truceline.Operations.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.Testing;

namespace Truceline.Notification.FunctionalTests;

/// <summary>A SQLite file of the first version is brought up to date with what is in it.</summary>
public class UpgradeTests
{
    private static readonly Dictionary<string, string> OnSqlite = new() { ["Storage:ConnectionString"] = "" };

    // Microseconds since 1970.
    private const string Now = "CAST(strftime('%s', 'now') AS INTEGER) * 1000000";

    [Fact]
    public async Task Start_OnAFileOfTheFirstVersion_GoesOnAfterItsLastSequence()
    {
        await using var app = new NotificationFixture(OnSqlite);
        await MakeFirstVersionAsync(
            Path.Combine(app.DataFolder, "service.db"),
            $"""
            INSERT INTO alerts ("Sequence", "AlertId", "TraceId", "SentTime", "Body") VALUES (41, 'kept', '', {Now}, x''), (42, 'cleared', '', {Now}, x'');
            INSERT INTO deliveries ("Id", "SubscriptionId", "AlertSequence", "AlertId", "State", "Attempts", "LastStatus", "LastError")
                VALUES ('d', 's', 41, 'kept', {(int)DeliveryState.Delivered}, 1, 204, '');
            DELETE FROM alerts WHERE "Sequence" = 42;
            INSERT INTO dead_letters VALUES ('claims.extracted', 'entity', 'one', 'payload', 'why', NULL, 5), ('claims.extracted', 'entity', 'two', 'payload', 'why', NULL, 5);
            """);

        await app.Channel.DeliverAsync(Topics.ClaimsExtracted, SampleEvents.Claims("new"), "event-1");

        var alerts = (await app.Alerts.ListAlertsAsync(new ListAlertsRequest())).Alerts;
        // A number that was given once is not given again, even when its alert is gone.
        Assert.Equal([43L, 41L], alerts.Select(a => a.Sequence));
        Assert.Equal("d", Assert.Single((await app.Alerts.ListDeliveriesAsync(new ListDeliveriesRequest())).Deliveries).Id);
        var operations = new DeadLetterService.DeadLetterServiceClient(app.Channel);
        var letters = (await operations.ListDeadLettersAsync(new ListDeadLettersRequest { App = "notification" })).DeadLetters;
        Assert.Equal(["one", "two"], letters.Select(l => l.EventId).Order(StringComparer.Ordinal));
        await operations.DiscardDeadLetterAsync(new DiscardDeadLetterRequest { App = "notification", DeadLetterId = letters[0].Id });
        Assert.Equal(1, (await operations.ListDeadLettersAsync(new ListDeadLettersRequest { App = "notification" })).TotalSize);
    }

    private static async Task MakeFirstVersionAsync(string file, string rows)
    {
        await using var db = Open(file);
        await db.GetService<IMigrator>().MigrateAsync("Initial");
        await db.Database.ExecuteSqlRawAsync(rows);
    }

    private static NotificationDbContext Open(string file) =>
        new(new DbContextOptionsBuilder<NotificationDbContext>().UseSqlite($"Data Source={file};Pooling=False").Options);
}
