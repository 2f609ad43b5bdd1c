using System.Runtime.CompilerServices;
using Grpc.Core;
using Microsoft.Extensions.Options;
using Truceline.Notification.Alerts;
using Truceline.Notification.Telemetry;
using Truceline.Notification.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Notification.Channels.Streams;

/// <summary>
/// Live streams. A stream reads the store by sequence, from the past into the present, and is only woken by memory: so each alert comes after
/// its commit, in order, once, and none is lost on a resume.
/// </summary>
internal sealed class AlertFeed(
    IServiceScopeFactory scopes, AlertSignal signal, IOptions<NotificationOptions> options, IHostApplicationLifetime lifetime, TimeProvider time)
{
    private const int BatchSize = 100;
    private int _open;

    /// <summary>Follows the alerts. A sign of life comes first, as soon as the stream stands.</summary>
    /// <param name="filter">Which; null for all.</param>
    /// <param name="after">Sequence after which to begin; null for what comes from now on.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ResourceExhaustedException">The reader is too slow (STREAM_TOO_SLOW), or there are too many (TOO_MANY_STREAMS).</exception>
    /// <exception cref="RpcException">The service stops (UNAVAILABLE, SERVICE_STOPPING): resume.</exception>
    internal async IAsyncEnumerable<FeedItem> FollowAsync(
        AlertFilter? filter, long? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var slot = new Slot(this, options.Value.MaxStreams);
        var buffer = new FeedBuffer(options.Value.StreamBuffer, TimeSpan.FromSeconds(options.Value.StreamStallSeconds), time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        var reading = ReadAsync(buffer, filter, after, stop.Token);
        try
        {
            await foreach (var item in buffer.Reader.ReadAllAsync(cancellationToken))
            {
                yield return item;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }

    private async Task ReadAsync(FeedBuffer buffer, AlertFilter? filter, long? after, CancellationToken stop)
    {
        try
        {
            using var waiter = signal.Subscribe();
            var position = after ?? await InStoreAsync(store => store.LastSequenceAsync(stop));
            var pollInterval = TimeSpan.FromMilliseconds(options.Value.PollIntervalMilliseconds);
            var heartbeat = TimeSpan.FromSeconds(options.Value.HeartbeatSeconds);
            var heartbeatDue = time.GetUtcNow();
            while (true)
            {
                if (time.GetUtcNow() >= heartbeatDue)
                {
                    await buffer.AddAsync(new FeedItem(null, time.GetUtcNow()), stop);
                    heartbeatDue = time.GetUtcNow() + heartbeat;
                }

                var batch = await InStoreAsync(store => store.ReadAfterAsync(position, BatchSize, stop));
                foreach (var alert in batch)
                {
                    position = alert.Sequence;
                    if (AlertMatch.Matches(filter, alert))
                    {
                        await buffer.AddAsync(new FeedItem(alert, time.GetUtcNow()), stop);
                        heartbeatDue = time.GetUtcNow() + heartbeat;
                    }
                }

                var untilHeartbeat = heartbeatDue - time.GetUtcNow();
                if (batch.Count < BatchSize && untilHeartbeat > TimeSpan.Zero)
                {
                    await waiter.WaitAsync(untilHeartbeat < pollInterval ? untilHeartbeat : pollInterval, time, stop);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            buffer.End(lifetime.ApplicationStopping.IsCancellationRequested ? Stopping() : null);
        }
        catch (Exception exception)
        {
            buffer.End(exception);
        }
    }

    private async Task<T> InStoreAsync<T>(Func<IAlertStore, Task<T>> read)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<IAlertStore>());
    }

    private static RpcException Stopping() => ErrorDetails.Create(
        StatusCode.Unavailable, "SERVICE_STOPPING", "The service stops. Resume after the last sequence that was seen.").ToRpcException();

    private sealed class Slot : IDisposable
    {
        private readonly AlertFeed _feed;

        internal Slot(AlertFeed feed, int maxStreams)
        {
            if (Interlocked.Increment(ref feed._open) > maxStreams)
            {
                Interlocked.Decrement(ref feed._open);
                throw new ResourceExhaustedException("TOO_MANY_STREAMS", "There are as many live streams as the operator allows.");
            }

            _feed = feed;
            NotificationTelemetry.Streams.Add(1);
        }

        public void Dispose()
        {
            Interlocked.Decrement(ref _feed._open);
            NotificationTelemetry.Streams.Add(-1);
        }
    }
}
