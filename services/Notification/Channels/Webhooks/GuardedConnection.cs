using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Truceline.Notification.Channels.Webhooks;

/// <summary>
/// Connects only to addresses that <see cref="AddressRule"/> lets through, judged on what the name resolves to at this very connection, so that
/// a name whose address changes after it was checked gains nothing.
/// </summary>
internal sealed class GuardedConnection(IOptions<NotificationOptions> options)
{
    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="RefusedAddressException">The name has no address that may be connected to.</exception>
    internal async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        var allowed = options.Value.AllowPrivateAddresses ? addresses : Array.FindAll(addresses, AddressRule.IsPublic);
        if (allowed.Length == 0 && addresses.Length > 0)
        {
            throw new RefusedAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A receiver has only addresses that webhooks do not go to.</summary>
internal sealed class RefusedAddressException() : Exception("The receiver has no address that webhooks may go to.");
