using Truceline.DevHost.Servers;

namespace Truceline.DevHost.UnitTests.Servers;

public sealed class ServerPlanTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("truceline-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void FindPostgreSql_NotOnThePath_TakesTheNewestVersion()
    {
        Install("9");
        var newest = Install("15");
        Directory.CreateDirectory(Path.Combine(_folder, "17", "bin"));

        Assert.Equal(newest, ServerPrograms.FindPostgreSql("/nowhere", _folder));
    }

    [Fact]
    public void FindPostgreSql_OnThePath_GoesFirst()
    {
        var onPath = Install("9");
        Install("15");

        Assert.Equal(onPath, ServerPrograms.FindPostgreSql($"/nowhere:{onPath}", _folder));
    }

    [Fact]
    public void FindPostgreSql_Nowhere_GivesNull() => Assert.Null(ServerPrograms.FindPostgreSql("/nowhere", Path.Combine(_folder, "none")));

    [Theory]
    [InlineData("nobody:x:65534:65534::/:/bin/false|postgres:x:101:102::/:/bin/bash", "postgres", "101:102")]
    [InlineData("root:x:0:0::/root:/bin/bash|nobody:x:65534:65533::/:/bin/false", "nobody", "65534:65533")]
    public void Find_Passwd_PrefersPostgres(string passwd, string name, string owner)
    {
        var user = UnprivilegedUser.Find(passwd.Split('|'))!;

        Assert.Equal(name, user.Name);
        Assert.Equal(owner, user.Owner);
    }

    [Fact]
    public void Find_NeitherUser_GivesNull() => Assert.Null(UnprivilegedUser.Find(["root:x:0:0::/root:/bin/bash"]));

    [Fact]
    public void RedisSpec_PassingFolder_WritesNothing()
    {
        using var folder = ServerFolder.Passing();
        var arguments = string.Join(' ', RedisServer.Spec("/bin/redis-server", folder, 7000, TimeProvider.System).Arguments);

        Assert.Contains("--bind 127.0.0.1 --protected-mode yes", arguments, StringComparison.Ordinal);
        Assert.EndsWith("--save  --appendonly no", arguments, StringComparison.Ordinal);
    }

    [Fact]
    public void RedisSpec_LastingFolder_AppendsToAFileThere()
    {
        using var folder = ServerFolder.Lasting(_folder);
        var arguments = string.Join(' ', RedisServer.Spec("/bin/redis-server", folder, 7000, TimeProvider.System).Arguments);

        Assert.Contains($"--dir {_folder}", arguments, StringComparison.Ordinal);
        Assert.EndsWith("--appendonly yes", arguments, StringComparison.Ordinal);
    }

    [Fact]
    public void ConnectionStrings_OfAServer_NameOneDatabaseAServiceAndKeepTheRest()
    {
        var strings = ServiceDatabases.ConnectionStrings("Host=db;Port=5433;Username=me;Database=admin", ["ingest", "entity"]);

        Assert.Contains("Database=truceline_ingest", strings["ingest"], StringComparison.Ordinal);
        Assert.Contains("Database=truceline_entity", strings["entity"], StringComparison.Ordinal);
        Assert.All(strings.Values, s => Assert.Contains("Host=db;Port=5433;Username=me", s, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Username=me")]
    [InlineData("Hots=db")]
    public void ConnectionStrings_NotOne_SaysSo(string server) =>
        Assert.Contains("--postgres", Assert.Throws<DevHostException>(() => ServiceDatabases.ConnectionStrings(server, ["ingest"])).Message, StringComparison.Ordinal);

    private string Install(string version)
    {
        var bin = Directory.CreateDirectory(Path.Combine(_folder, version, "bin")).FullName;
        File.WriteAllText(Path.Combine(bin, "initdb"), "");
        File.WriteAllText(Path.Combine(bin, "postgres"), "");
        return bin;
    }
}
