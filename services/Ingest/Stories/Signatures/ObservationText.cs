using System.Globalization;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Stories.Signatures;

/// <summary>What a form or a row says in fields, as words: two rows are the same only when these are.</summary>
internal static class ObservationText
{
    /// <summary>The words. Fields that have no place of their own are left out: some change each time a row is exported.</summary>
    internal static string Of(Observation observation) => string.Join(
        ' ',
        [
            "type", observation.EventType, "from", observation.Start, "to", observation.End, "at", .. observation.Places,
            "by", .. observation.Actors, "seen", observation.Observer,
            Number("y", observation.Position?.Latitude), Number("x", observation.Position?.Longitude),
            Number("low", observation.HasFatalitiesLow ? observation.FatalitiesLow : null),
            Number("high", observation.HasFatalitiesHigh ? observation.FatalitiesHigh : null),
        ]);

    // A sign and a point are separators; as letters they tell -1.5 from 15.
    private static string Number(string name, double? value) => value is { } known
        ? name + " " + known.ToString("0.######", CultureInfo.InvariantCulture).Replace('-', 'm').Replace('.', 'p')
        : name;
}
