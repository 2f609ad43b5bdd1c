using System.Globalization;
using NetTopologySuite.Geometries;
using Truceline.GeoZone.Shapes;
using Truceline.GeoZone.Shapes.Drawing;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones.Versions;

namespace Truceline.GeoZone.Maps.Sources;

/// <summary>
/// The collection <c>zones</c>: every version that is known now. One whose widths are an interval gives two features that do not overlap: where it lies for
/// certain, and where it may lie beyond that. So the feature that holds a point says whether the point is inside or possibly inside.
/// </summary>
internal sealed partial class ZoneFeatures(IVersionReader versions, IVersionMark mark, ILogger<ZoneFeatures> logger) : IMapSource
{
    public CollectionInfo Collection { get; } = new("zones", "Zones", "Zones in the versions known now, each for its time, drawn on the WGS 84 ellipsoid; one feature where a zone lies for certain, another where it may lie.",
    [
        new("agreement_id", PropertyKind.Text, "The agreement that the zone is part of; absent for one that stands by itself."),
        new("zone_id", PropertyKind.Text, "The zone, within the agreement."),
        new("number", PropertyKind.Integer, "Number of the version, from 1."),
        new("name", PropertyKind.Text, "The zone's name."),
        new("kind", PropertyKind.Text, "Kind of zone, e.g. demilitarised_zone.", EnumWords.All<ZoneKind>()),
        new("extent", PropertyKind.Text, "certain: the zone lies here; possible: it may lie here, for its widths are an interval.", ["certain", "possible"]),
        new("line_id", PropertyKind.Text, "The line that the zone is a band along; absent for others."),
        new("near_m", PropertyKind.Number, "Distance from the line at which the band begins, in metres."),
        new("far_low_m", PropertyKind.Number, "Distance up to which it reaches for certain, in metres."),
        new("far_high_m", PropertyKind.Number, "Distance beyond which nothing belongs to it, in metres."),
        new("valid_from", PropertyKind.Day, "First day on which it is valid, YYYY-MM-DD."),
        new("valid_to", PropertyKind.Day, "Day after the last on which it is valid, YYYY-MM-DD; absent while it is valid."),
        new("illustrative", PropertyKind.Truth, "Drawn to show the idea, not surveyed."),
    ], HasVersions: true);

    public async Task<string> VersionAsync(CancellationToken cancellationToken) => (await mark.LastAsync(cancellationToken)).ToString(CultureInfo.InvariantCulture);

    public async Task<IReadOnlyList<MapFeature>> ReadAsync(IReadOnlyDictionary<string, MapFeature> known, CancellationToken cancellationToken)
    {
        var before = known.Values.ToLookup(f => f.Stamp);
        var features = new List<MapFeature>();
        foreach (var version in await versions.ZonesAsync(new(null, null), cancellationToken: cancellationToken))
        {
            var id = VersionWords.Id(version.ZoneId, version.Number);
            features.AddRange(before.Contains(id) ? before[id] : Of(id, version));
            cancellationToken.ThrowIfCancellationRequested();
        }
        return features;
    }

    private List<MapFeature> Of(string id, ZoneVersion version)
    {
        if (version.DrawnFrom is null)
            return [Feature(id, id, null, version, "certain")];
        try
        {
            var drawn = ZoneDrawer.Draw(ShapeMapper.FromProto(version.DrawnFrom));
            List<MapFeature> features = [Feature(id, id, drawn.Inside, version, "certain")];
            if (!ReferenceEquals(drawn.Inside, drawn.Possible) && ZoneDifference.OnlyPossible(drawn) is { IsEmpty: false } rest)
                features.Add(Feature(id + ".possible", id, rest, version, "possible"));
            return features;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // One bad zone must not keep the others from the map.
            LogNotDrawn(id, exception);
            return [Feature(id, id, null, version, "certain")];
        }
    }

    private static MapFeature Feature(string id, string stamp, MultiPolygon? area, ZoneVersion version, string extent)
    {
        var content = version.Content;
        var properties = new PropertyList().Add("agreement_id", version.AgreementId).Add("zone_id", VersionWords.Local(version.ZoneId, version.AgreementId))
            .Add("number", (long)version.Number).Add("name", content.Name).Add("kind", EnumWords.Of(content.Kind)).Add("extent", extent);
        if (content.Shape?.AgreedBand is { } band)
        {
            properties.Add("line_id", VersionWords.Local(band.LineId, version.AgreementId));
            // Where each side has distances of its own there are none of the whole.
            if (band.Sides.Count == 0)
                properties.Add("near_m", band.NearM).Add("far_low_m", band.FarLowM).Add("far_high_m", band.FarHighM);
        }
        properties.Add("valid_from", version.Times.ValidFrom).Add("valid_to", version.Times.ValidTo).Add("illustrative", content.Illustrative);
        Geometry? geometry = area is null or { IsEmpty: true } ? null : area.NumGeometries == 1 ? area[0] : area;
        return new(id, stamp, geometry, VersionWords.Times(version.Times), properties.All);
    }

    [LoggerMessage(EventId = 1, EventName = "map_zone_not_drawn", Level = LogLevel.Error, Message = "Zone {Zone} could not be drawn; maps show it without a place")]
    private partial void LogNotDrawn(string zone, Exception exception);
}
