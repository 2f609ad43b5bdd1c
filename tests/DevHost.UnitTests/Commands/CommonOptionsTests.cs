using System.CommandLine;
using Truceline.DevHost.Commands;

namespace Truceline.DevHost.UnitTests.Commands;

public class CommonOptionsTests
{
    [Fact]
    public void Passing_NothingGiven_UsesNoServerAndOneReplica()
    {
        var options = Read();

        Assert.Equal(ServerChoice.None, options.PostgreSql);
        Assert.Equal(ServerChoice.None, options.Redis);
        Assert.Equal("127.0.0.1:6379", options.DaprRedis);
        Assert.All(options.Ports.Services.Values, replicas => Assert.Single(replicas));
    }

    [Fact]
    public void Passing_ServersWithoutValues_StartsItsOwn()
    {
        var options = Read("--postgres", "--redis", "--replicas", "3");

        Assert.Equal(ServerChoice.Own, options.PostgreSql);
        Assert.Equal(ServerChoice.Own, options.Redis);
        Assert.All(options.Ports.Services.Values, replicas => Assert.Equal(3, replicas.Count));
    }

    [Fact]
    public void Passing_ServersWithValues_UsesThose()
    {
        var options = Read("--postgres", "Host=db;Username=me", "--redis=cache:6380");

        Assert.Equal(ServerChoice.At("Host=db;Username=me"), options.PostgreSql);
        Assert.Equal(ServerChoice.At("cache:6380"), options.Redis);
    }

    [Theory]
    [InlineData("--postgres story.txt", "--postgres takes a connection string")]
    [InlineData("--redis cache", "--redis takes host:port")]
    [InlineData("--redis cache:6379/1", "--redis takes host:port")]
    [InlineData("--replicas 0", "[1, 9]")]
    [InlineData("--replicas 10", "[1, 9]")]
    public void Parse_WrongValue_SaysWhatIsTaken(string arguments, string message) =>
        Assert.Contains(Parse(arguments.Split(' ')).Result.Errors, error => error.Message.Contains(message, StringComparison.Ordinal));

    private static LocalSystemOptions Read(params string[] arguments)
    {
        var (options, result) = Parse(["--port", "0", .. arguments]);
        Assert.Empty(result.Errors);
        return options.Passing(result);
    }

    private static (CommonOptions Options, ParseResult Result) Parse(string[] arguments)
    {
        var options = new CommonOptions();
        var root = new RootCommand();
        options.AddTo(root);
        return (options, root.Parse(arguments));
    }
}
