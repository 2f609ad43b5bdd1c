using System.Net.Sockets;

namespace Truceline.DevHost.Processes;

/// <summary>Looks whether a real Dapr can be used on this machine.</summary>
internal static class DaprLookup
{
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(1);

    /// <summary>Full path of a command on the PATH; null when there is none.</summary>
    internal static string? FindCommand(string name, string? path) =>
        (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);

    /// <summary>Whether something listens at "host:port".</summary>
    internal static async Task<bool> AnswersAsync(string hostAndPort, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate("tcp://" + hostAndPort, UriKind.Absolute, out var address) || address.Port <= 0)
        {
            return false;
        }

        using var limit = new CancellationTokenSource(ConnectLimit, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(address.Host, address.Port, linked.Token);
            return true;
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
