namespace Truceline.GeoZone.Agreements;

/// <summary>
/// Runs an import alone: no claims come in between what it reads and what it saves, and claims that are being judged at the same time are
/// judged again with what it saved.
/// </summary>
internal interface IImportUnitOfWork
{
    /// <summary>Runs <paramref name="import"/>, saves what it changed in one transaction, and runs it again when another change came between.</summary>
    Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> import, CancellationToken cancellationToken);
}
