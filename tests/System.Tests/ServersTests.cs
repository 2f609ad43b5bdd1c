using System.Net.Sockets;
using Npgsql;
using Truceline.DevHost.Servers;

namespace Truceline.SystemTests;

/// <summary>The servers that DevHost starts: they answer, keep their data when they are killed, and leave nothing.</summary>
public sealed class ServersTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private readonly CancellationTokenSource _limit = new(Limit, TimeProvider.System);

    public void Dispose() => _limit.Dispose();

    [Fact]
    [Trait("Needs", "postgresql")]
    public async Task PostgreSql_KilledAndStartedAgain_HasItsDataOnTheSamePort()
    {
        await using var server = await PostgreSqlServer.StartAsync(ServerFolder.Passing(), 0, null, TimeProvider.System, _limit.Token);
        var databases = await ServiceDatabases.RequireAsync(server.ConnectionString("postgres"), ["ingest", "entity"], _limit.Token);
        await ExecuteAsync(databases["entity"], "CREATE TABLE t (v text); INSERT INTO t VALUES ('kept')");

        await server.Process.KillAsync();
        await server.Process.StartAgainAsync(null, _limit.Token);

        Assert.Equal("kept", await ExecuteAsync(databases["entity"], "SELECT v FROM t"));
        Assert.Equal("UTF8 C", await ExecuteAsync(databases["entity"], "SELECT current_setting('server_encoding') || ' ' || datcollate FROM pg_database WHERE datname = current_database()"));
        await ServiceDatabases.RequireAsync(server.ConnectionString("postgres"), ["ingest", "entity"], _limit.Token);
    }

    [Fact]
    [Trait("Needs", "postgresql")]
    public async Task PostgreSql_WrongPassword_IsRefused()
    {
        await using var server = await PostgreSqlServer.StartAsync(ServerFolder.Passing(), 0, null, TimeProvider.System, _limit.Token);
        var wrong = new NpgsqlConnectionStringBuilder(server.ConnectionString("postgres")) { Password = "guessed" }.ConnectionString;

        var failure = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(wrong, "SELECT 1"));

        Assert.Equal(PostgresErrorCodes.InvalidPassword, failure.SqlState);
    }

    [Fact]
    [Trait("Needs", "postgresql")]
    public async Task PostgreSql_RoleThatMayNotMakeDatabases_SaysWhatToDo()
    {
        await using var server = await PostgreSqlServer.StartAsync(ServerFolder.Passing(), 0, null, TimeProvider.System, _limit.Token);
        await ExecuteAsync(server.ConnectionString("postgres"), "CREATE ROLE plain LOGIN PASSWORD 'p'");
        var plain = new NpgsqlConnectionStringBuilder(server.ConnectionString("postgres")) { Username = "plain", Password = "p" }.ConnectionString;

        var failure = await Assert.ThrowsAsync<DevHost.DevHostException>(() => ServiceDatabases.RequireAsync(plain, ["ingest"], _limit.Token));

        Assert.Contains("truceline_ingest is missing and plain may not make it", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Needs", "postgresql")]
    public async Task PostgreSql_LastingFolder_IsFoundAgainWithItsPasswordAndWaitsForTheDisk()
    {
        var parent = Directory.CreateTempSubdirectory("truceline-test-");
        try
        {
            // Everybody may enter, as with any data folder that another OS user's server is to use.
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(parent.FullName, File.GetUnixFileMode(parent.FullName) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
            }

            var path = Path.Combine(parent.FullName, "postgresql");
            await using (var first = await PostgreSqlServer.StartAsync(ServerFolder.Lasting(path), 0, null, TimeProvider.System, _limit.Token))
            {
                await ExecuteAsync(first.ConnectionString("postgres"), "CREATE TABLE t (v text); INSERT INTO t VALUES ('kept')");
            }

            await using var second = await PostgreSqlServer.StartAsync(ServerFolder.Lasting(path), 0, null, TimeProvider.System, _limit.Token);

            Assert.Equal("kept", await ExecuteAsync(second.ConnectionString("postgres"), "SELECT v FROM t"));
            Assert.Equal("on", await ExecuteAsync(second.ConnectionString("postgres"), "SHOW fsync"));
        }
        finally
        {
            parent.Delete(recursive: true);
        }
    }

    [Fact]
    [Trait("Needs", "postgresql")]
    public async Task PostgreSql_Disposed_LeavesNeitherProcessNorFolder()
    {
        var folder = ServerFolder.Passing();
        var server = await PostgreSqlServer.StartAsync(folder, 0, null, TimeProvider.System, _limit.Token);
        await using var idle = new NpgsqlConnection(server.ConnectionString("postgres"));
        await idle.OpenAsync(_limit.Token);

        await server.DisposeAsync();

        // Fast shutdown, although a client is still connected.
        Assert.Equal(0, await server.Process.Child.Exited);
        Assert.False(Directory.Exists(folder.Path));
    }

    [Fact]
    [Trait("Needs", "redis")]
    public async Task Redis_LastingFolderKilledAndStartedAgain_HasItsDataOnTheSamePort()
    {
        var folder = Directory.CreateTempSubdirectory("truceline-test-");
        try
        {
            await using var server = await RedisServer.StartAsync(ServerFolder.Lasting(folder.FullName), 0, null, TimeProvider.System, _limit.Token);
            Assert.Equal("+OK", await AskAsync(server.Port, "SET k kept"));

            await server.Process.KillAsync();
            Assert.False(await RedisServer.AnswersAsync(server.Address, TimeProvider.System, _limit.Token));
            await server.Process.StartAgainAsync(null, _limit.Token);

            Assert.Equal("$4 kept", await AskAsync(server.Port, "GET k"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    [Trait("Needs", "redis")]
    public async Task Redis_PassingFolder_LeavesNeitherProcessNorFolder()
    {
        var folder = ServerFolder.Passing();
        var server = await RedisServer.StartAsync(folder, 0, null, TimeProvider.System, _limit.Token);
        Assert.Equal("+OK", await AskAsync(server.Port, "SET k v"));

        await server.DisposeAsync();

        Assert.Equal(0, await server.Process.Child.Exited);
        Assert.False(Directory.Exists(folder.Path));
    }

    private async Task<object?> ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(_limit.Token);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(_limit.Token);
    }

    private async Task<string> AskAsync(int port, string command)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port, _limit.Token);
        await using var stream = client.GetStream();
        await using var writer = new StreamWriter(stream) { NewLine = "\r\n" };
        using var reader = new StreamReader(stream);
        await writer.WriteLineAsync(command.AsMemory(), _limit.Token);
        await writer.WriteLineAsync("QUIT".AsMemory(), _limit.Token);
        await writer.FlushAsync(_limit.Token);
        var answer = await reader.ReadToEndAsync(_limit.Token);
        return string.Join(' ', answer.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[..^1]);
    }
}
