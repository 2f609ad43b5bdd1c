namespace Truceline.Entity.Reading.Claims.Grammar;

/// <summary>What a verb group says of the time and truth of its deed.</summary>
internal enum VerbMood
{
    /// <summary>It happened or happens: simple past, perfect, present, progressive.</summary>
    Asserted,

    /// <summary>It is to be: will, shall, must, "is to", "has to".</summary>
    Obligation,

    /// <summary>It would be, as reported speech puts a promise or a forecast.</summary>
    Would,

    /// <summary>It may be: could, might, may, can, should.</summary>
    Possible,

    /// <summary>An infinitive with "to", which takes its truth from what governs it.</summary>
    Infinitive,

    /// <summary>A participle that stands by a noun ("forces led by …").</summary>
    Participle,
}

/// <summary>A verb with its auxiliaries. Token indexes are those of the segmented text.</summary>
/// <param name="First">First token, auxiliaries included.</param>
/// <param name="Head">Token of the main verb.</param>
/// <param name="End">One past the last token, particle included.</param>
/// <param name="Lemma">Infinitive of the main verb, lower case.</param>
/// <param name="Particle">"back", "out" and the like after the verb; null when there is none.</param>
/// <param name="Mood">Time and truth.</param>
/// <param name="Negated">"not", "never", "no longer" within it.</param>
/// <param name="Passive">The subject suffers the deed.</param>
internal sealed record VerbGroup(int First, int Head, int End, string Lemma, string? Particle, VerbMood Mood, bool Negated, bool Passive)
{
    /// <summary>Whether it can carry a clause of its own.</summary>
    public bool IsFinite => Mood is not (VerbMood.Infinitive or VerbMood.Participle);

    /// <summary>Verb and particle, e.g. "pull back".</summary>
    public string Phrase => Particle is null ? Lemma : $"{Lemma} {Particle}";
}
