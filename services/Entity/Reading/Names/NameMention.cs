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

    /// <summary>Name to look up in the gazetteer; null for what is no place.</summary>
    public string? Toponym { get; init; }

    /// <summary>A place that is named within the name ("Turkey" in "Turkey's military"); null when there is none.</summary>
    public NameMention? Inner { get; init; }

    /// <summary>Whether the two share an atom.</summary>
    public bool Overlaps(NameMention other) => First <= other.Last && other.First <= Last;
}

/// <summary>What sources may look at: the text, and the mentions that sources before them have found.</summary>
internal sealed class MentionContext(AtomRow atoms, ReportHeader header)
{
    private readonly List<NameMention> _found = [];

    public AtomRow Atoms { get; } = atoms;

    public ReportHeader Header { get; } = header;

    /// <summary>Mentions found so far; none overlap.</summary>
    public IReadOnlyList<NameMention> Found => _found;

    /// <summary>Whether an atom is part of a mention.</summary>
    public bool IsTaken(int atom) => _found.Exists(m => m.First <= atom && atom <= m.Last);

    /// <summary>The mention that holds an atom; null when none does.</summary>
    public NameMention? At(int atom) => _found.Find(m => m.First <= atom && atom <= m.Last);

    /// <summary>Adds those that overlap no mention found before, longer ones first.</summary>
    public void AddFree(IEnumerable<NameMention> mentions)
    {
        foreach (var mention in mentions.OrderByDescending(m => m.Last - m.First).ToList())
        {
            if (!_found.Exists(mention.Overlaps))
                _found.Add(mention);
        }
    }

    /// <summary>Puts one mention in the place of another.</summary>
    public void Replace(NameMention old, NameMention mention) => _found[_found.IndexOf(old)] = mention;
}

/// <summary>One way of finding names. Sources run in order; what an earlier one takes a later one cannot.</summary>
internal interface IMentionSource
{
    /// <summary>Mentions in the text. Thread-safe.</summary>
    IEnumerable<NameMention> Find(MentionContext context);
}
