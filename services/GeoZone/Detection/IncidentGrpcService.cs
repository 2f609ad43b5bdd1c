using System.Globalization;
using Grpc.Core;
using Truceline.GeoZone.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.GeoZone.Detection;

/// <summary>Serves <c>truceline.geozone.v1.IncidentService</c>.</summary>
internal sealed class IncidentGrpcService(IIncidentStore incidents) : IncidentService.IncidentServiceBase
{
    public override async Task<GetIncidentResponse> GetIncident(GetIncidentRequest request, ServerCallContext context) => new()
    {
        Incident = await incidents.FindAsync(request.IncidentId, context.CancellationToken)
            ?? throw new ResourceNotFoundException("INCIDENT_NOT_FOUND", "incident", request.IncidentId),
    };

    public override async Task<ListIncidentsResponse> ListIncidents(ListIncidentsRequest request, ServerCallContext context)
    {
        var violations = new FieldViolations();
        var page = PageRequest.Read(request.PageSize, request.PageToken, keys: 2, violations);
        violations.ThrowIfAny("LIST_INVALID");
        var found = await incidents.ListAsync(request.AgreementId, request.ReportId, page, context.CancellationToken);
        var response = new ListIncidentsResponse { Incidents = { found.Take(page.Size) } };
        if (found.Count > page.Size)
        {
            var last = response.Incidents[^1];
            response.NextPageToken = PageRequest.TokenAfter(last.UpdatedTime.ToDateTimeOffset().ToString("O", CultureInfo.InvariantCulture), last.Id);
        }
        return response;
    }
}
