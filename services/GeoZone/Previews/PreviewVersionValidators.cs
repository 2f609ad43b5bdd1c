using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones.Versions;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.GeoZone.Previews;

/// <summary>Says everything that can be seen to be wrong with a version of a line that nobody has said yet.</summary>
internal sealed class PreviewLineVersionValidator : IRequestValidator<PreviewLineVersionRequest>
{
    public string Reason => "LINE_INVALID";

    public void Check(PreviewLineVersionRequest request, FieldViolations violations)
    {
        VersionChecks.KeptId(violations, "line_id", request.LineId);
        VersionChecks.Line(violations, request.Content);
        VersionChecks.Validity(violations, request.ValidFrom, request.ValidTo);
        PreviewChangeValidator.Questions(violations, request.Questions);
    }
}

/// <summary>Says everything that can be seen to be wrong with a version of a zone that nobody has said yet.</summary>
internal sealed class PreviewZoneVersionValidator : IRequestValidator<PreviewZoneVersionRequest>
{
    public string Reason => "ZONE_INVALID";

    public void Check(PreviewZoneVersionRequest request, FieldViolations violations)
    {
        VersionChecks.KeptId(violations, "zone_id", request.ZoneId);
        VersionChecks.Zone(violations, request.Content);
        VersionChecks.Validity(violations, request.ValidFrom, request.ValidTo);
        PreviewChangeValidator.Questions(violations, request.Questions);
    }
}
