using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.ServiceDefaults.FunctionalTests.Storage;

/// <summary>One database that several replicas share, on SQLite or PostgreSQL (see <see cref="TestStore"/>), with the house's tables alone.</summary>
internal sealed class SharedDatabase : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("truceline-test-").FullName;

    private SharedDatabase()
    {
    }

    internal static async Task<SharedDatabase> CreateAsync()
    {
        var database = new SharedDatabase();
        await using var db = database.Open();
        await db.Database.EnsureCreatedAsync();
        return database;
    }

    /// <summary>A connection of its own, as every replica has.</summary>
    internal TestContext Open(params IInterceptor[] interceptors)
    {
        var options = new DbContextOptionsBuilder<TestContext>();
        _ = TestStore.ConnectionString(_folder) is { } connection
            ? options.UseNpgsql(connection)
            : options.UseSqlite($"Data Source={Path.Combine(_folder, "test.db")};Default Timeout=20");
        return new TestContext(options.AddInterceptors(interceptors).Options);
    }

    /// <summary>The scopes of one replica.</summary>
    internal IServiceScopeFactory Scopes(params IInterceptor[] interceptors) => new ServiceCollection().AddScoped<ServiceDbContext>(_ => Open(interceptors))
        .BuildServiceProvider().GetRequiredService<IServiceScopeFactory>();

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        await TestStore.DropAsync(_folder);
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>The house's tables.</summary>
internal sealed class TestContext(DbContextOptions<TestContext> options) : ServiceDbContext(options);
