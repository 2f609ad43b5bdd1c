using Truceline.Entity.V1;
using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.V1;
using Truceline.Type.V1;

namespace Truceline.GeoZone.Zones.People;

/// <summary>
/// Adds up the people of places. A place whose circle lies wholly inside counts for certain; one that may lie inside, or in part, counts at most. Where the people of one are unknown there is no upper bound. Pure.
/// </summary>
internal static class PeopleCount
{
    private const int MostPlaces = 1_000;

    /// <param name="area">The zone.</param>
    /// <param name="settlements">Places in it and around it, each once.</param>
    public static CountPeopleResponse Of(IZoneArea area, IEnumerable<Settlement> settlements)
    {
        var response = new CountPeopleResponse();
        var places = new List<InhabitedPlace>();
        foreach (var settlement in settlements)
        {
            var (position, _) = ZoneVerdict.Judge(area, GeoPoint.From(settlement.Position), settlement.RadiusM);
            if (position == ZonePosition.Outside)
                continue;
            if (settlement.Population == 0)
            {
                response.UnknownPlaces++;
                continue;
            }
            response.PeopleListed += settlement.Population;
            response.PeopleLow += position == ZonePosition.Inside ? settlement.Population : 0;
            places.Add(Place(settlement, position));
        }
        response.CountedPlaces = places.Count;
        // Of a place whose people nobody counted there may be any number.
        if (response.UnknownPlaces == 0)
            response.PeopleHigh = response.PeopleListed;
        response.Places.AddRange(places.OrderByDescending(p => p.Population).ThenBy(p => p.GazetteerId, StringComparer.Ordinal).Take(MostPlaces));
        response.Sources.AddRange(places.Select(p => p.Source).Where(s => s.Length > 0).Distinct().Order(StringComparer.Ordinal));
        return response;
    }

    private static InhabitedPlace Place(Settlement settlement, ZonePosition position) => new()
    {
        GazetteerId = settlement.GazetteerId,
        Name = settlement.Name,
        Position = settlement.Position,
        RadiusM = settlement.RadiusM,
        Population = settlement.Population,
        PositionInZone = position,
        Source = settlement.Source,
    };
}
