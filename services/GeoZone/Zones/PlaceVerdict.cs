using Truceline.GeoZone.Geodesy;
using Truceline.Type.V1;

namespace Truceline.GeoZone.Zones;

/// <summary>How a place that a report names lies with respect to an area.</summary>
/// <param name="Position">Over all places that the name may mean.</param>
/// <param name="Place">The likeliest of those that <paramref name="Position"/> speaks of.</param>
/// <param name="Distance">From that place's point.</param>
internal sealed record PlaceFinding(ZonePosition Position, PlaceCandidate Place, AreaDistance Distance);

/// <summary>Judges the candidates of a toponym.</summary>
internal static class PlaceVerdict
{
    /// <summary>Candidates with a lower score are left out unless none has a higher one.</summary>
    public const double NegligibleScore = 0.1;

    // What happened "in the province" happened somewhere in it.
    private static readonly HashSet<string> Areas = new(StringComparer.OrdinalIgnoreCase)
    {
        "country", "region", "macroregion", "province", "governorate", "state", "county", "district", "subdistrict", "sea", "continent",
    };

    /// <summary>
    /// Inside when every candidate is, outside when every candidate is, else possible; a place given as a whole country, province or
    /// district is possible at best. Null when there are no candidates, or no area could be drawn.
    /// </summary>
    public static PlaceFinding? Judge(IZoneArea? area, IReadOnlyList<PlaceCandidate> candidates)
    {
        var placed = candidates.Where(c => c.Position is { } at && Math.Abs(at.Latitude) <= 90 && Math.Abs(at.Longitude) <= 180).ToList();
        var likely = placed.FindAll(c => c.Score >= NegligibleScore);
        if (likely.Count == 0)
            likely = [.. placed.Take(1)];
        if (likely.Count == 0 || area is null)
            return null;
        var findings = likely.OrderByDescending(c => c.Score).ThenBy(c => c.GazetteerId, StringComparer.Ordinal).Select(c => JudgeOne(area, c)).ToList();
        var first = findings.Find(f => f.Position != ZonePosition.Outside) ?? findings[0];
        return findings.TrueForAll(f => f.Position == first.Position) ? first : first with { Position = ZonePosition.Possible };
    }

    private static PlaceFinding JudgeOne(IZoneArea area, PlaceCandidate candidate)
    {
        var (position, distance) = ZoneVerdict.Judge(area, GeoPoint.From(candidate.Position), Math.Max(0, candidate.RadiusM));
        if (position == ZonePosition.Inside && Areas.Contains(candidate.Kind))
            position = ZonePosition.Possible;
        return new(position, candidate, distance);
    }
}
