using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.GeoZone.Zones.Versions;

/// <summary>Says everything that is wrong with a line that is to be kept.</summary>
internal sealed class CreateLineValidator : IRequestValidator<CreateLineRequest>
{
    public string Reason => "LINE_INVALID";

    public void Check(CreateLineRequest request, FieldViolations violations)
    {
        new FieldChecks(violations).Id("line_id", request.LineId);
        VersionChecks.Line(violations, request.Content);
        VersionChecks.Validity(violations, request.ValidFrom, request.ValidTo);
    }
}

/// <summary>Says everything that is wrong with a further version of a line.</summary>
internal sealed class AddLineVersionValidator : IRequestValidator<AddLineVersionRequest>
{
    public string Reason => "LINE_INVALID";

    public void Check(AddLineVersionRequest request, FieldViolations violations)
    {
        VersionChecks.KeptId(violations, "line_id", request.LineId);
        VersionChecks.Line(violations, request.Content);
        VersionChecks.Validity(violations, request.ValidFrom, request.ValidTo);
    }
}

/// <summary>Says everything that is wrong with a correction of a line; which days it has is known only with its version.</summary>
internal sealed class CorrectLineVersionValidator : IRequestValidator<CorrectLineVersionRequest>
{
    public string Reason => "LINE_INVALID";

    public void Check(CorrectLineVersionRequest request, FieldViolations violations)
    {
        VersionChecks.KeptId(violations, "line_id", request.LineId);
        violations.AddIf(request.Number < 1, "number", "It is required: the number of a version, from 1.", "REQUIRED");
        VersionChecks.Line(violations, request.Content);
        VersionChecks.Days(violations, request.ValidFrom, request.ValidTo);
    }
}

/// <summary>Says everything that is wrong with the end of a line.</summary>
internal sealed class EndLineValidator : IRequestValidator<EndLineRequest>
{
    public string Reason => "LINE_INVALID";

    public void Check(EndLineRequest request, FieldViolations violations)
    {
        VersionChecks.KeptId(violations, "line_id", request.LineId);
        new FieldChecks(violations).Day("valid_to", request.ValidTo);
    }
}
