using Truceline.DevHost.Processes;

namespace Truceline.DevHost.UnitTests.Processes;

public sealed class ChildProcessTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private readonly string _folder = Directory.CreateTempSubdirectory("truceline-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task StopAsync_WatchedCommand_EndsItBySignal()
    {
        await using var child = Start([.. WatchedCommand.Arguments("TERM", "sleep", "600")]);

        await child.StopAsync(Limit, TimeProvider.System);

        // 128 + SIGTERM: it was asked, not killed.
        Assert.Equal(143, await child.Exited.WaitAsync(Limit));
    }

    [Fact]
    public async Task StopAsync_WatchedCommandWithAnotherSignal_GetsThat()
    {
        await using var child = Start([.. WatchedCommand.Arguments("INT", "sleep", "600")]);

        await child.StopAsync(Limit, TimeProvider.System);

        Assert.Equal(130, await child.Exited.WaitAsync(Limit));
    }

    [Fact]
    public async Task StopAsync_DeafCommand_KillsItAfterTheGrace()
    {
        await using var child = Start("-c", "trap '' TERM; echo up; sleep 600 & wait; sleep 600");

        await child.StopAsync(TimeSpan.FromMilliseconds(50), TimeProvider.System);

        Assert.Equal(137, await child.Exited.WaitAsync(Limit));
    }

    [Fact]
    public async Task Tail_CommandThatSaidMuch_HasItsLastLines()
    {
        await using var child = Start("-c", "for i in $(seq 40); do echo line $i; done; exit 5");

        Assert.Equal(5, await child.Exited.WaitAsync(Limit));
        var tail = child.Tail();
        Assert.Contains("line 40", tail);
        Assert.DoesNotContain("line 1", tail);
        Assert.Contains("line 1\n", await File.ReadAllTextAsync(Path.Combine(_folder, "test.log")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tail_CommandThatFailed_HasItsErrors()
    {
        await using var child = Start("-c", "echo working; echo broken >&2; exit 5");

        Assert.Equal(5, await child.Exited.WaitAsync(Limit));
        Assert.Equal(["broken", "working"], child.Tail().Order());
    }

    [Fact]
    public void Start_NoSuchCommand_SaysSo()
    {
        var spec = new ChildSpec("test", "/nowhere/command", [], new Dictionary<string, string>(), new Uri("http://127.0.0.1:1"));

        Assert.Contains("/nowhere/command", Assert.Throws<DevHostException>(() => ChildProcess.Start(spec, _folder)).Message, StringComparison.Ordinal);
    }

    private ChildProcess Start(params string[] arguments) => ChildProcess.Start(
        new ChildSpec("test", "sh", arguments, new Dictionary<string, string>(), new Uri("http://127.0.0.1:1")), _folder);
}
