using System.Globalization;
using NetTopologySuite.Geometries;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones;
using Truceline.Type.V1;

namespace Truceline.GeoZone.Maps.Sources;

/// <summary>The collection <c>incidents</c>: points with the radius within which they lie.</summary>
internal sealed class IncidentFeatures(IIncidentHeads incidents) : IMapSource
{
    private const int AtOnce = 500;

    public CollectionInfo Collection { get; } = new("incidents", "Incidents", "Reported breaches of the rules of zones, each at the point of its place, with the radius within which it lies. Who did it and whether it happened are two questions.",
    [
        new("agreement_id", PropertyKind.Text, "The agreement."),
        new("zone_id", PropertyKind.Text, "The zone, within the agreement."),
        new("zone_name", PropertyKind.Text, "The zone's name."),
        new("kind", PropertyKind.Text, "Kind of incident, e.g. ceasefire_violation.", EnumWords.All<IncidentKind>()),
        new("class", PropertyKind.Text, "Class of the claims, e.g. assault_aerial."),
        new("status", PropertyKind.Text, "standing; cancelled when nothing that it rested on counts any more.", ["standing", "cancelled"]),
        new("place", PropertyKind.Text, "Name of the place."),
        new("radius_m", PropertyKind.Number, "Radius around the point within which it lies, in metres."),
        new("position", PropertyKind.Text, "inside or possible: where it lies with respect to the zone.", EnumWords.All<ZonePosition>()),
        new("distance_m", PropertyKind.Number, "Distance from the point to the edge of the zone's certain part, in metres; negative inside."),
        new("compliance", PropertyKind.Text, "violated or possibly_violated.", EnumWords.All<Compliance>()),
        new("verification", PropertyKind.Text, "unverified, corroborated, verified or disputed.", EnumWords.All<Verification>()),
        new("attribution", PropertyKind.Text, "party, disputed or not_attributable.", EnumWords.All<AttributionKind>()),
        new("party_ids", PropertyKind.Text, "Parties to whom it is attributed, separated by commas."),
        new("start_date", PropertyKind.Day, "First day on which it may have happened, YYYY-MM-DD."),
        new("end_date", PropertyKind.Day, "Last day on which it may have happened, YYYY-MM-DD."),
        new("summary", PropertyKind.Text, "One line for people."),
        new("evidence_count", PropertyKind.Integer, "How many claims it rests on, denials included."),
        new("version", PropertyKind.Integer, "Counts up from 1 with every change."),
        new("opened_time", PropertyKind.Instant, "When it became known, UTC."),
        new("updated_time", PropertyKind.Instant, "When it last changed, UTC."),
    ]);

    public Task<string> VersionAsync(CancellationToken cancellationToken) => incidents.VersionAsync(cancellationToken);

    public async Task<IReadOnlyList<MapFeature>> ReadAsync(IReadOnlyDictionary<string, MapFeature> known, CancellationToken cancellationToken)
    {
        var (features, changed) = (new List<MapFeature>(), new List<string>());
        foreach (var head in await incidents.AllAsync(cancellationToken))
        {
            if (known.TryGetValue(IdOf(head.Id), out var feature) && feature.Stamp == Stamp(head.Version, head.Length))
                features.Add(feature);
            else
                changed.Add(head.Id);
        }
        foreach (var ids in changed.Chunk(AtOnce))
            features.AddRange((await incidents.FindAsync(ids, cancellationToken)).Select(Feature));
        return features;
    }

    /// <summary>"sha256:…" without what a path would have to escape.</summary>
    private static string IdOf(string incidentId) => incidentId[(incidentId.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private static string Stamp(int version, int length) => FormattableString.Invariant($"{version}/{length}");

    private static MapFeature Feature(Incident incident)
    {
        var properties = new PropertyList().Add("agreement_id", incident.AgreementId).Add("zone_id", incident.Finding.ZoneId).Add("zone_name", incident.Finding.ZoneName)
            .Add("kind", EnumWords.Of(incident.Kind)).Add("class", incident.Class).Add("status", incident.CancelledTime is null ? "standing" : "cancelled")
            .Add("place", incident.Place?.Name).Add("radius_m", incident.Place?.RadiusM ?? double.NaN)
            .Add("position", EnumWords.Of(incident.Finding.Position)).Add("distance_m", incident.Finding.DistanceM)
            .Add("compliance", EnumWords.Of(incident.Verdict.Compliance)).Add("verification", EnumWords.Of(incident.Verdict.Verification));
        if (incident.Verdict.Attribution is { } attribution)
            properties.Add("attribution", EnumWords.Of(attribution.Kind)).Add("party_ids", string.Join(',', attribution.PartyIds));
        properties.Add("start_date", incident.Date?.StartDate).Add("end_date", incident.Date?.EndDate).Add("summary", incident.Summary)
            .Add("evidence_count", (long)incident.Evidence.Count).Add("version", (long)incident.Version)
            .Add("opened_time", Text(incident.OpenedTime)).Add("updated_time", Text(incident.UpdatedTime));
        var at = incident.Place?.Position;
        return new(
            IdOf(incident.Id), Stamp(incident.Version, incident.CalculateSize()),
            at is null ? null : GeometryFactory.Default.CreatePoint(new Coordinate(at.Longitude, at.Latitude)),
            DayRange.Of(incident.Date) is { } days ? TimeSpanUtc.Of(days) : null, properties.All);
    }

    private static string? Text(Google.Protobuf.WellKnownTypes.Timestamp? time) =>
        time?.ToDateTimeOffset().ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);
}
