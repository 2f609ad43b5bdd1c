using Truceline.Ingest.Sources.Polling;

namespace Truceline.Ingest.Sources.Fetching;

/// <summary>Fetches documents.</summary>
internal interface ISourceClient
{
    /// <summary>Asks for a document, redirects followed. It throws only when <paramref name="cancellationToken"/> fires.</summary>
    /// <param name="address">Where.</param>
    /// <param name="validators">Which version is here.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<FetchAnswer> FetchAsync(Uri address, Validators validators, CancellationToken cancellationToken);
}
