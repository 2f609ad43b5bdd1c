using System.Net;
using System.Net.Sockets;

namespace Truceline.DevHost.Ports;

/// <summary>Looks at the ports of 127.0.0.1.</summary>
internal static class PortProbe
{
    /// <summary>So many different ports that are free; all are held until the last is found, so that none comes twice.</summary>
    internal static IReadOnlyList<int> FindFree(int count)
    {
        var held = new List<TcpListener>(count);
        try
        {
            for (var i = 0; i < count; i++)
            {
                var listener = new TcpListener(IPAddress.Loopback, 0);
                held.Add(listener);
                listener.Start();
            }

            return [.. held.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        }
        finally
        {
            held.ForEach(listener => listener.Dispose());
        }
    }

    /// <summary>Ends with a message that says what to do when a port of the plan is taken.</summary>
    /// <param name="plan">The ports.</param>
    /// <param name="block">Whether <c>--port</c> moves the whole block, or the gateway's cleartext port alone.</param>
    /// <exception cref="DevHostException">A port is taken.</exception>
    internal static void RequireFree(PortPlan plan, bool block)
    {
        var taken = plan.All().Where(p => IsTaken(p.Port)).ToList();
        if (taken.Count == 0)
        {
            return;
        }

        var which = string.Join(", ", taken.Select(t => $"{t.Port} ({t.Use})"));
        var remedy = block
            ? $"--port N (N to N+{PortPlan.BlockSize - 1} are used)"
            : "--port N (--port 0 takes any that is free)";
        throw new DevHostException(
            $"{(taken.Count == 1 ? "This port is" : "These ports are")} in use by another program: {which}. Stop that program, or choose others with {remedy}.",
            ExitCodes.PortTaken);
    }

    private static bool IsTaken(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }
}
