using Truceline.DevHost.Processes;

namespace Truceline.DevHost.UnitTests.Processes;

public sealed class ProcessGroupTests : IDisposable
{
    private const int Killed = 137;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private readonly string _folder = Directory.CreateTempSubdirectory("truceline-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task KillAsync_ThenStartAgain_RunsAsANewProcessWithTheExtraVariableAndOneLog()
    {
        await using var group = new ProcessGroup(TimeProvider.System);
        await group.StartAsync([Spec("a", "echo started $EXTRA; exec sleep 600")], _folder, _ => { }, CancellationToken.None);
        var process = group.Find("a");
        var first = process.Id;
        await LogHasAsync("a", "started");

        await process.KillAsync();
        Assert.Equal(Killed, await process.Child.Exited);
        await process.StartAgainAsync(new Dictionary<string, string> { ["EXTRA"] = "again" }, CancellationToken.None);

        Assert.NotEqual(first, process.Id);
        Assert.False(process.Child.Exited.IsCompleted);
        await LogHasAsync("a", "started\nstarted again\n");
    }

    [Fact]
    public async Task StartAgainAsync_ProcessThatRuns_IsRefused()
    {
        await using var group = new ProcessGroup(TimeProvider.System);
        await group.StartAsync([Spec("a", "exec sleep 600")], _folder, _ => { }, CancellationToken.None);

        await Assert.ThrowsAsync<InvalidOperationException>(() => group.Find("a").StartAgainAsync(null, CancellationToken.None));
    }

    [Fact]
    public async Task WhenAnyEndsAsync_KilledOnPurpose_DoesNotCount()
    {
        await using var group = new ProcessGroup(TimeProvider.System);
        await group.StartAsync([Spec("a", "exec sleep 600"), Spec("b", "read x; exit 7")], _folder, _ => { }, CancellationToken.None);
        var ending = group.WhenAnyEndsAsync(CancellationToken.None);

        await group.Find("a").KillAsync();
        Assert.False(ending.IsCompleted);
        System.Diagnostics.Process.GetProcessById(group.Find("b").Id).Kill();

        Assert.Contains("b ended with exit code 137", (await ending.WaitAsync(Limit)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenAnyEndsAsync_Supervised_EndsWithTheEndAfterTheLastRestart()
    {
        await using var group = new ProcessGroup(TimeProvider.System, new Supervision(2, TimeSpan.FromMilliseconds(10)));
        await group.StartAsync([Spec("a", "sleep 0.3; exit 7")], _folder, _ => { }, CancellationToken.None);

        var reason = await group.WhenAnyEndsAsync(CancellationToken.None).WaitAsync(Limit);

        Assert.Contains("a ended with exit code 7", reason.Message, StringComparison.Ordinal);
        Assert.Equal(3, group.History.Count(r => r.ExitCode is null));
        Assert.Equal([7, 7, 7], group.History.Where(r => r.ExitCode is not null).Select(r => r.ExitCode!.Value));
        Assert.Equal([true, false, false], group.History.Where(r => r.ExitCode is null).Select(r => r.Asked));
    }

    [Fact]
    public async Task KillAsync_Supervised_StaysDown()
    {
        await using var group = new ProcessGroup(TimeProvider.System, new Supervision(5, TimeSpan.Zero));
        await group.StartAsync([Spec("a", "exec sleep 600"), Spec("b", "exec sleep 600")], _folder, _ => { }, CancellationToken.None);
        await group.Find("a").KillAsync();

        // b comes back; what was to happen to a has happened by then.
        var before = group.Find("b").Id;
        System.Diagnostics.Process.GetProcessById(before).Kill();
        await UntilAsync("b runs again", () => group.Find("b").Id != before);

        Assert.Single(group.Find("a").History, r => r.ExitCode is null);
        Assert.True(group.Find("a").History.Single(r => r.ExitCode is not null).Asked);
    }

    [Fact]
    public async Task Find_UnknownName_NamesThoseThereAre()
    {
        await using var group = new ProcessGroup(TimeProvider.System);
        await group.StartAsync([Spec("a", "exec sleep 600")], _folder, _ => { }, CancellationToken.None);

        Assert.Contains("only a.", Assert.Throws<ArgumentException>(() => group.Find("x")).Message, StringComparison.Ordinal);
    }

    private static ChildSpec Spec(string name, string script) =>
        new(name, "sh", ["-c", script], new Dictionary<string, string>(), new Uri("about:blank")) { Answers = _ => Task.FromResult(true) };

    private Task LogHasAsync(string name, string text) =>
        UntilAsync($"\"{text}\" in the log", () => ReadLog(name).Contains(text, StringComparison.Ordinal));

    private string ReadLog(string name)
    {
        using var reader = new StreamReader(new FileStream(Path.Combine(_folder, name + ".log"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }

    private static async Task UntilAsync(string what, Func<bool> isSo)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!isSo())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Limit, $"{what} within {Limit.TotalSeconds:0} s");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }
}
