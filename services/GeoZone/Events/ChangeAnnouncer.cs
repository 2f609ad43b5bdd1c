using Truceline.Events.V1;
using Truceline.GeoZone.Assessment;
using Truceline.GeoZone.Detection;
using Truceline.GeoZone.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.GeoZone.Events;

/// <summary>Publishes through the outbox.</summary>
internal sealed class ChangeAnnouncer(ServiceDbContext db, TimeProvider time) : IChangeAnnouncer
{
    public void Announce(IncidentChange change)
    {
        if (change.IsNew)
            db.Publish(Topics.IncidentOpened, new IncidentOpened { Incident = change.Incident }, time.GetUtcNow());
        else if (change.Incident.CancelledTime is not null)
            db.Publish(Topics.IncidentCancelled, new IncidentCancelled { Incident = change.Incident }, time.GetUtcNow());
        else
            db.Publish(Topics.IncidentUpdated, new IncidentUpdated { Incident = change.Incident }, time.GetUtcNow());
    }

    public void Announce(ObligationState state, ObligationState? previous) =>
        db.Publish(Topics.ObligationChanged, new ObligationChanged { State = state, Previous = previous }, time.GetUtcNow());

    public void Announce(string agreementId, IReadOnlyList<string> zoneIds, string changedBy) =>
        db.Publish(Topics.ZoneChanged, new ZoneChanged { AgreementId = agreementId, ZoneIds = { zoneIds }, ChangedBy = changedBy }, time.GetUtcNow());
}
