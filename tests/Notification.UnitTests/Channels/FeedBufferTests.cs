using Microsoft.Extensions.Time.Testing;
using Truceline.Notification.Channels.Streams;
using Truceline.Notification.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Notification.UnitTests.Channels;

public class FeedBufferTests
{
    private static readonly TimeSpan Stall = TimeSpan.FromSeconds(10);
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task AddAsync_FullAndNothingTakenForTooLong_IsTooSlow()
    {
        var buffer = new FeedBuffer(1, Stall, _time);
        await buffer.AddAsync(Item(1), CancellationToken.None);
        var waiting = buffer.AddAsync(Item(2), CancellationToken.None).AsTask();

        _time.Advance(Stall - TimeSpan.FromMilliseconds(1));
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal("STREAM_TOO_SLOW", (await Assert.ThrowsAsync<ResourceExhaustedException>(() => waiting)).Reason);
    }

    [Fact]
    public async Task AddAsync_TakenInTime_GoesOn()
    {
        var buffer = new FeedBuffer(1, Stall, _time);
        await buffer.AddAsync(Item(1), CancellationToken.None);
        var waiting = buffer.AddAsync(Item(2), CancellationToken.None).AsTask();

        Assert.Equal(1, (await buffer.Reader.ReadAsync()).Alert!.Sequence);
        await waiting;

        Assert.Equal(2, (await buffer.Reader.ReadAsync()).Alert!.Sequence);
    }

    [Fact]
    public async Task End_WithAFailure_ComesAfterWhatWaits()
    {
        var buffer = new FeedBuffer(2, Stall, _time);
        await buffer.AddAsync(Item(1), CancellationToken.None);
        buffer.End(new ResourceExhaustedException("STREAM_TOO_SLOW", "Too slow."));
        var taken = new List<long>();

        var failure = await Assert.ThrowsAsync<ResourceExhaustedException>(async () =>
        {
            await foreach (var item in buffer.Reader.ReadAllAsync())
            {
                taken.Add(item.Alert!.Sequence);
            }
        });

        Assert.Equal([1L], taken);
        Assert.Equal("STREAM_TOO_SLOW", failure.Reason);
    }

    private static FeedItem Item(long sequence) => new(new Alert { Sequence = sequence }, default);
}
