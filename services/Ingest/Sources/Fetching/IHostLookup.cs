using System.Net;

namespace Truceline.Ingest.Sources.Fetching;

/// <summary>Finds the addresses of hosts.</summary>
internal interface IHostLookup
{
    /// <summary>All addresses of a host; a literal address is its own.</summary>
    /// <param name="host">Name or literal address.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="System.Net.Sockets.SocketException">There is no such host, or nobody who knows.</exception>
    Task<IPAddress[]> FindAsync(string host, CancellationToken cancellationToken);
}

/// <summary>Asks the system.</summary>
internal sealed class SystemHostLookup : IHostLookup
{
    public Task<IPAddress[]> FindAsync(string host, CancellationToken cancellationToken) => Dns.GetHostAddressesAsync(host, cancellationToken);
}
