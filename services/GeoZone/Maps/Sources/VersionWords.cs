using System.Globalization;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones;
using Truceline.GeoZone.Zones.Versions;

namespace Truceline.GeoZone.Maps.Sources;

/// <summary>What features of versions have in common.</summary>
internal static class VersionWords
{
    /// <summary>Names a version for good; it never comes to say something else.</summary>
    public static string Id(string keptId, int number) => string.Create(CultureInfo.InvariantCulture, $"{keptId}@{number}");

    /// <summary>The id within the agreement; the whole id of what stands by itself.</summary>
    public static string Local(string keptId, string agreementId) => agreementId.Length > 0 ? KeptKey.Local(keptId) : keptId;

    public static TimeSpanUtc Times(VersionTimes times) => TimeSpanUtc.Of(DayRange.Validity(times.ValidFrom, times.ValidTo));
}
