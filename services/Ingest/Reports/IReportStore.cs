using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Ingest.Reports;

/// <summary>Keeps reports, immutable, by content hash.</summary>
internal interface IReportStore
{
    /// <summary>The report with its text; null when there is none.</summary>
    Task<Report?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>A page of reports without their texts, the latest received first; one more than asked for when there are more.</summary>
    Task<IReadOnlyList<Report>> ListAsync(PageRequest page, CancellationToken cancellationToken);
}
