using Microsoft.Extensions.Options;

namespace Truceline.Ingest.Sources.Fetching;

/// <summary>
/// Politeness: at most one request to a host at a time, a pause after each, and none while the host asked to be left alone. It is kept in memory, by the one
/// replica that polls. Thread-safe.
/// </summary>
internal sealed class HostGate(IOptions<SourcesOptions> options, TimeProvider time)
{
    // Who stands at a gate for longer blocks a place for others.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Host> _hosts = new(StringComparer.Ordinal);

    /// <summary>The host of an address, as it is told apart from others: without port, since one machine serves all ports.</summary>
    internal static string HostOf(Uri address) => address.IdnHost.ToLowerInvariant();

    /// <summary>Hosts that would have to be waited for now.</summary>
    internal IReadOnlyCollection<string> Busy()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            foreach (var (name, host) in _hosts.ToArray())
            {
                if (host.Users == 0 && host.NotBefore <= now)
                {
                    _hosts.Remove(name);
                    host.Turn.Dispose();
                }
            }

            return [.. _hosts.Keys];
        }
    }

    /// <summary>Waits for its turn at a host.</summary>
    /// <exception cref="HostPausedException">The host is not to be asked for a longer while.</exception>
    internal async Task<Turn> EnterAsync(string name, CancellationToken cancellationToken)
    {
        Host? host;
        lock (_lock)
        {
            if (!_hosts.TryGetValue(name, out host))
            {
                _hosts.Add(name, host = new Host());
            }

            host.Users++;
        }

        try
        {
            await host.Turn.WaitAsync(cancellationToken);
        }
        catch
        {
            Leave(host);
            throw;
        }

        var turn = new Turn(this, host);
        try
        {
            await WaitAsync(host, cancellationToken);
            return turn;
        }
        catch
        {
            turn.GiveBack();
            throw;
        }
    }

    private async Task WaitAsync(Host host, CancellationToken cancellationToken)
    {
        var wait = NotBefore(host) - time.GetUtcNow();
        if (wait > LongestWait)
        {
            throw new HostPausedException(wait);
        }

        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private DateTimeOffset NotBefore(Host host)
    {
        lock (_lock)
        {
            return host.NotBefore;
        }
    }

    private void Leave(Host host)
    {
        lock (_lock)
        {
            host.Users--;
        }
    }

    private void PutOff(Host host, TimeSpan pause)
    {
        lock (_lock)
        {
            var until = time.GetUtcNow() + pause;
            host.NotBefore = host.NotBefore > until ? host.NotBefore : until;
        }
    }

    /// <summary>A turn at a host, until it is disposed of; then the host has its pause.</summary>
    internal sealed class Turn : IDisposable
    {
        private readonly HostGate _gate;
        private readonly Host _host;

        internal Turn(HostGate gate, Host host) => (_gate, _host) = (gate, host);

        /// <summary>The host asks to be left alone for so long, by whomever.</summary>
        internal void LeaveAloneFor(TimeSpan pause) => _gate.PutOff(_host, pause);

        public void Dispose()
        {
            _gate.PutOff(_host, TimeSpan.FromSeconds(_gate.Pause));
            GiveBack();
        }

        internal void GiveBack()
        {
            _host.Turn.Release();
            _gate.Leave(_host);
        }
    }

    private double Pause => options.Value.HostPauseSeconds;

    internal sealed class Host
    {
        internal SemaphoreSlim Turn { get; } = new(1);

        internal int Users { get; set; }

        internal DateTimeOffset NotBefore { get; set; }
    }
}

/// <summary>A host is not to be asked for a longer while.</summary>
/// <param name="wait">For how long.</param>
internal sealed class HostPausedException(TimeSpan wait) : Exception("The host asked to be left alone.")
{
    internal TimeSpan Wait { get; } = wait;
}
