using System.Diagnostics.Metrics;
using Truceline.ServiceDefaults.Telemetry;

namespace Truceline.Ingest.Rejections;

/// <summary>
/// Gives <see cref="TelemetryNames.RejectionsWaiting"/>: counted every 15 s, on each replica for itself and over the one database, so that all replicas
/// give the same. While the database does not answer the last count stands.
/// </summary>
internal sealed partial class RejectionCount : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    private readonly IRejectionStore _store;
    private readonly TimeProvider _time;
    private readonly ILogger<RejectionCount> _logger;
    private int _count = -1;

    public RejectionCount(IRejectionStore store, IMeterFactory meters, TimeProvider time, ILogger<RejectionCount> logger)
    {
        (_store, _time, _logger) = (store, time, logger);
        meters.Create(TelemetryNames.Source).CreateObservableGauge(TelemetryNames.RejectionsWaiting, Measure, "{item}");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, _time);
        do
        {
            try
            {
                Volatile.Write(ref _count, await _store.CountAsync(stoppingToken));
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // Nothing is given before the first count.
    private IEnumerable<Measurement<int>> Measure() => Volatile.Read(ref _count) is >= 0 and var count ? [new Measurement<int>(count)] : [];

    [LoggerMessage(EventId = 1, EventName = "rejections_not_counted", Level = LogLevel.Warning, Message = "Refused items could not be counted")]
    private partial void LogFailed(Exception exception);
}
