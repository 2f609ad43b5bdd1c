using Truceline.GeoZone.Detection;
using Truceline.GeoZone.V1;

namespace Truceline.GeoZone.Assessment;

/// <summary>What an import decides.</summary>
/// <param name="Incidents">Incidents that are opened or change, each with what is known of it; null when it is opened.</param>
/// <param name="Obligations">States that are told.</param>
internal sealed record Outcome(IReadOnlyList<(Incident? Known, IncidentChange Change)> Incidents, IReadOnlyList<StateChange> Obligations);

/// <summary>A state that is told.</summary>
/// <param name="State">As it is now.</param>
/// <param name="Previous">As it was told before; null when it never was.</param>
internal sealed record StateChange(ObligationState State, ObligationState? Previous);
