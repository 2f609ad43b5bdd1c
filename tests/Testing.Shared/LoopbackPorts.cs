using System.Net;
using System.Net.Sockets;

namespace Truceline.Testing;

/// <summary>Ports on 127.0.0.1 that nobody has.</summary>
public static class LoopbackPorts
{
    /// <summary>So many ports that were free a moment ago.</summary>
    public static int[] Free(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        foreach (var listener in listeners)
        {
            listener.Start();
        }

        var ports = listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port).ToArray();
        foreach (var listener in listeners)
        {
            listener.Stop();
        }

        return ports;
    }
}
