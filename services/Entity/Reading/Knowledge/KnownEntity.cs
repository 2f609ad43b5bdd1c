namespace Truceline.Entity.Reading.Knowledge;

/// <summary>A thing that the knowledge base knows: a state or its government, forces, an armed group, an organisation, an outlet, a person.</summary>
/// <param name="Id">Stable for ever: "kb:" and a slug, e.g. "kb:al-nusra-front".</param>
/// <param name="Type">Kind of thing.</param>
/// <param name="Name">Canonical name; holds no word that is in dispute.</param>
/// <param name="Kind">Finer kind, e.g. "armed group", "peacekeeping mission", "news agency".</param>
/// <param name="Country">ISO 3166-1 alpha-2 code of the state that it belongs to or works in; null when there is not one.</param>
internal sealed record KnownEntity(string Id, EntityType Type, string Name, string Kind, string? Country)
{
    /// <summary>What ids begin with.</summary>
    public const string Prefix = "kb:";

    /// <summary>All its names, the canonical one first; none twice.</summary>
    public required IReadOnlyList<KnownName> Names { get; init; }

    /// <summary>Further states (ISO 3166-1 alpha-2) whose mention makes a name that needs company mean this.</summary>
    public IReadOnlyList<string> Company { get; init; } = [];

    /// <summary>First day of its existence under this name; null when not known.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day; null when it exists or the day is not known.</summary>
    public DateOnly? To { get; init; }

    /// <summary>What it was before, by renaming, merging or splitting.</summary>
    public IReadOnlyList<Lineage> Predecessors { get; init; } = [];

    /// <summary>What became of it.</summary>
    public IReadOnlyList<Lineage> Successors { get; init; } = [];

    /// <summary>Ids of what it is, or for some time was, a part of.</summary>
    public IReadOnlyList<Membership> Parents { get; init; } = [];

    /// <summary>Offices that a person holds or held, in order of time.</summary>
    public IReadOnlyList<Tenure> Offices { get; init; } = [];
}

/// <summary>How a name relates to what bears it.</summary>
internal enum NameKind
{
    /// <summary>The canonical name.</summary>
    Main,

    /// <summary>Another name or spelling.</summary>
    Alias,

    /// <summary>A short form in capitals.</summary>
    Acronym,

    /// <summary>A name that it had before.</summary>
    Former,
}

/// <summary>A name of a known thing.</summary>
/// <param name="Text">The name.</param>
/// <param name="Kind">How it relates to the thing.</param>
/// <param name="NeedsCompany">It means other things as well, and counts only where the text speaks of this thing or of its state otherwise.</param>
internal sealed record KnownName(string Text, NameKind Kind, bool NeedsCompany);

/// <summary>How one thing came out of another.</summary>
internal enum LineageKind
{
    Renamed,
    Merged,
    Split,
    Succeeded,
}

/// <summary>A step from one thing to the next.</summary>
/// <param name="Id">Id of the other thing.</param>
/// <param name="Kind">How it came about.</param>
/// <param name="Date">When, as its first possible day; null when not known.</param>
internal sealed record Lineage(string Id, LineageKind Kind, DateOnly? Date);

/// <summary>Being part of another thing.</summary>
/// <param name="Id">Id of the whole.</param>
/// <param name="From">First day; null when not known or always.</param>
/// <param name="To">Last day; null when it lasts or is not known.</param>
internal sealed record Membership(string Id, DateOnly? From, DateOnly? To);
