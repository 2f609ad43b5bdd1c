using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Truceline.ServiceDefaults.FunctionalTests.Storage;
using Truceline.ServiceDefaults.Leases;

namespace Truceline.ServiceDefaults.FunctionalTests.Leases;

public class LeaseTests
{
    private const string Name = "outbox";
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(6);
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Take_HeldByAnother_IsRefusedUntilItExpires()
    {
        await using var database = await SharedDatabase.CreateAsync();
        var (first, second) = (Store(database, "a"), Store(database, "b"));

        Assert.Equal(_time.GetUtcNow() + Duration, await first.TakeAsync(Name, CancellationToken.None));
        Assert.Null(await second.TakeAsync(Name, CancellationToken.None));
        _time.Advance(Duration);
        Assert.NotNull(await second.TakeAsync(Name, CancellationToken.None));
        Assert.Null(await first.TakeAsync(Name, CancellationToken.None));
    }

    [Fact]
    public async Task Take_ByItsOwner_IsRenewed()
    {
        await using var database = await SharedDatabase.CreateAsync();
        var (first, second) = (Store(database, "a"), Store(database, "b"));
        await first.TakeAsync(Name, CancellationToken.None);
        _time.Advance(Duration / 2);
        await first.TakeAsync(Name, CancellationToken.None);
        _time.Advance(Duration / 2);

        Assert.Null(await second.TakeAsync(Name, CancellationToken.None));
        // A replica that was killed and started again has its own lease still.
        Assert.NotNull(await Store(database, "a").TakeAsync(Name, CancellationToken.None));
    }

    [Fact]
    public async Task Release_ByAnother_ChangesNothing()
    {
        await using var database = await SharedDatabase.CreateAsync();
        var (first, second) = (Store(database, "a"), Store(database, "b"));
        await first.TakeAsync(Name, CancellationToken.None);

        await second.ReleaseAsync(Name, CancellationToken.None);
        Assert.Null(await second.TakeAsync(Name, CancellationToken.None));
        await first.ReleaseAsync(Name, CancellationToken.None);
        Assert.NotNull(await second.TakeAsync(Name, CancellationToken.None));
    }

    [Fact]
    public async Task Take_ByManyAtOnce_IsGivenToOne()
    {
        await using var database = await SharedDatabase.CreateAsync();

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(
            () => Store(database, $"replica {i}").TakeAsync(Name, CancellationToken.None))));

        Assert.Single(taken, t => t is not null);
    }

    [Fact]
    public async Task WhileHeld_TwoReplicas_WorkRunsOnOneUntilItStops()
    {
        await using var database = await SharedDatabase.CreateAsync();
        using var first = new Worker(Holder(database, "a"));
        await Poller.UntilAsync("the first replica's work", () => first.Runs);
        using var second = new Worker(Holder(database, "b"));

        await AdvanceAsync(4);
        Assert.True(first.Runs && !second.Runs, "the first has it, renewed beyond its time");

        await first.StopAsync();
        await AdvanceUntilAsync("the second replica's work", () => second.Runs);
        Assert.False(first.Runs);
        await second.StopAsync();
    }

    [Fact]
    public async Task WhileHeld_LeaseTakenAwayAfterItExpired_WorkIsCancelled()
    {
        await using var database = await SharedDatabase.CreateAsync();
        using var worker = new Worker(Holder(database, "a"));
        await Poller.UntilAsync("the work", () => worker.Runs);

        // As after a pause of the process that outlived the lease.
        await using (var db = database.Open())
        {
            var lease = await db.Leases.FindAsync(Name);
            lease!.Owner = "b";
            lease.ExpiresTime = _time.GetUtcNow() + TimeSpan.FromHours(1);
            await db.SaveChangesAsync();
        }

        await AdvanceUntilAsync("the end of the work", () => !worker.Runs);
        await worker.StopAsync();
    }

    [Fact]
    public async Task WhileHeld_DatabaseHangs_WorkEndsWithItsTime()
    {
        await using var database = await SharedDatabase.CreateAsync();
        var hang = new Hang();
        using var worker = new Worker(new LeaseHolder(
            new LeaseStore(database.Scopes(hang), Options("a"), _time), Options("a"), _time, NullLogger<LeaseHolder>.Instance));
        await Poller.UntilAsync("the work", () => worker.Runs);
        hang.IsOn = true;

        await AdvanceUntilAsync("the end of the work", () => !worker.Runs);
        hang.IsOn = false;
        await worker.StopAsync();
    }

    private async Task AdvanceAsync(int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            _time.Advance(Duration / 3);
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
    }

    private Task AdvanceUntilAsync(string what, Func<bool> condition) => Poller.UntilAsync(what, () =>
    {
        _time.Advance(TimeSpan.FromMilliseconds(200));
        return condition();
    });

    private LeaseStore Store(SharedDatabase database, string owner) => new(database.Scopes(), Options(owner), _time);

    private LeaseHolder Holder(SharedDatabase database, string owner) =>
        new(Store(database, owner), Options(owner), _time, NullLogger<LeaseHolder>.Instance);

    private static IOptions<LeaseOptions> Options(string owner) =>
        Microsoft.Extensions.Options.Options.Create(new LeaseOptions { Owner = owner, DurationSeconds = Duration.TotalSeconds });

    // A connection over which no answer comes.
    private sealed class Hang : DbCommandInterceptor
    {
        internal bool IsOn { get; set; }

        public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            while (IsOn)
            {
                // It does not heed its token, as a driver may not.
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None);
            }

            return result;
        }
    }

    private sealed class Worker : IDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _running;
        private int _runs;

        internal Worker(LeaseHolder holder) => _running = holder.WhileHeldAsync(Name, WorkAsync, _stop.Token);

        internal bool Runs => Volatile.Read(ref _runs) > 0;

        internal async Task StopAsync()
        {
            await _stop.CancelAsync();
            await _running;
        }

        public void Dispose() => _stop.Dispose();

        private async Task WorkAsync(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _runs);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Interlocked.Decrement(ref _runs);
        }
    }
}
