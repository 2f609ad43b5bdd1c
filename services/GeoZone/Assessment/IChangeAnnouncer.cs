using Truceline.GeoZone.Detection;
using Truceline.GeoZone.V1;

namespace Truceline.GeoZone.Assessment;

/// <summary>Tells the other services what changed, in the transaction that changes it.</summary>
internal interface IChangeAnnouncer
{
    void Announce(IncidentChange change);

    /// <param name="state">The state as it is now.</param>
    /// <param name="previous">The state told before; null when there was none.</param>
    void Announce(ObligationState state, ObligationState? previous);

    /// <param name="agreementId">An agreement; empty for zones that stand by themselves.</param>
    /// <param name="zoneIds">Its zones that are new, changed or gone.</param>
    /// <param name="changedBy">The line or zone whose change it was; empty for an import.</param>
    void Announce(string agreementId, IReadOnlyList<string> zoneIds, string changedBy);
}
