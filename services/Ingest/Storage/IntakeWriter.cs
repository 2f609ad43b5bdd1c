using System.Threading.Channels;
using Grpc.Core;
using Microsoft.Extensions.Options;
using Truceline.Ingest.Intake;

namespace Truceline.Ingest.Storage;

/// <summary>
/// The one place of a replica that stores what comes in. What waits shares a transaction, so that many callers share one write to disk: while one batch
/// is written the next gathers. A batch that fails for a reason of its own is written again item by item, so that one item fails alone; when the database
/// is away all of it fails, and nothing of it is stored.
/// </summary>
internal sealed partial class IntakeWriter : BackgroundService, IIntakeWriter
{
    private const int Attempts = 3;

    private readonly Channel<IntakeTurn> _queue;
    private readonly IServiceScopeFactory _scopes;
    private readonly ILogger<IntakeWriter> _logger;
    private readonly int _batchSize;

    public IntakeWriter(IServiceScopeFactory scopes, IOptions<IntakeOptions> options, ILogger<IntakeWriter> logger)
    {
        _scopes = scopes;
        _logger = logger;
        _batchSize = options.Value.BatchSize;
        _queue = Channel.CreateBounded<IntakeTurn>(new BoundedChannelOptions(options.Value.QueueLength) { SingleReader = true });
    }

    public async ValueTask<Task<IntakeResult>> EnqueueAsync(IntakeItem item, CancellationToken cancellationToken)
    {
        var turn = new IntakeTurn(item);
        try
        {
            await _queue.Writer.WriteAsync(turn, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, "The service stops."));
        }

        return turn.Result;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // What waits is stored before the end.
        _queue.Writer.TryComplete();
        if (ExecuteTask is { } running)
        {
            await running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<IntakeTurn>(_batchSize);
        while (await _queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (batch.Count < _batchSize && _queue.Reader.TryRead(out var turn))
            {
                batch.Add(turn);
            }

            await StoreAsync(batch);
            batch.Clear();
        }
    }

    private async Task StoreAsync(IReadOnlyList<IntakeTurn> batch, int attempt = 1)
    {
        try
        {
            await TryStoreAsync(batch);
        }
        catch (Exception exception) when (batch.Count > 1 && !ServiceDefaults.Storage.StorageFailures.IsTransient(exception))
        {
            LogBatchFailed(_logger, batch.Count, exception);
            foreach (var turn in batch)
            {
                await StoreAsync([turn]);
            }
        }
        catch (Exception exception) when (attempt < Attempts && ServiceDefaults.Storage.StorageFailures.IsDuplicate(exception))
        {
            // Another replica stored it meanwhile: it is known now.
            await StoreAsync(batch, attempt + 1);
        }
        catch (Exception exception)
        {
            foreach (var turn in batch)
            {
                turn.Fail(exception);
            }
        }
    }

    private async Task TryStoreAsync(IReadOnlyList<IntakeTurn> batch)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var outcomes = await scope.ServiceProvider.GetRequiredService<IntakeTransaction>().StoreAsync([.. batch.Select(t => t.Item)], CancellationToken.None);
        for (var i = 0; i < batch.Count; i++)
        {
            batch[i].Complete(outcomes[i]);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "A batch of {Count} items could not be stored together; they are stored one by one", EventName = "intake_batch_failed")]
    private static partial void LogBatchFailed(ILogger logger, int count, Exception exception);

    private sealed class IntakeTurn(IntakeItem item)
    {
        private readonly TaskCompletionSource<IntakeResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal IntakeItem Item { get; } = item;

        internal Task<IntakeResult> Result => _result.Task;

        internal void Complete(IntakeResult result) => _result.TrySetResult(result);

        internal void Fail(Exception exception) => _result.TrySetException(exception);
    }
}
