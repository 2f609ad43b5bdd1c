using Grpc.Core;
using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.Assessment;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones;
using Truceline.GeoZone.Zones.Live;
using Truceline.GeoZone.Zones.Versions;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.GeoZone.Previews;

/// <summary>Serves <c>truceline.geozone.v1.PreviewService</c>: the decisions of an import without its storing and telling.</summary>
internal sealed class PreviewGrpcService(
    IAgreementStore agreements, AgreementAssessor assessor, VersionForesight versions, TrackForesight tracks, TimeProvider time, ILogger<ZoneRegister> drawing)
    : PreviewService.PreviewServiceBase
{
    public override async Task<PreviewChangeResponse> PreviewChange(PreviewChangeRequest request, ServerCallContext context)
    {
        var before = (await agreements.FindAsync(request.AgreementId, context.CancellationToken)
            ?? throw new ResourceNotFoundException("AGREEMENT_NOT_FOUND", "agreement", request.AgreementId)).Agreement;
        var violations = new FieldViolations();
        var after = ChangedAgreement.Of(before, request, violations);
        violations.ThrowIfAny("PREVIEW_INVALID");

        var outcome = await assessor.ForeseeAsync(new(after), context.CancellationToken);
        var response = new PreviewChangeResponse
        {
            Zones = { ZoneShifts.Between(before, after) },
            Obligations = { outcome.Obligations.Select(o => new ObligationShift { Before = o.Previous, After = o.State }) },
            Verdicts = { VerdictShifts.Of(before, after, request.Questions, time.GetUtcNow(), drawing) },
        };
        foreach (var (known, change) in outcome.Incidents)
        {
            if (known is null)
                response.Opened.Add(change.Incident);
            else if (change.Incident.CancelledTime is not null)
                response.Cancelled.Add(change.Incident);
            else
                response.Updated.Add(new IncidentShift { Before = known, After = change.Incident });
        }
        var (transitions, leftOut) = await tracks.TellAsync(Changed(before, after), context.CancellationToken);
        response.Transitions.Add(transitions);
        response.LeftOutObjects = leftOut;
        return response;
    }

    public override async Task<PreviewLineVersionResponse> PreviewLineVersion(PreviewLineVersionRequest request, ServerCallContext context) => new()
    {
        Overturned = await versions.TellAsync(
            DeskItem.Line(request.LineId), DayRange.Validity(request.ValidFrom, request.ValidTo), VersionBody.Of(request.Content), request.Questions, context.CancellationToken),
    };

    public override async Task<PreviewZoneVersionResponse> PreviewZoneVersion(PreviewZoneVersionRequest request, ServerCallContext context) => new()
    {
        Overturned = await versions.TellAsync(
            DeskItem.Zone(request.ZoneId), DayRange.Validity(request.ValidFrom, request.ValidTo), VersionBody.Of(request.Content), request.Questions, context.CancellationToken),
    };

    /// <summary>The zones of an agreement that would be others, as the agreement gives them.</summary>
    private static IReadOnlyList<ForeseenZone> Changed(Agreement before, Agreement after)
    {
        var (was, will) = (AgreementEras.ZonesAlone(before), AgreementEras.ZonesAlone(after));
        return [.. ZoneChanges.Between(before, after).Select(id => new ForeseenZone(
            KeptKey.Of(before.Id, id), before.Id, was.GetValueOrDefault(id) ?? [], will.GetValueOrDefault(id) ?? []))];
    }
}
