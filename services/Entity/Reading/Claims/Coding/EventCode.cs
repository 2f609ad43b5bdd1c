namespace Truceline.Entity.Reading.Claims.Coding;

/// <summary>What sort of event a clause tells, and between whom.</summary>
/// <param name="Type">PLOVER's type.</param>
/// <param name="Mode">PLOVER's mode of the type, e.g. "curfew"; null when it has none or the text does not tell.</param>
/// <param name="Context">PLOVER's context, e.g. "refugees"; null when no word tells it.</param>
/// <param name="Acled">ACLED's type and sub-type; null for what ACLED does not code.</param>
/// <param name="Source">Who did it, said it or promised it; null when the clause does not tell.</param>
/// <param name="Target">To whom; null when the clause does not tell.</param>
/// <param name="Confidence">Share of belief that the type is right, in (0, 1].</param>
internal sealed record EventCode(
    PloverType Type, string? Mode, string? Context, AcledCode? Acled, TextSpan? Source, TextSpan? Target, double Confidence);

/// <summary>An event in ACLED's words.</summary>
/// <param name="Type">Event type, e.g. "Explosions/Remote violence".</param>
/// <param name="SubType">Sub-event type, e.g. "Air/drone strike".</param>
internal sealed record AcledCode(string Type, string SubType);
