using System.Net;
using System.Runtime.CompilerServices;
using Grpc.Core;
using Truceline.DevHost.Stories;
using Truceline.Notification.V1;

namespace Truceline.DevHost.UnitTests.Stories;

public class AlertStreamTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task FollowAsync_StreamBreaks_OpensItAgainAfterTheLastAlertAndCountsEach()
    {
        var asked = new List<long>();
        using var stop = new CancellationTokenSource();
        var stream = new AlertStream(Open, TimeProvider.System);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stream.FollowAsync(stop.Token).WaitAsync(Limit));

        Assert.Equal([0, 2, 2], asked);
        Assert.Equal(2, stream.Breaks);
        Assert.Equal(["a", "b", "c"], stream.Alerts.Keys.Order());
        Assert.Equal([1, 2, 1], stream.Times.OrderBy(t => t.Key).Select(t => t.Value));

        async IAsyncEnumerable<Alert> Open(long after, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.Yield();
            asked.Add(after);
            switch (asked.Count)
            {
                case 1:
                    yield return new Alert { Id = "a", Sequence = 1 };
                    yield return new Alert { Id = "b", Sequence = 2 };
                    throw new IOException("cut");
                case 2:
                    // A server that repeats itself.
                    yield return new Alert { Id = "b", Sequence = 2 };
                    break;
                default:
                    yield return new Alert { Id = "c", Sequence = 3 };
                    await stop.CancelAsync();
                    break;
            }
        }
    }

    [Fact]
    public async Task FollowAsync_Refused_Fails()
    {
        var stream = new AlertStream((_, _) => throw new RpcException(new Status(StatusCode.InvalidArgument, "no")), TimeProvider.System);

        await Assert.ThrowsAsync<RpcException>(() => stream.FollowAsync(CancellationToken.None).WaitAsync(Limit));
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, false)]
    [InlineData(HttpStatusCode.TooManyRequests, true)]
    [InlineData(HttpStatusCode.BadGateway, true)]
    public void IsPassing_StatusOfHttp_IsSoUnlessTheRequestIsWrong(HttpStatusCode status, bool passing) =>
        Assert.Equal(passing, AlertStream.IsPassing(new HttpRequestException("", null, status)));
}
