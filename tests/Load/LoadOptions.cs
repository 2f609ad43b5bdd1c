namespace Truceline.Load;

/// <summary>What is measured.</summary>
/// <param name="Seconds">How long.</param>
/// <param name="WarmUp">Seconds of load before it.</param>
/// <param name="WarmUpReports">Reports that are answered before it at least.</param>
/// <param name="Callers">Streams, or callers at a time; 0 for the verb's own number.</param>
/// <param name="Copies">Share of near-duplicates.</param>
/// <param name="Characters">Length of a report.</param>
/// <param name="PostgreSql">Connection string of a server; empty for SQLite.</param>
/// <param name="CountsSyncs">Whether fsync is counted.</param>
internal sealed record LoadOptions(int Seconds, int WarmUp, int WarmUpReports, int Callers, double Copies, int Characters, string PostgreSql, bool CountsSyncs);
