using System.Net;
using System.Net.Sockets;

namespace Truceline.Ingest.Sources.Fetching;

/// <summary>
/// Connects to hosts whose addresses <see cref="AddressRules"/> allow. The addresses that are judged are those that are connected to, at every connection, so a
/// name that is given another address after a first look gains nothing. A name that has a refused address beside others is refused: nobody means that.
/// </summary>
internal sealed class GuardedConnector(AddressRules rules, IHostLookup lookup)
{
    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="ConnectRefusedException">The host must not be reached, or is unknown.</exception>
    internal async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = await FindAsync(context.DnsEndPoint.Host, cancellationToken);
        if (!Array.TrueForAll(addresses, rules.Allows))
        {
            throw new ConnectRefusedException(FetchReasons.AddressRefused);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<IPAddress[]> FindAsync(string host, CancellationToken cancellationToken)
    {
        try
        {
            return await lookup.FindAsync(host, cancellationToken) is { Length: > 0 } found ? found : throw new ConnectRefusedException(FetchReasons.NameUnknown);
        }
        catch (SocketException)
        {
            throw new ConnectRefusedException(FetchReasons.NameUnknown);
        }
    }
}

/// <summary>There is no address of the host that may be connected to.</summary>
/// <param name="reason">One of <see cref="FetchReasons"/>.</param>
internal sealed class ConnectRefusedException(string reason) : Exception("The host has no address that may be connected to.")
{
    internal string Reason { get; } = reason;
}
