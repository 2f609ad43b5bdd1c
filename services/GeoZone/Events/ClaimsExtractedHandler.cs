using System.Diagnostics;
using Truceline.Events.V1;
using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.Assessment;
using Truceline.GeoZone.Claims;
using Truceline.GeoZone.Storage;
using Truceline.ServiceDefaults.Erasure;
using Truceline.ServiceDefaults.Events;
using Truceline.ServiceDefaults.Identities;
using Truceline.ServiceDefaults.Telemetry;

namespace Truceline.GeoZone.Events;

/// <summary>Keeps the claims of a report and judges them against every agreement.</summary>
internal sealed class ClaimsExtractedHandler(IAgreementStore agreements, IClaimStore claims, AgreementAssessor assessor, JudgementTurn turn, ReportErasure erasure,
    EntityStandings standings)
    : IEventHandler<ClaimsExtracted>
{
    public async Task HandleAsync(ClaimsExtracted @event, EventContext context, CancellationToken cancellationToken)
    {
        Activity.Current?.SetTag(TelemetryNames.ReportId, @event.ReportId);
        await turn.TakeAsync(cancellationToken);
        await erasure.EraseInAsync(@event, [@event.ReportId], cancellationToken);
        await standings.ApplyAsync(@event.Claims, cancellationToken);
        var story = await claims.StoryOfAsync(@event.StoryId, cancellationToken);
        var revisions = @event.Claims.Where(c => c.Revision > 0).DistinctBy(c => c.Id).ToDictionary(c => c.Id, c => c.Revision);
        var replaced = await claims.RemoveAsync(revisions, areWithdrawn: false, cancellationToken);
        var received = ReceivedClaim.From(@event).Select(c => c with { Origin = c.Origin with { StoryId = story } });
        var incoming = await claims.AddAsync(received, cancellationToken);
        if (incoming.Count == 0)
            return;
        foreach (var agreement in await agreements.AllAsync(cancellationToken))
            await assessor.AssessAsync(agreement, incoming, replaced, cancellationToken);
    }
}
