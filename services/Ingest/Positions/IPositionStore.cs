using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Ingest.Positions;

/// <summary>Positions that were accepted. Storing them is the business of <see cref="Intake.IIntakeWriter"/>.</summary>
internal interface IPositionStore
{
    /// <summary>The position as it was stored first; null when there is none.</summary>
    Task<ObservedPosition?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>A page of positions by observed time, then id; one more than asked for when there are more.</summary>
    Task<IReadOnlyList<ObservedPosition>> ListAsync(PositionQuery query, PageRequest page, CancellationToken cancellationToken);
}

/// <summary>Which positions are asked for.</summary>
/// <param name="ObjectId">Of this object; of all when empty.</param>
/// <param name="From">Observed at this instant or later.</param>
/// <param name="To">Observed before this instant.</param>
internal sealed record PositionQuery(string ObjectId, DateTimeOffset? From, DateTimeOffset? To);
