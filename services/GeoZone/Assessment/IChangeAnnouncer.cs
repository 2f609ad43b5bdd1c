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

    /// <param name="agreementId">An agreement.</param>
    /// <param name="zoneIds">Its zones that are new, changed or gone.</param>
    void Announce(string agreementId, IReadOnlyList<string> zoneIds);
}
