namespace Truceline.Entity.Reading.Claims.Coding;

/// <summary>What becomes of an event that is promised, refused, ended or allowed. Pure.</summary>
internal static class EventComposition
{
    /// <summary>The type and mode of an event under a verb that changes it.</summary>
    /// <param name="sense">What the verb does.</param>
    /// <param name="type">The event that it governs; null when none was recognised.</param>
    /// <param name="mode">Its mode.</param>
    /// <returns>The type; null when the verb alone tells nothing.</returns>
    public static (PloverType Type, string? Mode)? Of(EventSense sense, PloverType? type, string? mode) => (sense, type) switch
    {
        (EventSense.Refuse, _) => (PloverType.Reject, RefusedMode(type)),
        (EventSense.Commit, null) => (PloverType.Agree, null),
        (EventSense.Commit, PloverType.Demand) => (PloverType.Demand, null),
        (EventSense.Commit, { } t) when t.IsFriendly() => (PloverType.Agree, null),
        (EventSense.Commit, { } t) => (PloverType.Threaten, ThreatMode(t, mode)),
        (EventSense.Cease, PloverType.Agree or PloverType.Reject) => (PloverType.Reject, null),
        (EventSense.Cease, PloverType.Coerce) => (PloverType.Concede, null),
        (EventSense.Cease, PloverType.Sanction or PloverType.Protest) => (PloverType.Retreat, "access"),
        (EventSense.Cease, PloverType.Fight or PloverType.Assault or PloverType.Threaten or PloverType.Mobilize) => (PloverType.Retreat, "ceasefire"),
        (EventSense.Cease, { }) => (PloverType.Sanction, "discontinue"),
        (EventSense.Ease, PloverType.Sanction or PloverType.Fight) => (PloverType.Retreat, "access"),
        (EventSense.Ease, _) => (PloverType.Concede, null),
        (EventSense.Allow, PloverType.Protest or PloverType.Concede) => (PloverType.Concede, null),
        (EventSense.Allow, _) => (PloverType.Retreat, "access"),
        (EventSense.Light or EventSense.Try or EventSense.Report, { } t) => (t, mode),
        _ => null,
    };

    /// <summary>What a "will not" makes of an event; null when it tells nothing.</summary>
    public static (PloverType Type, string? Mode)? Negated(PloverType type) =>
        type.IsFriendly() || type is PloverType.Demand ? (PloverType.Reject, RefusedMode(type)) : null;

    private static string? RefusedMode(PloverType? type) => type switch
    {
        PloverType.Aid or PloverType.Cooperate or PloverType.Support => "assist",
        PloverType.Concede => "change",
        PloverType.Retreat => "yield",
        PloverType.Consult => "meet",
        _ => null,
    };

    private static string? ThreatMode(PloverType type, string? mode) => type switch
    {
        PloverType.Fight or PloverType.Assault => "violence",
        PloverType.Coerce => mode is "ban" or "arrest" or "restrict" ? mode : "restrict",
        PloverType.Sanction => mode ?? "relations",
        PloverType.Mobilize => "violence",
        _ => null,
    };
}
