using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace Truceline.ServiceDefaults.Calls;

/// <summary>
/// Finds the replicas behind an address: a host name stands for every address that DNS gives for it (a headless service), a literal address
/// for itself. When DNS fails or gives nothing, the addresses of the last answer stay. Thread-safe.
/// </summary>
/// <param name="logger">Told of failures.</param>
/// <param name="lookup">Asks DNS; the system's resolver when not given.</param>
public sealed partial class ReplicaLookup(ILogger<ReplicaLookup> logger, Func<string, CancellationToken, Task<IPAddress[]>>? lookup = null)
{
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _lookup = lookup ?? Dns.GetHostAddressesAsync;
    // Bounded by the host names in the settings.
    private readonly ConcurrentDictionary<string, IPAddress[]> _last = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The replicas behind <paramref name="address"/>, each with an IP address for its host, in a stable order.</summary>
    /// <param name="address">An http or https address.</param>
    /// <param name="patience">Longest wait for DNS; after it the last answer stays.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Empty when DNS has never known the name.</returns>
    public async Task<IReadOnlyList<Uri>> FindAsync(
        Uri address, TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        if (address.HostNameType is not UriHostNameType.Dns)
        {
            return [address];
        }

        try
        {
            // The system's resolver may not heed its cancellation.
            var found = await _lookup(address.DnsSafeHost, cancellationToken).WaitAsync(patience, time, cancellationToken);
            if (found.Length > 0)
            {
                _last[address.DnsSafeHost] = [.. found.DistinctBy(a => a.ToString()).OrderBy(a => a.ToString(), StringComparer.Ordinal)];
            }
        }
        catch (Exception exception) when (exception is SocketException or ArgumentException or TimeoutException)
        {
            LogFailed(logger, address.DnsSafeHost, exception.Message, _last.TryGetValue(address.DnsSafeHost, out var kept) ? kept.Length : 0);
        }

        return _last.TryGetValue(address.DnsSafeHost, out var addresses)
            ? [.. addresses.Select(a => new UriBuilder(address) { Host = a.ToString() }.Uri)]
            : [];
    }

    [LoggerMessage(1, LogLevel.Warning, "DNS does not know {Host} ({Reason}); its last {Kept} addresses stay", EventName = "ReplicaLookupFailed")]
    private static partial void LogFailed(ILogger logger, string host, string reason, int kept);
}
