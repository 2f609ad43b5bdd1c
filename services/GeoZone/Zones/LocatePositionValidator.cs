using Truceline.GeoZone.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.GeoZone.Zones;

/// <summary>Says everything that is wrong with a position that is to be located.</summary>
internal sealed class LocatePositionValidator : IRequestValidator<LocatePositionRequest>
{
    private const double LargestRadiusM = 1_000_000;

    public string Reason => "POSITION_INVALID";

    public void Check(LocatePositionRequest request, FieldViolations violations)
    {
        if (request.Position is not { } position)
        {
            violations.Add("position", "It is required.", "REQUIRED");
        }
        else
        {
            violations.AddIf(!(Math.Abs(position.Latitude) <= 90), "position.latitude", "It must be in the range [-90, 90] degrees.", "OUT_OF_RANGE");
            violations.AddIf(!(Math.Abs(position.Longitude) <= 180), "position.longitude", "It must be in the range [-180, 180] degrees.", "OUT_OF_RANGE");
        }
        violations.AddIf(!(request.RadiusM is >= 0 and <= LargestRadiusM), "radius_m", "It must be in the range [0, 1000000] metres.", "OUT_OF_RANGE");
        violations.AddIf(request.AsOfDate.Length > 0 && !DayRange.TryDay(request.AsOfDate, out _),
            "as_of_date", "It must be a day of the calendar as YYYY-MM-DD.", "MALFORMED_DATE");
    }
}
