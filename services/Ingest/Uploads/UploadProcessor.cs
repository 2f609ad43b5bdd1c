using Microsoft.Extensions.Options;
using Truceline.ServiceDefaults.Leases;

namespace Truceline.Ingest.Uploads;

/// <summary>
/// Takes complete uploads in, on one replica (lease <c>uploads</c>), the one created first before the others, and clears those that are past their time
/// (lease <c>upload-retention</c>, once an hour). After the end of a replica another goes on where the progress was saved last.
/// </summary>
internal sealed partial class UploadProcessor(
    IUploadStore store, UploadRun run, UploadSignal signal, LeaseHolder leases, IOptions<UploadOptions> options, TimeProvider time,
    ILogger<UploadProcessor> logger) : BackgroundService
{
    private static readonly TimeSpan ClearInterval = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        leases.WhileHeldAsync("uploads", ProcessAsync, stoppingToken),
        leases.EveryAsync("upload-retention", ClearInterval, ClearAsync, stoppingToken));

    private Task ClearAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return store.ClearAsync(now.AddHours(-options.Value.AbandonedHours), now.AddDays(-options.Value.ResultDays), cancellationToken);
    }

    private async Task ProcessAsync(CancellationToken held)
    {
        var poll = TimeSpan.FromMilliseconds(options.Value.PollMilliseconds);
        var running = new Dictionary<string, Task>();
        try
        {
            while (!held.IsCancellationRequested)
            {
                foreach (var (id, _) in running.Where(r => r.Value.IsCompleted).ToArray())
                {
                    running.Remove(id);
                }

                if (running.Count < options.Value.AtOnce && await store.NextAsync(running.Keys, held) is { } upload)
                {
                    running[upload.Id] = RunAsync(upload.Id, held);
                    continue;
                }

                await Task.WhenAny([signal.WaitAsync(poll, time, held), .. running.Values]);
            }
        }
        finally
        {
            await Task.WhenAll(running.Values);
        }
    }

    // Whatever goes wrong with one must not hold up the others; it is tried again without end, since what failed is the store or the house, not the file.
    private async Task RunAsync(string id, CancellationToken held)
    {
        for (var failures = 0; !held.IsCancellationRequested; failures++)
        {
            try
            {
                await run.RunAsync(id, held);
                return;
            }
            catch (Exception exception) when (!held.IsCancellationRequested)
            {
                LogFailed(id, exception);
                var pause = TimeSpan.FromMilliseconds(Math.Min(LongestPause.TotalMilliseconds, 200 * Math.Pow(2, Math.Min(failures, 10))));
                await Task.Delay(pause, time, held).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    [LoggerMessage(EventId = 1, EventName = "upload_run_failed", Level = LogLevel.Error,
        Message = "Upload {UploadId} could not be taken in further; it is tried again from where its progress was saved")]
    private partial void LogFailed(string uploadId, Exception exception);
}
