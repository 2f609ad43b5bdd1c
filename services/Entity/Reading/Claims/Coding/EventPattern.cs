namespace Truceline.Entity.Reading.Claims.Coding;

/// <summary>What a pattern says: a type of its own, or a change of what it governs.</summary>
internal enum EventSense
{
    /// <summary>It tells an event of <see cref="EventPattern.Type"/>.</summary>
    Type,

    /// <summary>It promises or plans what it governs.</summary>
    Commit,

    /// <summary>It refuses what it governs.</summary>
    Refuse,

    /// <summary>It ends what it governs.</summary>
    Cease,

    /// <summary>It lifts what it governs.</summary>
    Ease,

    /// <summary>It lets happen what it governs.</summary>
    Allow,

    /// <summary>It tells what its object tells ("launched an attack").</summary>
    Light,

    /// <summary>It tries what it governs.</summary>
    Try,

    /// <summary>It reports what it governs.</summary>
    Report,

    /// <summary>A verb that tells no event by itself.</summary>
    None,
}

/// <summary>A line of the lexicon of events.</summary>
/// <param name="Words">What must follow the head, in order: lemmas, or "@group".</param>
/// <param name="Sense">What it says.</param>
/// <param name="Type">The type; meaningful when the sense is a type.</param>
/// <param name="Mode">The mode; null when it has none.</param>
/// <param name="Acled">The usual ACLED sub-event type; null when there is none.</param>
internal sealed record EventPattern(string[] Words, EventSense Sense, PloverType Type, string? Mode, string? Acled);
