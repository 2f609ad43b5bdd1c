using System.Data.Common;
using Microsoft.Extensions.Options;

namespace Truceline.DevSidecar.Streams;

/// <summary>Trims the streams from time to time.</summary>
internal sealed partial class StreamTrimmer(
    IStreamStore store, IOptions<SidecarOptions> options, TimeProvider time, ILogger<StreamTrimmer> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.TrimInterval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                TrimOnce();
        }
        catch (OperationCanceledException)
        {
            // Asked to stop, or never started because a port was taken.
        }
    }

    private void TrimOnce()
    {
        try
        {
            var deleted = store.Trim(options.Value.MaxStreamLength);
            LogTrimmed(deleted);
        }
        catch (DbException e)
        {
            LogTrimFailed(e);
        }
    }

    [LoggerMessage(EventName = "StreamsTrimmed", Level = LogLevel.Debug, Message = "Trimmed {Count} old messages")]
    private partial void LogTrimmed(int count);

    [LoggerMessage(EventName = "StreamTrimFailed", Level = LogLevel.Error, Message = "The streams could not be trimmed; trying again later")]
    private partial void LogTrimFailed(Exception exception);
}
