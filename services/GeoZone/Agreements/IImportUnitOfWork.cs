namespace Truceline.GeoZone.Agreements;

/// <summary>
/// Runs an import alone: it waits until what is being judged is saved, and claims that come meanwhile are judged after it, with what it saved.
/// </summary>
internal interface IImportUnitOfWork
{
    /// <summary>Runs <paramref name="import"/>, and saves what it changed in one transaction.</summary>
    Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> import, CancellationToken cancellationToken);
}
