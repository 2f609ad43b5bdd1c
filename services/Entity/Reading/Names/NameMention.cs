using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Reading.Names;

/// <summary>A stretch of text that a source takes for a name.</summary>
/// <param name="First">Index of its first atom.</param>
/// <param name="Last">Index of its last atom.</param>
/// <param name="Type">Kind of thing.</param>
/// <param name="Name">Canonical name where the source knows it, else as the text has it.</param>
internal sealed record NameMention(int First, int Last, EntityType Type, string Name)
{
    /// <summary>Mentions with one key are one thing; null to key by the name.</summary>
    public string? Key { get; init; }

    /// <summary>Finer kind.</summary>
    public string? Kind { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code of the state that it belongs to.</summary>
    public string? Country { get; init; }

    /// <summary>Office of a person.</summary>
    public string? Role { get; init; }

    /// <summary>A place that stands for its government.</summary>
    public bool Metonym { get; init; }

    /// <summary>Kind of place that the words around it ask for ("… province"); null when they do not.</summary>
    public PlaceKind? Wanted { get; init; }

    /// <summary>Name of the place that the text says it lies in ("Illinois" in "Springfield, Illinois"); null when it says none.</summary>
    public string? Within { get; init; }

    /// <summary>Whether it is said to be a part of what it lies in ("Aleppo's Ashrafieh district").</summary>
    public bool IsPart { get; init; }

    /// <summary>Name to look up in the gazetteer; null for what is no place.</summary>
    public string? Toponym { get; init; }

    /// <summary>A place that is named within the name ("Turkey" in "Turkey's military"); null when there is none.</summary>
    public NameMention? Inner { get; init; }

    /// <summary>Who proposes it.</summary>
    public MentionSource Source { get; init; } = MentionSource.Pattern;

    /// <summary>How much the source is to be believed, (0, 1].</summary>
    public double Score { get; init; } = 0.7;

    /// <summary>Id in the knowledge base; null when it is not in it.</summary>
    public string? KnowledgeId { get; init; }

    /// <summary>How it names the thing.</summary>
    public MentionKind How { get; init; }

    /// <summary>Whether the two share an atom.</summary>
    public bool Overlaps(NameMention other) => First <= other.Last && other.First <= Last;
}
