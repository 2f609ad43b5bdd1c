using Npgsql;

namespace Truceline.Testing;

/// <summary>
/// Which database the services under test use: SQLite in the fixture's folder, or, when the variable TRUCELINE_TEST_POSTGRESQL holds a
/// connection string of a server, a database of the fixture's own there. The same tests run on both.
/// </summary>
public static class TestStore
{
    /// <summary>Name of the variable.</summary>
    public const string Variable = "TRUCELINE_TEST_POSTGRESQL";

    private static string? Server => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : null;

    /// <summary>Connection string of the database that belongs to a folder, made by the service when it is missing; null on SQLite.</summary>
    public static string? ConnectionString(string dataFolder) => Server is { } server
        ? new NpgsqlConnectionStringBuilder(server) { Database = NameOf(dataFolder) }.ConnectionString
        : null;

    /// <summary>Removes the database that belongs to a folder.</summary>
    public static async Task DropAsync(string dataFolder)
    {
        if (Server is not { } server)
        {
            return;
        }

        // The pool of the dropped database would keep its broken connections.
        await using (var own = new NpgsqlConnection(ConnectionString(dataFolder)))
        {
            NpgsqlConnection.ClearPool(own);
        }

        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var drop = new NpgsqlCommand($"""DROP DATABASE IF EXISTS "{NameOf(dataFolder)}" WITH (FORCE)""", connection);
        await drop.ExecuteNonQueryAsync();
    }

    private static string NameOf(string dataFolder) => "test_" + Path.GetFileName(dataFolder).ToLowerInvariant();
}
