using Truceline.Entity.V1;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Entity.Happenings;

/// <summary>Answers what happened.</summary>
internal interface IHappeningStore
{
    /// <summary>A happening by its id or an earlier one; null when there is none.</summary>
    Task<Happening?> FindAsync(string happeningId, CancellationToken cancellationToken);

    /// <summary>A page of happenings, the last day first, one more than its size when there are more. Its key is the last day and the id.</summary>
    Task<IReadOnlyList<HappeningSummary>> ListAsync(ListHappeningsRequest filter, PageRequest page, CancellationToken cancellationToken);
}
