using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Ingest.Reports;

/// <summary>Keeps reports, immutable, by content hash.</summary>
internal interface IReportStore
{
    /// <summary>Stores a report and announces it on <c>report.accepted</c>, in one transaction.</summary>
    /// <returns>The report as stored, and whether it was there before; then nothing is announced.</returns>
    Task<(Report Report, bool AlreadyKnown)> AcceptAsync(Report report, CancellationToken cancellationToken);

    /// <summary>The report with its text; null when there is none.</summary>
    Task<Report?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>A page of reports without their texts, the latest received first; one more than asked for when there are more.</summary>
    Task<IReadOnlyList<Report>> ListAsync(PageRequest page, CancellationToken cancellationToken);
}
