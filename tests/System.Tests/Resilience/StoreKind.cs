namespace Truceline.SystemTests.Resilience;

/// <summary>What the services store in.</summary>
public enum StoreKind
{
    /// <summary>SQLite files, caches in memory.</summary>
    Embedded,

    /// <summary>PostgreSQL, with Redis as second level of the caches.</summary>
    Servers,
}
