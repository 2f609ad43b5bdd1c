using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Truceline.ServiceDefaults.Events;
using Truceline.ServiceDefaults.Telemetry;

namespace Truceline.ServiceDefaults.DeadLetters;

/// <summary>
/// Gives <see cref="TelemetryNames.DeadLettersWaiting"/>: counted every 15 s, on each replica for itself and over the one database, so that all
/// replicas give the same. While the database does not answer the last count stands.
/// </summary>
internal sealed partial class DeadLetterCount : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    private readonly DeadLetterQueries _letters;
    private readonly string[] _topics;
    private readonly TimeProvider _time;
    private readonly ILogger<DeadLetterCount> _logger;
    private volatile IReadOnlyDictionary<string, int>? _counts;

    public DeadLetterCount(
        DeadLetterQueries letters, IEnumerable<EventSubscription> subscriptions, IMeterFactory meters, TimeProvider time,
        ILogger<DeadLetterCount> logger)
    {
        (_letters, _time, _logger) = (letters, time, logger);
        _topics = [.. subscriptions.Select(s => s.Topic)];
        meters.Create(TelemetryNames.Source).CreateObservableGauge(TelemetryNames.DeadLettersWaiting, Measure, "{event}");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, _time);
        do
        {
            try
            {
                _counts = await _letters.CountAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // Topics without dead letters give 0, so that an alarm ends; nothing is given before the first count.
    private IEnumerable<Measurement<int>> Measure() => _counts is not { } counts
        ? []
        : _topics.Union(counts.Keys).Select(topic => new Measurement<int>(
            counts.GetValueOrDefault(topic), new KeyValuePair<string, object?>(TelemetryNames.Topic, topic)));

    [LoggerMessage(EventId = 1, EventName = "dead_letters_not_counted", Level = LogLevel.Warning, Message = "Dead letters could not be counted")]
    private partial void LogFailed(Exception exception);
}
