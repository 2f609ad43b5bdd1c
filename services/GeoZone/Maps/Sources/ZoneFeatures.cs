using NetTopologySuite.Geometries;
using Truceline.GeoZone.Shapes.Drawing;
using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones;
using Truceline.GeoZone.Zones.Live;

namespace Truceline.GeoZone.Maps.Sources;

/// <summary>
/// The collection <c>zones</c>. A zone whose widths are an interval gives two features that do not overlap: where it lies for certain, and where it may lie
/// beyond that. So the feature that holds a point says whether the point is inside or possibly inside.
/// </summary>
internal sealed partial class ZoneFeatures(IAgreementContents agreements, ILogger<ZoneFeatures> logger) : AgreementFeatures(agreements, Info)
{
    private static readonly CollectionInfo Info = new("zones", "Zones", "Zones that agreements set, drawn on the WGS 84 ellipsoid; one feature where a zone lies for certain, another where it may lie.",
    [
        new("agreement_id", PropertyKind.Text, "The agreement that sets the zone."),
        new("agreement_title", PropertyKind.Text, "Its title."),
        new("zone_id", PropertyKind.Text, "The zone, within the agreement."),
        new("name", PropertyKind.Text, "The zone's name."),
        new("kind", PropertyKind.Text, "Kind of zone, e.g. demilitarised_zone."),
        new("extent", PropertyKind.Text, "certain: the zone lies here; possible: it may lie here, for its widths are an interval."),
        new("line_id", PropertyKind.Text, "The line that the zone is drawn along; absent for one drawn by itself."),
        new("near_m", PropertyKind.Number, "Distance from the line at which the zone begins, in metres."),
        new("far_low_m", PropertyKind.Number, "Distance up to which it reaches for certain, in metres."),
        new("far_high_m", PropertyKind.Number, "Distance beyond which nothing belongs to it, in metres."),
        new("valid_from", PropertyKind.Text, "First day on which it is valid, YYYY-MM-DD."),
        new("valid_to", PropertyKind.Text, "Day after the last on which it is valid, YYYY-MM-DD; absent while it is valid."),
        new("illustrative", PropertyKind.Truth, "Drawn to show the idea, not surveyed."),
    ]);

    protected override IEnumerable<MapFeature> Of(Agreement agreement, string stamp) => agreement.Zones.SelectMany(zone => Of(agreement, zone, stamp));

    private List<MapFeature> Of(Agreement agreement, Zone zone, string stamp)
    {
        var id = $"{agreement.Id}.{zone.Id}";
        try
        {
            var drawn = ZoneDrawer.Draw(ZoneDrawing.ShapeOf(zone, agreement.Lines.FirstOrDefault(l => l.Id == zone.Band?.LineId)));
            List<MapFeature> features = [Feature(id, stamp, drawn.Inside, agreement, zone, "certain")];
            if (!ReferenceEquals(drawn.Inside, drawn.Possible) && Overlay.Difference(drawn.Possible, drawn.Inside) is { IsEmpty: false } rest)
                features.Add(Feature(id + ".possible", stamp, GlobeCutter.Wound(rest), agreement, zone, "possible"));
            return features;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // One bad zone must not keep the others from the map.
            LogNotDrawn(id, exception);
            return [Feature(id, stamp, null, agreement, zone, "certain")];
        }
    }

    private static MapFeature Feature(string id, string stamp, MultiPolygon? area, Agreement agreement, Zone zone, string extent)
    {
        var properties = new PropertyList().Add("agreement_id", agreement.Id).Add("agreement_title", agreement.Title).Add("zone_id", zone.Id)
            .Add("name", zone.Name).Add("kind", EnumWords.Of(zone.Kind)).Add("extent", extent);
        if (zone.Band is { } band)
            properties.Add("line_id", band.LineId).Add("near_m", band.NearM).Add("far_low_m", band.FarLowM).Add("far_high_m", band.FarHighM);
        properties.Add("valid_from", zone.ValidFrom).Add("valid_to", zone.ValidTo).Add("illustrative", zone.Illustrative);
        Geometry? geometry = area is null or { IsEmpty: true } ? null : area.NumGeometries == 1 ? area[0] : area;
        return new(id, stamp, geometry, TimeSpanUtc.Of(DayRange.Validity(zone.ValidFrom, zone.ValidTo)), properties.All);
    }

    [LoggerMessage(EventId = 1, EventName = "map_zone_not_drawn", Level = LogLevel.Error, Message = "Zone {Zone} could not be drawn; maps show it without a place")]
    private partial void LogNotDrawn(string zone, Exception exception);
}
