namespace Truceline.Entity.Reading.Claims.Learned;

/// <summary>What the model sees of a stretch of text.</summary>
internal sealed class ClauseInput
{
    /// <summary>Hashes of what is the case, each once.</summary>
    public HashSet<ulong> Signs { get; } = [];

    /// <summary>Hashes of what the rules say of it, each once.</summary>
    public HashSet<ulong> RuleSigns { get; } = [];

    /// <summary>Hashes of words, lower case, by the place that they take.</summary>
    public List<(ClauseSlot Slot, ulong Word)> Words { get; } = [];
}

/// <summary>Places of words whose vectors the model sees; several in one place are averaged. The order is part of the model's format.</summary>
internal enum ClauseSlot : byte
{
    /// <summary>The word that carries the stretch, most often its verb.</summary>
    Head,

    /// <summary>Head of the subject.</summary>
    Subject,

    /// <summary>Heads of objects and of what hangs on prepositions.</summary>
    Objects,

    /// <summary>All words with a content.</summary>
    All,

    /// <summary>Words that report it.</summary>
    Frame,

    /// <summary>The word that governs the head.</summary>
    Governor,
}

/// <summary>Places of words.</summary>
internal static class ClauseSlots
{
    /// <summary>Number of places.</summary>
    public const int Count = 6;
}
