using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones;
using Truceline.GeoZone.Zones.Live;
using Truceline.Type.V1;

namespace Truceline.GeoZone.Maps.Sources;

/// <summary>The collection <c>lines</c>: lines between parties, and the roads that terms refer to.</summary>
internal sealed class LineFeatures(IAgreementContents agreements) : AgreementFeatures(agreements, Info)
{
    private static readonly CollectionInfo Info = new("lines", "Lines", "Lines of contact, demarcation, ceasefire and withdrawal of agreements, and the routes that their terms refer to.",
    [
        new("agreement_id", PropertyKind.Text, "The agreement."),
        new("agreement_title", PropertyKind.Text, "Its title."),
        new("line_id", PropertyKind.Text, "The line or route, within the agreement."),
        new("name", PropertyKind.Text, "Its name."),
        new("kind", PropertyKind.Text, "Kind of line, e.g. line_of_contact; or route."),
        new("left_party_id", PropertyKind.Text, "The party on the left hand of one who walks the line from its first position; absent for a route."),
        new("right_party_id", PropertyKind.Text, "The party on the right hand; absent for a route."),
        new("valid_from", PropertyKind.Text, "First day on which it held, YYYY-MM-DD; absent for a route."),
        new("valid_to", PropertyKind.Text, "Day after the last on which it held, YYYY-MM-DD; absent while it holds."),
        new("illustrative", PropertyKind.Truth, "Drawn to show the idea, not surveyed."),
    ]);

    protected override IEnumerable<MapFeature> Of(Agreement agreement, string stamp) =>
        agreement.Lines.Select(line => Feature($"{agreement.Id}.{line.Id}", stamp, line.Course, TimeSpanUtc.Of(DayRange.Validity(line.ValidFrom, line.ValidTo)),
            Properties(agreement, line.Id, line.Name, EnumWords.Of(line.Kind)).Add("left_party_id", line.LeftPartyId).Add("right_party_id", line.RightPartyId)
                .Add("valid_from", line.ValidFrom).Add("valid_to", line.ValidTo).Add("illustrative", line.Illustrative)))
        .Concat(agreement.Routes.Select(route => Feature($"{agreement.Id}.route.{route.Id}", stamp, route.Course, null,
            Properties(agreement, route.Id, route.Name, "route").Add("illustrative", route.Illustrative))));

    private static PropertyList Properties(Agreement agreement, string id, string name, string? kind) => new PropertyList()
        .Add("agreement_id", agreement.Id).Add("agreement_title", agreement.Title).Add("line_id", id).Add("name", name).Add("kind", kind);

    private static MapFeature Feature(string id, string stamp, Line course, TimeSpanUtc? time, PropertyList properties) =>
        new(id, stamp, CourseCutter.Cut([.. course.Positions.Select(GeoPoint.From)]), time, properties.All);
}
