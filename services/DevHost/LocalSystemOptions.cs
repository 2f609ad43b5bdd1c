using Truceline.DevHost.Ports;
using Truceline.DevHost.Processes;

namespace Truceline.DevHost;

/// <summary>Whether a server is used, and whose.</summary>
/// <param name="IsWanted">Whether one is used.</param>
/// <param name="Address">Where it is; null for one that DevHost starts.</param>
internal sealed record ServerChoice(bool IsWanted, string? Address)
{
    /// <summary>None is used.</summary>
    internal static ServerChoice None { get; } = new(false, null);

    /// <summary>DevHost starts one.</summary>
    internal static ServerChoice Own { get; } = new(true, null);

    /// <summary>One that is there already.</summary>
    internal static ServerChoice At(string address) => new(true, address);
}

/// <summary>How Truceline is started on this machine.</summary>
/// <param name="Ports">All ports, and with them how many replicas each service has.</param>
/// <param name="Block">Whether the ports are one fixed block.</param>
/// <param name="DataFolder">Where data and logs go; null for a temporary folder that is removed at the end.</param>
internal sealed record LocalSystemOptions(PortPlan Ports, bool Block, string? DataFolder)
{
    /// <summary>Where a real Dapr looks for its broker when no Redis is asked for.</summary>
    internal const string DefaultDaprRedis = "127.0.0.1:6379";

    /// <summary>PostgreSQL; an address is a connection string of Npgsql. Default: none, SQLite files.</summary>
    internal ServerChoice PostgreSql { get; init; } = ServerChoice.None;

    /// <summary>Redis for the caches, and for a real Dapr as its broker; an address is host:port. Default: none, caches in memory.</summary>
    internal ServerChoice Redis { get; init; } = ServerChoice.None;

    /// <summary>host:port of the Redis that a real Dapr uses as its broker when <see cref="Redis"/> is none.</summary>
    internal string DaprRedis { get; init; } = DefaultDaprRedis;

    /// <summary>Starts processes again that end by themselves. Default: none, such an end is the end of all.</summary>
    internal Supervision? Supervision { get; init; }

    /// <summary>
    /// The variables that a process gets, of its name and the planned ones: the planned ones themselves (default), more
    /// (<see cref="ChildSpec.Merge"/>), or others altogether. Not asked for servers.
    /// </summary>
    internal Func<string, IReadOnlyDictionary<string, string>, IReadOnlyDictionary<string, string>> Environment { get; init; } = (_, planned) => planned;
}
