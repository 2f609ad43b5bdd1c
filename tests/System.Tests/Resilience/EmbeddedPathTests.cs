namespace Truceline.SystemTests.Resilience;

/// <summary>On SQLite files, without Redis.</summary>
public class EmbeddedPathTests() : PathTests(StoreKind.Embedded);
