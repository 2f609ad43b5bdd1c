using Grpc.Core;
using Truceline.Entity.V1;
using Truceline.GeoZone.V1;

namespace Truceline.GeoZone.Zones.People;

/// <summary>Asks Entity, which owns the gazetteer.</summary>
internal sealed class EntityPlaceSource(PlaceService.PlaceServiceClient entity) : IPlaceSource
{
    private const int PageSize = 1_000;

    public async Task<Shape?> ShapeAsync(string gazetteerId, CancellationToken cancellationToken)
    {
        try
        {
            var area = await entity.GetPlaceAreaAsync(new() { GazetteerId = gazetteerId }, cancellationToken: cancellationToken);
            return new() { Polygon = new() { Parts = { area.Parts } } };
        }
        catch (RpcException missing) when (missing.StatusCode == StatusCode.NotFound)
        {
            return null;
        }
    }

    public async Task<IReadOnlyList<Settlement>> SettlementsAsync(GeoBox box, CancellationToken cancellationToken)
    {
        var request = new ListSettlementsRequest { South = box.South, West = box.West, North = box.North, East = box.East, PageSize = PageSize };
        var all = new List<Settlement>();
        do
        {
            var page = await entity.ListSettlementsAsync(request, cancellationToken: cancellationToken);
            all.AddRange(page.Settlements);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return all;
    }
}

/// <summary>Stands where no Entity is configured.</summary>
internal sealed class NoPlaceSource : IPlaceSource
{
    public Task<Shape?> ShapeAsync(string gazetteerId, CancellationToken cancellationToken) => throw Unavailable();

    public Task<IReadOnlyList<Settlement>> SettlementsAsync(GeoBox box, CancellationToken cancellationToken) => throw Unavailable();

    private static RpcException Unavailable() => new(new Status(StatusCode.Unavailable, "Services:Entity is not set."));
}
