using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Truceline.GeoZone.FunctionalTests;

/// <summary>Hears of tracks that could not be saved because there is one of the object already: what EF Core writes to the log as an error.</summary>
internal sealed class TrackFailures : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<string> _failures;
    private readonly List<IDisposable> _subscriptions = [];

    public TrackFailures(List<string> failures)
    {
        _failures = failures;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
            _subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == CoreEventId.SaveChangesFailed.Name && value.Value is DbContextErrorEventData { Exception: var exception } && $"{exception.InnerException?.Message}".Contains("tracks", StringComparison.Ordinal))
        {
            lock (_failures)
                _failures.Add(exception.ToString());
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _subscriptions.ForEach(s => s.Dispose());
}
