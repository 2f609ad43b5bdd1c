using Microsoft.Data.Sqlite;
using Truceline.Ingest.Reports;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.FunctionalTests;

public class MigrationTests
{
    private static readonly Dictionary<string, string> OnSqlite = new() { ["Storage:ConnectionString"] = "" };

    /// <summary>EF Core keeps a row as its lock on SQLite, which a process that is killed while it migrates leaves behind.</summary>
    [Fact]
    public async Task Start_AfterAKillInTheMidstOfAMigration_IsNotHeldUp()
    {
        await using var first = new ServiceFixture<IngestGrpcService>(OnSqlite);
        await SubmitAsync(first, "Before.");
        await first.StopAsync();
        await LeaveLockAsync(Path.Combine(first.DataFolder, "service.db"));

        await using var second = new ServiceFixture<IngestGrpcService>(OnSqlite, dataFolder: first.DataFolder);
        await SubmitAsync(second, "After.").WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System);

        var listed = await new IngestService.IngestServiceClient(second.Channel).ListReportsAsync(new ListReportsRequest());
        Assert.Equal(2, listed.Reports.Count);
    }

    [Fact]
    public async Task Start_ThreeReplicasOnANewDatabase_AllServe()
    {
        await using var first = new ServiceFixture<IngestGrpcService>();
        await using var second = new ServiceFixture<IngestGrpcService>(dataFolder: first.DataFolder);
        await using var third = new ServiceFixture<IngestGrpcService>(dataFolder: first.DataFolder);

        await Task.WhenAll(new[] { first, second, third }.Select((replica, i) => Task.Run(() => SubmitAsync(replica, $"Report number {i}."))));

        var listed = await new IngestService.IngestServiceClient(third.Channel).ListReportsAsync(new ListReportsRequest());
        Assert.Equal(3, listed.Reports.Count);
    }

    private static async Task SubmitAsync(ServiceFixture<IngestGrpcService> service, string text) =>
        await new IngestService.IngestServiceClient(service.Channel).SubmitReportAsync(
            new SubmitReportRequest { Report = new ReportDraft { Text = text } });

    private static async Task LeaveLockAsync(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" ("Id", "Timestamp") VALUES (1, '2026-01-01 00:00:00')
            """;
        await command.ExecuteNonQueryAsync();
    }
}
