using Grpc.Core;
using Truceline.Entity.Reading.Places;
using Truceline.Entity.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Entity.Places;

/// <summary>Serves <c>truceline.entity.v1.PlaceService</c>.</summary>
internal sealed class PlaceGrpcService(PlaceAreas areas, Lazy<SettlementIndex> settlements) : PlaceService.PlaceServiceBase
{
    private const string GeoNames = "GeoNames, https://www.geonames.org, CC BY 4.0; rounded to steps of 7 %";
    private const string WhosOnFirst = "Who's On First, https://whosonfirst.org, CC BY 4.0; rounded to steps of 7 %";

    public override Task<GetPlaceAreaResponse> GetPlaceArea(GetPlaceAreaRequest request, ServerCallContext context)
    {
        var area = areas.Find(request.GazetteerId) ?? throw new ResourceNotFoundException("AREA_NOT_FOUND", "area", request.GazetteerId);
        return Task.FromResult(new GetPlaceAreaResponse
        {
            GazetteerId = request.GazetteerId,
            Name = area.Name,
            Parts = { area.Parts },
            ToleranceM = area.ToleranceM,
            Source = area.Source,
        });
    }

    public override Task<ListSettlementsResponse> ListSettlements(ListSettlementsRequest request, ServerCallContext context)
    {
        var page = PageRequest.Read(request.PageSize, request.PageToken, keys: 1, new FieldViolations());
        var after = page.IsFirst ? "" : page.After[0];
        var found = settlements.Value.Within(request.South, request.West, request.North, request.East)
            .Where(p => string.CompareOrdinal(p.Id, after) > 0).Take(page.Size + 1).ToList();
        return Task.FromResult(new ListSettlementsResponse
        {
            Settlements = { found.Take(page.Size).Select(ToProto) },
            NextPageToken = found.Count > page.Size ? PageRequest.TokenAfter(found[page.Size - 1].Id) : "",
        });
    }

    private static Settlement ToProto(GazetteerPlace place) => new()
    {
        GazetteerId = place.Id,
        Name = place.Name,
        Position = new() { Latitude = place.Latitude, Longitude = place.Longitude },
        RadiusM = place.RadiusMetres,
        Population = place.Population,
        Source = place.Population == 0 ? "" : place.Id.StartsWith("wof:", StringComparison.Ordinal) ? WhosOnFirst : GeoNames,
    };
}
