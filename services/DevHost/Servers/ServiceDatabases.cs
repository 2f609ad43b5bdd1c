using Npgsql;

namespace Truceline.DevHost.Servers;

/// <summary>One database a service on one PostgreSQL server.</summary>
internal static class ServiceDatabases
{
    private const string Prefix = "truceline_";
    private const string Maintenance = "postgres";

    /// <summary>Database of a service, e.g. <c>truceline_ingest</c>.</summary>
    internal static string Name(string appId) => Prefix + appId;

    /// <summary>Sees to it that every service has its database.</summary>
    /// <param name="server">Connection string; the database in it, <c>postgres</c> by default, is where missing ones are made from.</param>
    /// <param name="appIds">The services.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The connection string of each service by app id.</returns>
    /// <exception cref="DevHostException">The string is not one, the server cannot be reached, or a database is missing and may not be made.</exception>
    internal static async Task<IReadOnlyDictionary<string, string>> RequireAsync(
        string server, IReadOnlyList<string> appIds, CancellationToken cancellationToken)
    {
        var strings = ConnectionStrings(server, appIds);
        try
        {
            foreach (var appId in appIds)
            {
                if (!await ExistsAsync(strings[appId], cancellationToken))
                {
                    await CreateAsync(server, Name(appId), cancellationToken);
                }
            }
        }
        catch (NpgsqlException exception)
        {
            throw new DevHostException($"PostgreSQL at {Address(server)} cannot be used: {exception.Message}");
        }

        return strings;
    }

    /// <summary>The connection string of each service by app id.</summary>
    /// <exception cref="DevHostException">The string is not one.</exception>
    internal static IReadOnlyDictionary<string, string> ConnectionStrings(string server, IReadOnlyList<string> appIds) =>
        appIds.ToDictionary(appId => appId, appId => new NpgsqlConnectionStringBuilder(Parse(server).ConnectionString) { Database = Name(appId) }.ConnectionString);

    /// <summary>host:port, for people.</summary>
    internal static string Address(string server) => Parse(server) is var parsed ? $"{parsed.Host}:{parsed.Port}" : "";

    private static NpgsqlConnectionStringBuilder Parse(string server)
    {
        try
        {
            var parsed = new NpgsqlConnectionStringBuilder(server);
            return string.IsNullOrEmpty(parsed.Host) ? throw new DevHostException("The connection string of --postgres names no Host.") : parsed;
        }
        catch (ArgumentException exception)
        {
            throw new DevHostException($"--postgres takes a connection string such as \"Host=db;Username=me;Password=…\": {exception.Message}");
        }
    }

    private static async Task<bool> ExistsAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(Unpooled(connectionString));
        try
        {
            await connection.OpenAsync(cancellationToken);
            return true;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            return false;
        }
    }

    private static async Task CreateAsync(string server, string name, CancellationToken cancellationToken)
    {
        var maintenance = Parse(server);
        maintenance.Database ??= Maintenance;
        await using var connection = new NpgsqlConnection(Unpooled(maintenance.ConnectionString));
        await connection.OpenAsync(cancellationToken);
        // The name is one of four of our own.
        await using var command = new NpgsqlCommand($"CREATE DATABASE \"{name}\" ENCODING 'UTF8' TEMPLATE template0", connection);
        try
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.DuplicateDatabase)
        {
            // Somebody else was faster.
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new DevHostException($"The database {name} is missing and {maintenance.Username} may not make it. Make it, or allow it: "
                + $"ALTER ROLE \"{maintenance.Username}\" CREATEDB");
        }
    }

    private static string Unpooled(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
}
