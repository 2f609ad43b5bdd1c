using Truceline.GeoZone.V1;

namespace Truceline.GeoZone.Zones;

/// <summary>Tells what an import changes in an agreement's zones.</summary>
internal static class ZoneChanges
{
    /// <summary>Ids of the zones that are new, gone or changed, by themselves or by their line; in order.</summary>
    /// <param name="previous">The agreement as it was; null when it was not there.</param>
    /// <param name="now">The agreement as it is.</param>
    public static IReadOnlyList<string> Between(Agreement? previous, Agreement now)
    {
        var (before, after) = (Sources(previous), Sources(now));
        return [.. before.Keys.Union(after.Keys).Where(id => !Equals(before.GetValueOrDefault(id), after.GetValueOrDefault(id))).Order(StringComparer.Ordinal)];
    }

    private static Dictionary<string, (Zone Zone, ContactLine? Line)?> Sources(Agreement? agreement) =>
        agreement?.Zones.ToDictionary(z => z.Id, z => ((Zone, ContactLine?)?)(z, agreement.Lines.FirstOrDefault(l => l.Id == z.Band?.LineId))) ?? [];
}
