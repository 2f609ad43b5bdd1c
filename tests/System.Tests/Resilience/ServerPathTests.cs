namespace Truceline.SystemTests.Resilience;

/// <summary>On PostgreSQL, with Redis.</summary>
[Trait("Needs", "postgresql")]
[Trait("Needs", "redis")]
public class ServerPathTests() : PathTests(StoreKind.Servers);
