using Truceline.GeoZone.Shapes;
using Truceline.GeoZone.Shapes.Drawing;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones.Versions;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.GeoZone.Zones.People;

/// <summary>Says who lives in a zone that is kept.</summary>
internal sealed class PeopleCounter(VersionQueries queries, IPlaceSource places)
{
    public async Task<CountPeopleResponse> CountAsync(DeskItem item, VersionMoment moment, CancellationToken cancellationToken)
    {
        var (_, version) = await queries.OnAsync(item, moment, cancellationToken);
        if (version?.Body.DrawnFrom is not { } shape)
            throw new PreconditionFailedException("ZONE_NOT_VALID", "as_of_date", item.Key.Id, "The zone is nowhere on this day.");
        var drawn = ZoneDrawer.Draw(ShapeMapper.FromProto(shape));
        var settlements = new Dictionary<string, Entity.V1.Settlement>();
        foreach (var box in SettlementBoxes.Around(drawn.Possible))
        {
            foreach (var settlement in await places.SettlementsAsync(box, cancellationToken))
                settlements[settlement.GazetteerId] = settlement;
        }
        var counted = PeopleCount.Of(new DrawnArea(drawn), settlements.Values);
        counted.VersionNumber = version.Number;
        return counted;
    }
}
