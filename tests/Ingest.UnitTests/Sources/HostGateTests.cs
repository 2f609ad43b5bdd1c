using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Truceline.Ingest.Sources;
using Truceline.Ingest.Sources.Fetching;

namespace Truceline.Ingest.UnitTests.Sources;

public class HostGateTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2020, 3, 6, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Enter_WhileAnotherIsThere_WaitsForItsEndAndThePauseAfterIt()
    {
        var gate = Gate();
        var first = await gate.EnterAsync("a", CancellationToken.None);
        var second = gate.EnterAsync("a", CancellationToken.None);
        var elsewhere = await gate.EnterAsync("b", CancellationToken.None);

        Assert.False(second.IsCompleted);
        first.Dispose();
        Assert.False(second.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(2));

        (await second.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System)).Dispose();
        elsewhere.Dispose();
    }

    [Fact]
    public async Task Enter_AHostThatAskedToBeLeftAlone_IsRefusedAtOnce()
    {
        var gate = Gate();
        using (var turn = await gate.EnterAsync("a", CancellationToken.None))
        {
            turn.LeaveAloneFor(TimeSpan.FromMinutes(10));
        }

        var paused = await Assert.ThrowsAsync<HostPausedException>(() => gate.EnterAsync("a", CancellationToken.None));
        Assert.Equal(TimeSpan.FromMinutes(10), paused.Wait);
        _time.Advance(TimeSpan.FromMinutes(10));
        (await gate.EnterAsync("a", CancellationToken.None)).Dispose();
    }

    [Fact]
    public async Task Busy_NamesHostsThatAreAskedOrPaused()
    {
        var gate = Gate();
        var turn = await gate.EnterAsync("a", CancellationToken.None);
        Assert.Equal(["a"], gate.Busy());
        turn.Dispose();
        Assert.Equal(["a"], gate.Busy());
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Empty(gate.Busy());
    }

    [Fact]
    public async Task Enter_ThatIsGivenUp_DoesNotBlockTheNext()
    {
        var gate = Gate();
        var first = await gate.EnterAsync("a", CancellationToken.None);
        using var given = new CancellationTokenSource();
        var second = gate.EnterAsync("a", given.Token);
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        first.Dispose();
        _time.Advance(TimeSpan.FromSeconds(2));

        (await gate.EnterAsync("a", CancellationToken.None)).Dispose();
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Empty(gate.Busy());
    }

    private HostGate Gate() => new(Options.Create(new SourcesOptions { HostPauseSeconds = 2 }), _time);
}
