using System.Net;
using System.Net.Sockets;

namespace Truceline.DevSidecar.FunctionalTests;

/// <summary>Ports on 127.0.0.1 that were free a moment ago; never the same one twice in a run.</summary>
internal static class FreePorts
{
    private static readonly Lock Gate = new();
    private static readonly HashSet<int> Given = [];

    public static int Next()
    {
        lock (Gate)
        {
            while (true)
            {
                using var listener = new TcpListener(IPAddress.Loopback, 0);
                listener.Start();
                var port = ((IPEndPoint)listener.LocalEndpoint).Port;
                if (Given.Add(port))
                    return port;
            }
        }
    }
}
