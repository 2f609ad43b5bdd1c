using Microsoft.Extensions.Options;

namespace Truceline.DevSidecar.Streams;

/// <summary>Trims the streams from time to time.</summary>
internal sealed partial class StreamTrimmer(
    IStreamStore store, IOptions<SidecarOptions> options, TimeProvider time, ILogger<StreamTrimmer> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.TrimInterval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var deleted = store.Trim(options.Value.MaxStreamLength);
            if (deleted > 0)
                LogTrimmed(deleted);
        }
    }

    [LoggerMessage(EventName = "StreamsTrimmed", Level = LogLevel.Debug, Message = "Trimmed {Count} old messages")]
    private partial void LogTrimmed(int count);
}
