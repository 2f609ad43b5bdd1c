using System.Globalization;
using Truceline.Entity.Reading.Places.Resolution;
using Truceline.GeoZone.V1;
using Truceline.Type.V1;

namespace Truceline.Entity.Areas;

/// <summary>The areas of agreements that are in force on a day: their zones, lines and routes, each as the circle that holds it.</summary>
internal static class AgreementAreas
{
    private const double MetresPerDegree = 111_195;

    /// <summary>The areas.</summary>
    /// <param name="agreements">Agreements as GeoZone lists them.</param>
    /// <param name="day">The day. What is not yet valid, or no longer, is left out; routes are in force with their agreement.</param>
    public static AreasOfInterest Of(IEnumerable<Agreement> agreements, DateOnly day) =>
        new([.. agreements.Where(a => IsValid(a.SignedDate, "", day)).SelectMany(a => Of(a, day))]);

    private static IEnumerable<AreaOfInterest> Of(Agreement agreement, DateOnly day)
    {
        var lines = agreement.Lines.ToDictionary(l => l.Id, StringComparer.Ordinal);
        foreach (var line in agreement.Lines.Where(l => IsValid(l.ValidFrom, l.ValidTo, day)))
        {
            if (Around(line.Name, line.Course?.Positions ?? [], 0) is { } area)
                yield return area;
        }
        foreach (var zone in agreement.Zones.Where(z => IsValid(z.ValidFrom, z.ValidTo, day)))
        {
            var area = zone.AreaCase switch
            {
                Zone.AreaOneofCase.Polygon => Around(zone.Name, zone.Polygon.Outer?.Positions ?? [], 0),
                Zone.AreaOneofCase.Band when lines.TryGetValue(zone.Band.LineId, out var line) => Around(zone.Name, line.Course?.Positions ?? [], zone.Band.FarHighM),
                _ => null,
            };
            if (area is not null)
                yield return area;
        }
        foreach (var route in agreement.Routes)
        {
            if (Around(route.Name, route.Course?.Positions ?? [], 0) is { } area)
                yield return area;
        }
    }

    /// <summary>The circle about the middle of the box that holds some positions; null when there are none.</summary>
    private static AreaOfInterest? Around(string name, IReadOnlyCollection<Position> positions, double marginMetres)
    {
        if (positions.Count == 0)
            return null;
        var latitude = (positions.Min(p => p.Latitude) + positions.Max(p => p.Latitude)) / 2;
        var longitude = (positions.Min(p => p.Longitude) + positions.Max(p => p.Longitude)) / 2;
        var narrowing = Math.Cos(double.DegreesToRadians(latitude));
        var radius = positions.Max(p => MetresPerDegree * double.Hypot(p.Latitude - latitude, (p.Longitude - longitude) * narrowing));
        return new AreaOfInterest(name, latitude, longitude, Math.Max(1, radius + marginMetres));
    }

    /// <summary>Whether a day lies in the half-open interval of two dates; an empty or unreadable one does not bound it.</summary>
    private static bool IsValid(string from, string to, DateOnly day) =>
        !(Date(from) is { } first && day < first) && !(Date(to) is { } end && day >= end);

    private static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
