namespace Truceline.Entity.Reading.Claims.Coding;

/// <summary>A verb with its auxiliaries, by indexes of a clause's words.</summary>
internal sealed class Predicate
{
    /// <summary>First word, auxiliaries included.</summary>
    public required int First { get; init; }

    /// <summary>The verb itself; of "is willing" the auxiliary.</summary>
    public required int Head { get; init; }

    /// <summary>Infinitive.</summary>
    public required string Lemma { get; init; }

    /// <summary>It carries a clause: it is neither infinitive nor participle.</summary>
    public required bool IsFinite { get; init; }

    /// <summary>The subject suffers it.</summary>
    public bool IsPassive { get; init; }

    /// <summary>"not", "never" within it.</summary>
    public bool IsNegated { get; init; }

    /// <summary>The modal verb in lower case; null when there is none.</summary>
    public string? Modal { get; init; }

    /// <summary>It stands with "to" before it.</summary>
    public bool IsInfinitive { get; init; }

    /// <summary>A relative clause or a clause of time or condition, not what the sentence says itself.</summary>
    public bool IsSide { get; init; }

    /// <summary>The word that opens its clause: "that", "if", "who"; null when there is none.</summary>
    public string? Link { get; init; }

    /// <summary>First word of its clause, where the subject may begin.</summary>
    public int ClauseStart { get; init; }
}
