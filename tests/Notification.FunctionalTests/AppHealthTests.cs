using System.Data.Common;
using Grpc.Core;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Truceline.Testing;

namespace Truceline.Notification.FunctionalTests;

/// <summary>What the sidecar hears when it asks whether to deliver.</summary>
public class AppHealthTests
{
    [Fact]
    public async Task AppHealth_WhileTheDatabaseIsAway_IsUnavailable()
    {
        var database = new AbsentDatabase();
        await using var app = new NotificationFixture(services: services => services.AddSingleton<IInterceptor>(database));

        await app.Channel.CheckHealthAsync();
        database.IsAway = true;
        var failure = await Assert.ThrowsAsync<RpcException>(() => app.Channel.CheckHealthAsync());
        database.IsAway = false;
        await app.Channel.CheckHealthAsync();

        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
    }

    [Fact]
    public async Task AppHealth_WithoutTheAppToken_IsAnswered()
    {
        // Dapr's probes carry none, also when all its other calls do.
        await using var app = new NotificationFixture(new Dictionary<string, string> { ["Dapr:AppToken"] = "right" });

        await app.Channel.CheckHealthAsync();
    }

    private sealed class AbsentDatabase : DbCommandInterceptor
    {
        public bool IsAway { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            IsAway ? throw new InvalidOperationException("the database is away") : ValueTask.FromResult(result);
    }
}
