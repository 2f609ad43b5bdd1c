using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Truceline.Ingest.Reports;
using Truceline.Ingest.Storage;

namespace Truceline.Ingest.FunctionalTests.Intake;

[Trait("Store", "embedded")]
public sealed class DurabilityTests : IAsyncTest
{
    private const long Full = 2;
    private readonly ServiceFixture<IngestGrpcService> _service = new(new Dictionary<string, string> { ["Storage:ConnectionString"] = "" });

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Connection_OnSqlite_SyncsTheLogAtEachCommit()
    {
        _ = _service.Channel;
        await using var scope = _service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<IngestDbContext>().Database;
        await database.OpenConnectionAsync();

        Assert.Equal(Full, await ReadAsync(database, "PRAGMA synchronous"));
        Assert.Equal("wal", await ReadAsync(database, "PRAGMA journal_mode"));
    }

    private static async Task<object?> ReadAsync(Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade database, string pragma)
    {
        await using var command = database.GetDbConnection().CreateCommand();
        command.CommandText = pragma;
        return await command.ExecuteScalarAsync();
    }
}
