using Truceline.Entity.Reading.Claims.Coding;

namespace Truceline.Entity.Readings;

/// <summary>Codings of claims as protos. Pure.</summary>
internal static class EventCodings
{
    /// <summary>The coding; null when there is none.</summary>
    internal static V1.EventCoding? Of(EventCoding? coding) => coding is null ? null : new V1.EventCoding
    {
        PloverType = coding.PloverType ?? "",
        PloverMode = coding.PloverMode ?? "",
        PloverContext = coding.PloverContext ?? "",
        AcledType = coding.AcledType ?? "",
        AcledSubType = coding.AcledSubType ?? "",
    };
}
