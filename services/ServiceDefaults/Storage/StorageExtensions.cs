using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Npgsql;
using Truceline.ServiceDefaults.DeadLetters;
using Truceline.ServiceDefaults.Events;
using Truceline.ServiceDefaults.Health;
using Truceline.ServiceDefaults.Leases;

namespace Truceline.ServiceDefaults.Storage;

/// <summary>Registers a service's database.</summary>
public static class StorageExtensions
{
    // A replica that vanishes without a word (its node lost power, its process stands still) must not keep the rows that it has locked.
    private const string SilentClientOptions =
        "-c idle_in_transaction_session_timeout=30000 -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

    // A database that hangs is as good as away.
    private static readonly TimeSpan CheckLimit = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Registers the service's database on SQLite, or on PostgreSQL when <see cref="StorageOptions.ConnectionString"/> is set, its migration at
    /// start (before anything else starts), its readiness check, the dispatch of its outbox, its dead letters and the clearing of what is past its retention.
    /// </summary>
    /// <typeparam name="TContext">The database; on SQLite it is used as it is, with migrations of its own.</typeparam>
    /// <typeparam name="TPostgreSqlContext">The same with the migrations for PostgreSQL.</typeparam>
    public static WebApplicationBuilder AddServiceStorage<TContext, TPostgreSqlContext>(this WebApplicationBuilder builder)
        where TContext : ServiceDbContext
        where TPostgreSqlContext : TContext
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
            .Validate(IsConnectionString, "Storage:ConnectionString is not a connection string of Npgsql.")
            .ValidateOnStart();
        builder.Services.AddSingleton<SqliteWriteTurns>();
        builder.Services.AddDbContext<TContext>(UseSqlite);
        builder.Services.AddDbContext<TPostgreSqlContext>(UsePostgreSql);
        builder.Services.Replace(ServiceDescriptor.Scoped<TContext>(static services =>
            services.GetRequiredService<IOptions<StorageOptions>>().Value.IsPostgreSql
                ? services.GetRequiredService<TPostgreSqlContext>()
                : ActivatorUtilities.CreateInstance<TContext>(services, services.GetRequiredService<DbContextOptions<TContext>>())));
        builder.Services.AddScoped<ServiceDbContext>(services => services.GetRequiredService<TContext>());
        builder.Services.AddScoped<NewRows>();
        builder.Services.AddSingleton<DatabaseMigration>();
        builder.Services.AddHostedService(services => services.GetRequiredService<DatabaseMigration>());
        builder.AddLeases();
        builder.Services.AddHostedService<OutboxDispatcher>();
        builder.Services.AddHostedService<EventRetention>();
        builder.AddDeadLetters();
        builder.Services.AddHealthChecks()
            .AddCheck<DatabaseCheck>(AppCallbackHealthCheckService.Check, null, [HealthExtensions.ReadyTag], CheckLimit)
            .AddCheck<SidecarCheck>("sidecar", HealthStatus.Degraded, [HealthExtensions.ReadyTag], CheckLimit);
        return builder;
    }

    private static void UseSqlite(IServiceProvider services, DbContextOptionsBuilder options)
    {
        var path = services.GetRequiredService<IOptions<StorageOptions>>().Value.Path;
        // One statement a command: the provider binds every parameter of a command to every statement of it, which is quadratic in a batch
        // (646 µs of CPU for three rows in batches of 1,000, 177 µs one by one), and there is no network between that a batch would save.
        options.UseSqlite(
            new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 10 }.ConnectionString,
            sqlite => sqlite.MaxBatchSize(1));
        options.AddInterceptors(services.GetServices<IInterceptor>());
        options.AddInterceptors(services.GetRequiredService<SqliteWriteTurns>(), SqliteSettings.Instance);
    }

    private static void UsePostgreSql(IServiceProvider services, DbContextOptionsBuilder options)
    {
        var connection = new NpgsqlConnectionStringBuilder(services.GetRequiredService<IOptions<StorageOptions>>().Value.ConnectionString);
        connection.ApplicationName ??= services.GetRequiredService<ServiceIdentity>().AppId;
        connection.Options ??= SilentClientOptions;
        options.UseNpgsql(connection.ConnectionString);
        options.AddInterceptors(services.GetServices<IInterceptor>());
    }

    private static bool IsConnectionString(StorageOptions options)
    {
        try
        {
            return !options.IsPostgreSql || new NpgsqlConnectionStringBuilder(options.ConnectionString).Host is { Length: > 0 };
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
