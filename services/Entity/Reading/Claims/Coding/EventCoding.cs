namespace Truceline.Entity.Reading.Claims.Coding;

/// <summary>How a claim reads in the field's two common vocabularies of events.</summary>
/// <param name="PloverType">Type of PLOVER's code book of 2021, e.g. "ASSAULT"; null when it codes none.</param>
/// <param name="PloverMode">Its mode, e.g. "aerial"; null when there is none.</param>
/// <param name="PloverContext">Its context, e.g. "refugees"; null when no word tells it.</param>
/// <param name="AcledType">ACLED's event type; null when it codes none.</param>
/// <param name="AcledSubType">ACLED's sub-event type; null when it codes none.</param>
internal sealed record EventCoding(string? PloverType, string? PloverMode, string? PloverContext, string? AcledType, string? AcledSubType);
