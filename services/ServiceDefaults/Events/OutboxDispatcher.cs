using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Text;
using Dapr.Client;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Truceline.ServiceDefaults.Leases;
using Truceline.ServiceDefaults.Storage;
using Truceline.ServiceDefaults.Telemetry;

namespace Truceline.ServiceDefaults.Events;

/// <summary>
/// Hands the outbox to the sidecar, in order, <see cref="DaprOptions.OutboxInFlight"/> at a time, each event under the trace of the work that made it. An event is marked after the sidecar took
/// it; a crash between the two publishes it again under the same id, and the consumer's inbox drops it. What fails is tried again without end:
/// all of it when the sidecar is away, one event later than the others when the sidecar refuses just that one. One replica does it for all,
/// under the lease <c>outbox</c>; what another replica saves is seen at the next poll.
/// </summary>
internal sealed partial class OutboxDispatcher(
    IServiceScopeFactory scopes, DaprClient dapr, OutboxSignal signal, LeaseHolder leases, IOptions<DaprOptions> options, TimeProvider time,
    ILogger<OutboxDispatcher> logger) : BackgroundService
{
    private const string Lease = "outbox";
    // Marks are one write for a batch, and wait their turn beside those who write much: a batch must not be small.
    private const int BatchSize = 500;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => leases.WhileHeldAsync(Lease, DispatchAsync, stoppingToken);

    private async Task DispatchAsync(CancellationToken stoppingToken)
    {
        var pollInterval = TimeSpan.FromMilliseconds(options.Value.OutboxPollMilliseconds);
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await DispatchBatchAsync(stoppingToken) == BatchSize)
                {
                }

                failures = 0;
                await WaitAsync(pollInterval, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                failures++;
                LogDispatchFailed(failures, exception);
                await Task.Delay(PauseAfter(failures), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task WaitAsync(TimeSpan longest, CancellationToken stoppingToken)
    {
        using var timeout = new CancellationTokenSource(longest, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, timeout.Token);
        try
        {
            await signal.Reader.ReadAsync(linked.Token);
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            // The poll interval passed without a signal.
        }
    }

    private async Task<int> DispatchBatchAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        var now = time.GetUtcNow();
        var batch = await db.Outbox.AsNoTracking().Where(m => m.DispatchedTime == null && m.NotBeforeTime <= now)
            .OrderBy(m => m.Sequence).Take(BatchSize).ToListAsync(stoppingToken);
        Exception? away = null;
        try
        {
            await PublishAsync(batch, stoppingToken);
        }
        catch (Exception exception)
        {
            away = exception;
        }

        // What was taken by the sidecar is marked even when a later one of the batch failed or the service stops.
        await MarkAsync(db, batch);
        if (away is not null)
        {
            ExceptionDispatchInfo.Throw(away);
        }

        return batch.Count;
    }

    // They are handed over in their order, so many at a time; no further one once the sidecar is away.
    private async Task PublishAsync(IReadOnlyList<OutboxMessage> batch, CancellationToken stoppingToken)
    {
        using var room = new SemaphoreSlim(options.Value.OutboxInFlight);
        using var away = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var publishing = new List<Task>(batch.Count);
        foreach (var message in batch)
        {
            await room.WaitAsync(CancellationToken.None);
            if (away.IsCancellationRequested)
            {
                break;
            }

            publishing.Add(PublishAsync(message, room, away, stoppingToken));
        }

        await Task.WhenAll(publishing);
    }

    private async Task PublishAsync(OutboxMessage message, SemaphoreSlim room, CancellationTokenSource away, CancellationToken stoppingToken)
    {
        try
        {
            if (await PublishAsync(message, stoppingToken))
            {
                message.DispatchedTime = time.GetUtcNow();
            }
        }
        catch
        {
            // Before there is room for the next one.
            await away.CancelAsync();
            throw;
        }
        finally
        {
            room.Release();
        }
    }

    private async Task MarkAsync(ServiceDbContext db, IReadOnlyList<OutboxMessage> batch)
    {
        var taken = batch.Where(m => m.DispatchedTime is not null).Select(m => m.Sequence).ToArray();
        var now = time.GetUtcNow();
        if (taken.Length > 0)
        {
            await db.Outbox.Where(m => EF.Parameter(taken).Contains(m.Sequence)).ExecuteUpdateAsync(
                set => set.SetProperty(m => m.DispatchedTime, now), CancellationToken.None);
        }

        foreach (var refused in batch.Where(m => m.DispatchedTime is null && m.NotBeforeTime > now))
        {
            await db.Outbox.Where(m => m.Sequence == refused.Sequence).ExecuteUpdateAsync(
                set => set.SetProperty(m => m.NotBeforeTime, refused.NotBeforeTime).SetProperty(m => m.FailedAttempts, refused.FailedAttempts),
                CancellationToken.None);
        }
    }

    private async Task<bool> PublishAsync(OutboxMessage message, CancellationToken stoppingToken)
    {
        using var activity = Start(message);
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.PublishTimeoutSeconds), time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, timeout.Token);
        var topic = new KeyValuePair<string, object?>(TelemetryNames.Topic, message.Topic);
        try
        {
            await dapr.PublishByteEventAsync(
                options.Value.PubSubName,
                message.Topic,
                Encoding.UTF8.GetBytes(message.Payload),
                "application/json",
                new Dictionary<string, string> { ["cloudevent.id"] = message.EventId, ["cloudevent.type"] = message.Type },
                linked.Token);
            ServiceTelemetry.Published.Add(1, topic);
            return true;
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            message.FailedAttempts++;
            activity?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
            ServiceTelemetry.PublishFailed.Add(1, topic);
            if (IsAway(exception))
            {
                throw;
            }

            message.NotBeforeTime = time.GetUtcNow() + PauseAfter(message.FailedAttempts);
            LogRefused(message.EventId, message.Topic, message.FailedAttempts, exception);
            return false;
        }
    }

    private static bool IsAway(Exception exception) => exception is OperationCanceledException
        || (exception.InnerException as RpcException)?.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Cancelled;

    private static TimeSpan PauseAfter(int failures) =>
        TimeSpan.FromMilliseconds(Math.Min(LongestPause.TotalMilliseconds, 200 * Math.Pow(2, Math.Min(failures, 10))));

    private static Activity? Start(OutboxMessage message)
    {
        _ = ActivityContext.TryParse(message.TraceParent, message.TraceState, isRemote: true, out var parent);
        var activity = ServiceTelemetry.Source.StartActivity($"publish {message.Topic}", ActivityKind.Producer, parent);
        activity?.SetTag(TelemetryNames.MessagingSystem, "dapr");
        activity?.SetTag(TelemetryNames.Topic, message.Topic);
        activity?.SetTag(TelemetryNames.MessageId, message.EventId);
        return activity;
    }

    [LoggerMessage(EventId = 1, EventName = "outbox_dispatch_failed", Level = LogLevel.Warning,
        Message = "The sidecar took no event ({Failures} failures in a row); the outbox keeps them")]
    private partial void LogDispatchFailed(int failures, Exception exception);

    [LoggerMessage(EventId = 2, EventName = "outbox_event_refused", Level = LogLevel.Error,
        Message = "The sidecar refuses event {EventId} of {Topic} (attempt {Attempts}); the outbox keeps it")]
    private partial void LogRefused(string eventId, string topic, int attempts, Exception exception);
}
