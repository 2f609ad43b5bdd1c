using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Truceline.ServiceDefaults.Events;
using Truceline.ServiceDefaults.Health;

namespace Truceline.ServiceDefaults.Storage;

/// <summary>Registers a service's database.</summary>
public static class StorageExtensions
{
    /// <summary>
    /// Registers <typeparamref name="TContext"/> on SQLite, its migration at start (before anything else starts), its readiness check,
    /// the dispatch of its outbox and the clearing of what is past its retention.
    /// </summary>
    public static WebApplicationBuilder AddServiceStorage<TContext>(this WebApplicationBuilder builder)
        where TContext : ServiceDbContext
    {
        builder.Services.AddOptions<StorageOptions>()
            .Bind(builder.Configuration.GetSection(StorageOptions.Section))
            .PostConfigure<ServiceIdentity>((options, identity) =>
            {
                if (options.Path.Length == 0)
                {
                    options.Path = Path.Combine(".data", identity.AppId + ".db");
                }
            })
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddDbContext<TContext>(static (services, options) =>
        {
            var path = services.GetRequiredService<IOptions<StorageOptions>>().Value.Path;
            options.UseSqlite(new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 10 }.ConnectionString);
            options.AddInterceptors(services.GetRequiredService<OutboxSignal>());
        });
        builder.Services.AddScoped<ServiceDbContext>(services => services.GetRequiredService<TContext>());
        builder.Services.AddSingleton<DatabaseMigration>();
        builder.Services.AddHostedService(services => services.GetRequiredService<DatabaseMigration>());
        builder.Services.AddHostedService<OutboxDispatcher>();
        builder.Services.AddHostedService<EventRetention>();
        builder.Services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", tags: [HealthExtensions.ReadyTag])
            .AddCheck<SidecarCheck>("sidecar", HealthStatus.Degraded, [HealthExtensions.ReadyTag]);
        return builder;
    }
}
