using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Ingest.Reports;

/// <summary>Keeps reports, immutable, by content hash.</summary>
internal interface IReportStore
{
    /// <summary>The report with its text; null when there is none.</summary>
    Task<Report?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>A page of reports without their texts, the latest received first; one more than asked for when there are more.</summary>
    /// <param name="storyId">Only those of a story; empty for all.</param>
    /// <param name="sourceId">Only those of a source; empty for all.</param>
    /// <param name="page">The page; its keys are time of receipt and id.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    Task<IReadOnlyList<Report>> ListAsync(string storyId, string sourceId, PageRequest page, CancellationToken cancellationToken);
}
