using System.Collections.Frozen;

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
internal sealed record EventPattern(PatternWord[] Words, EventSense Sense, PloverType Type, string? Mode, string? Acled);

/// <summary>A word that a pattern wants: a lemma, or any noun of a group.</summary>
internal sealed class PatternWord
{
    private static readonly FrozenSet<string> Particles =
        "up off out down back in on over away to for with against of at into upon aside through from about by together around apart".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private readonly string _word;
    private readonly FrozenSet<string>? _group;

    /// <summary>Takes a word as the lexicon writes it, and the nouns of its group when it names one.</summary>
    public PatternWord(string word, FrozenSet<string>? group)
    {
        (_word, _group) = (word, group);
        IsParticle = Particles.Contains(word);
        IsTo = word == "to";
    }

    /// <summary>It is a word, not a group.</summary>
    public bool IsLiteral => _group is null;

    /// <summary>It is a preposition or the like, which stands near its verb.</summary>
    public bool IsParticle { get; }

    /// <summary>It is "to".</summary>
    public bool IsTo { get; }

    /// <summary>Whether a word of a clause is the wanted one.</summary>
    public bool Fits(in CodedWord word) => _group is null
        ? _word == word.Noun || _word == word.Word
        : _group.Contains(word.Noun) || (!ReferenceEquals(word.Noun, word.Word) && _group.Contains(word.Word));
}
