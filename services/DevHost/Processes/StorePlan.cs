namespace Truceline.DevHost.Processes;

/// <summary>The stores that the services use.</summary>
/// <param name="ConnectionStrings">PostgreSQL's, by app id; empty for SQLite files in the data folder.</param>
/// <param name="Redis">Configuration string of the Redis that is the caches' second level; empty for memory alone.</param>
/// <param name="Description">In words.</param>
internal sealed record StorePlan(IReadOnlyDictionary<string, string> ConnectionStrings, string Redis, string Description)
{
    /// <summary>What needs no server.</summary>
    internal static StorePlan Embedded { get; } = new(new Dictionary<string, string>(), "", "SQLite files, caches in memory");
}
