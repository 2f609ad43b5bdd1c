using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.GeoZone.Zones.Versions;

/// <summary>Says everything that is wrong with a zone that is to be kept.</summary>
internal sealed class CreateZoneValidator : IRequestValidator<CreateZoneRequest>
{
    public string Reason => "ZONE_INVALID";

    public void Check(CreateZoneRequest request, FieldViolations violations)
    {
        new FieldChecks(violations).Id("zone_id", request.ZoneId);
        VersionChecks.Zone(violations, request.Content);
        VersionChecks.Validity(violations, request.ValidFrom, request.ValidTo);
    }
}

/// <summary>Says everything that is wrong with a further version of a zone.</summary>
internal sealed class AddZoneVersionValidator : IRequestValidator<AddZoneVersionRequest>
{
    public string Reason => "ZONE_INVALID";

    public void Check(AddZoneVersionRequest request, FieldViolations violations)
    {
        VersionChecks.KeptId(violations, "zone_id", request.ZoneId);
        VersionChecks.Zone(violations, request.Content);
        VersionChecks.Validity(violations, request.ValidFrom, request.ValidTo);
    }
}

/// <summary>Says everything that is wrong with a correction of a zone; which days it has is known only with its version.</summary>
internal sealed class CorrectZoneVersionValidator : IRequestValidator<CorrectZoneVersionRequest>
{
    public string Reason => "ZONE_INVALID";

    public void Check(CorrectZoneVersionRequest request, FieldViolations violations)
    {
        VersionChecks.KeptId(violations, "zone_id", request.ZoneId);
        violations.AddIf(request.Number < 1, "number", "It is required: the number of a version, from 1.", "REQUIRED");
        VersionChecks.Zone(violations, request.Content);
        VersionChecks.Days(violations, request.ValidFrom, request.ValidTo);
    }
}

/// <summary>Says everything that is wrong with the end of a zone.</summary>
internal sealed class EndZoneValidator : IRequestValidator<EndZoneRequest>
{
    public string Reason => "ZONE_INVALID";

    public void Check(EndZoneRequest request, FieldViolations violations)
    {
        VersionChecks.KeptId(violations, "zone_id", request.ZoneId);
        new FieldChecks(violations).Day("valid_to", request.ValidTo);
    }
}
