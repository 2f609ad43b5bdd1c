using Truceline.Notification.V1;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Notification.Alerts;

/// <summary>Keeps alerts in the order in which they were saved.</summary>
internal interface IAlertStore
{
    /// <summary>Sequence of the last alert; 0 when there is none.</summary>
    Task<long> LastSequenceAsync(CancellationToken cancellationToken);

    /// <summary>The alerts after a sequence, in order, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<Alert>> ReadAfterAsync(long sequence, int limit, CancellationToken cancellationToken);

    /// <summary>A page of alerts, the latest first; one more than asked for when there are more. Its key is the sequence.</summary>
    /// <param name="traceId">Only those of this trace; empty for all.</param>
    /// <param name="page">The page.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<IReadOnlyList<Alert>> ListAsync(string traceId, PageRequest page, CancellationToken cancellationToken);
}
