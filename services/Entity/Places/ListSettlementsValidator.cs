using Truceline.Entity.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Entity.Places;

/// <summary>Says everything that is wrong with a box and its page.</summary>
internal sealed class ListSettlementsValidator : IRequestValidator<ListSettlementsRequest>
{
    public string Reason => "PLACES_INVALID";

    public void Check(ListSettlementsRequest request, FieldViolations violations)
    {
        Latitude("south", request.South);
        Latitude("north", request.North);
        Longitude("west", request.West);
        Longitude("east", request.East);
        violations.AddIf(request.North < request.South, "north", "It must not be less than south.", "OUT_OF_RANGE");
        PageRequest.Read(request.PageSize, request.PageToken, keys: 1, violations);

        void Latitude(string path, double value) => violations.AddIf(!(Math.Abs(value) <= 90), path, "It must be in the range [-90, 90] degrees.", "OUT_OF_RANGE");

        void Longitude(string path, double value) => violations.AddIf(!(Math.Abs(value) <= 180), path, "It must be in the range [-180, 180] degrees.", "OUT_OF_RANGE");
    }
}
