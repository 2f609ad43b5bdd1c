using Truceline.GeoZone.Zones;

namespace Truceline.GeoZone.Agreements;

/// <summary>The area of a zone over an interval of valid time.</summary>
internal sealed record ZoneEra(DayRange Days, IZoneArea Area);
