namespace Truceline.Entity.Reading.Claims.Coding;

/// <summary>What a clause tells, before its participants are read.</summary>
/// <param name="Type">Type.</param>
/// <param name="Mode">Mode; null when it has none.</param>
/// <param name="Acled">Usual ACLED sub-event type; null when there is none.</param>
/// <param name="Main">The predicate of whose subject it is told.</param>
/// <param name="Told">The predicate that tells it.</param>
/// <param name="Confidence">Share of belief, in (0, 1].</param>
internal sealed record TypeReading(PloverType Type, string? Mode, string? Acled, Predicate Main, Predicate Told, double Confidence)
{
    /// <summary>The demand is made on the subject of what is told ("said that Y must …").</summary>
    public bool OnInnerSubject { get; init; }

    /// <summary>Who says it stands at the end ("…, the minister said").</summary>
    public bool IsTrailing { get; init; }
}
