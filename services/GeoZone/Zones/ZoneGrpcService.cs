using Grpc.Core;
using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.V1;

namespace Truceline.GeoZone.Zones;

/// <summary>Serves <c>truceline.geozone.v1.ZoneService</c>.</summary>
internal sealed class ZoneGrpcService(IAgreementStore agreements, TimeProvider time) : ZoneService.ZoneServiceBase
{
    public override async Task<LocatePositionResponse> LocatePosition(LocatePositionRequest request, ServerCallContext context)
    {
        var day = DayRange.TryDay(request.AsOfDate, out var given) ? given : DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var point = GeoPoint.From(request.Position);
        var findings =
            from agreement in await agreements.AllAsync(context.CancellationToken)
            from zone in agreement.Agreement.Zones
            where DayRange.Validity(zone.ValidFrom, zone.ValidTo).Contains(day)
            let finding = agreement.Locate(zone, point, request.RadiusM)
            orderby finding.DistanceM, finding.AgreementId, finding.ZoneId
            select finding;
        return new() { Findings = { findings } };
    }
}
