using System.Globalization;
using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.Zones.Versions;
using Truceline.ServiceDefaults.Events;
using Truceline.Type.V1;

namespace Truceline.GeoZone.Maps.Sources;

/// <summary>The collection <c>lines</c>: lines between parties in every version that is known now, and the roads that terms of agreements refer to.</summary>
internal sealed class LineFeatures(IVersionReader versions, IVersionMark mark, IAgreementContents agreements) : IMapSource
{
    public CollectionInfo Collection { get; } = new("lines", "Lines", "Lines of contact, demarcation, ceasefire and withdrawal in the versions known now, each for its time, and the routes that terms of agreements refer to.",
    [
        new("agreement_id", PropertyKind.Text, "The agreement; absent for a line that stands by itself."),
        new("line_id", PropertyKind.Text, "The line or route, within the agreement."),
        new("number", PropertyKind.Integer, "Number of the version, from 1; absent for a route."),
        new("name", PropertyKind.Text, "Its name."),
        new("kind", PropertyKind.Text, "Kind of line, e.g. line_of_contact; or route.", [.. EnumWords.All<V1.LineKind>(), "route"]),
        new("left_party_id", PropertyKind.Text, "The party on the left hand of one who walks the line from its first position; absent for a route."),
        new("right_party_id", PropertyKind.Text, "The party on the right hand; absent for a route."),
        new("valid_from", PropertyKind.Day, "First day on which it held, YYYY-MM-DD; absent for a route."),
        new("valid_to", PropertyKind.Day, "Day after the last on which it held, YYYY-MM-DD; absent while it holds."),
        new("illustrative", PropertyKind.Truth, "Drawn to show the idea, not surveyed."),
    ], HasVersions: true);

    public async Task<string> VersionAsync(CancellationToken cancellationToken) => ContentHash.Of(
        [(await mark.LastAsync(cancellationToken)).ToString(CultureInfo.InvariantCulture), .. (await agreements.VersionsAsync(cancellationToken)).SelectMany(v => new[] { v.Id, v.ContentHash })]);

    public async Task<IReadOnlyList<MapFeature>> ReadAsync(IReadOnlyDictionary<string, MapFeature> known, CancellationToken cancellationToken)
    {
        var before = known.Values.ToLookup(f => f.Stamp);
        var features = new List<MapFeature>();
        foreach (var version in await versions.LinesAsync(new(null, null), cancellationToken: cancellationToken))
        {
            var (content, id) = (version.Content, VersionWords.Id(version.LineId, version.Number));
            features.Add(before[id].FirstOrDefault() ?? Feature(id, id, content.Course, VersionWords.Times(version.Times),
                new PropertyList().Add("agreement_id", version.AgreementId).Add("line_id", VersionWords.Local(version.LineId, version.AgreementId))
                    .Add("number", (long)version.Number).Add("name", content.Name).Add("kind", EnumWords.Of(content.Kind))
                    .Add("left_party_id", content.LeftPartyId).Add("right_party_id", content.RightPartyId)
                    .Add("valid_from", version.Times.ValidFrom).Add("valid_to", version.Times.ValidTo).Add("illustrative", content.Illustrative)));
        }
        foreach (var agreement in await agreements.VersionsAsync(cancellationToken))
        {
            if (before.Contains(agreement.ContentHash))
                features.AddRange(before[agreement.ContentHash]);
            else if (await agreements.ReadAsync(agreement.Id, cancellationToken) is { } read)
            {
                features.AddRange(read.Agreement.Routes.Select(route => Feature($"{agreement.Id}.route.{route.Id}", read.Version.ContentHash, route.Course, null,
                    new PropertyList().Add("agreement_id", agreement.Id).Add("line_id", route.Id).Add("name", route.Name).Add("kind", "route")
                        .Add("illustrative", route.Illustrative))));
            }
        }
        return features;
    }

    private static MapFeature Feature(string id, string stamp, Line course, TimeSpanUtc? time, PropertyList properties) =>
        new(id, stamp, CourseCutter.Cut([.. course.Positions.Select(GeoPoint.From)]), time, properties.All);
}
