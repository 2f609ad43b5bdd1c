using Truceline.Entity.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Entity.Readings;

/// <summary>Says everything that is wrong with a wish for claims.</summary>
internal sealed class ListClaimsValidator : IRequestValidator<ListClaimsRequest>
{
    public string Reason => "LIST_INVALID";

    public void Check(ListClaimsRequest request, FieldViolations violations)
    {
        PageRequest.Read(request.PageSize, request.PageToken, keys: 1, violations);
        violations.AddIf(!System.Enum.IsDefined(request.Kind), "kind", "It must be a kind of claim.", "UNKNOWN_VALUE");
        violations.AddIf(!System.Enum.IsDefined(request.Mode), "mode", "It must be a mode of assertion.", "UNKNOWN_VALUE");
        violations.AddIf(!System.Enum.IsDefined(request.Review), "review", "It must be a state of review.", "UNKNOWN_VALUE");
        violations.AddIf(request.Class.Length > 80, "class", "It must have at most 80 characters.", "TOO_LONG");
    }
}
