using Truceline.Entity.V1;
using Truceline.Type.V1;

namespace Truceline.Entity.Entities;

/// <summary>What one report says of one thing: the evidence that identity rests on. Immutable.</summary>
/// <param name="ReportId">The report.</param>
/// <param name="LocalId">Id of the thing in the reading of the report.</param>
/// <param name="Key">What it is known by.</param>
internal sealed record Appearance(string ReportId, string LocalId, EntityKey Key)
{
    /// <summary>First version of the report; the report itself when there is no other.</summary>
    public required string ChainId { get; init; }

    /// <summary>When the report was published, as far as known, otherwise received, UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Name that the reading gives it.</summary>
    public string Name { get; init; } = "";

    /// <summary>ISO 3166-1 alpha-2; empty when the report does not tell.</summary>
    public string Country { get; init; } = "";

    /// <summary>Finer kind; empty when not known.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Office; empty when none is given.</summary>
    public string Role { get; init; } = "";

    /// <summary>Id in the knowledge base; empty for what it does not hold. Not stored with it.</summary>
    public string KnowledgeId { get; init; } = "";

    /// <summary>Where it may lie; not stored with it.</summary>
    public IReadOnlyList<PlaceCandidate> Places { get; init; } = [];

    /// <summary>Its mentions, in order.</summary>
    public IReadOnlyList<Mention> Mentions { get; init; } = [];

    /// <summary>A mark for each mention (<see cref="MentionMarks"/>), by which it is found again in a later version of the report.</summary>
    public IReadOnlyList<ulong> Marks { get; init; } = [];

    /// <summary>Known entities that the report names, as hashes (<see cref="ReportContext"/>); empty for what is known by itself.</summary>
    public IReadOnlyList<ulong> Context { get; init; } = [];

    /// <summary>Id that evidence gives it; empty before it is decided.</summary>
    public string BaseId { get; init; } = "";

    /// <summary>Which rule gave <see cref="BaseId"/>.</summary>
    public string Rule { get; init; } = "";

    /// <summary>Id after corrections; empty before it is decided.</summary>
    public string EntityId { get; init; } = "";

    /// <summary>Whether a mention carries a name; "the group" and "the minister" carry none.</summary>
    internal static bool IsName(Mention mention) => mention.Kind is not (MentionKind.Nominal or MentionKind.Title);

    /// <summary>Distinct names that its mentions carry, folded.</summary>
    public IEnumerable<string> NameKeys => Mentions.Where(IsName).Select(m => EntityKeys.Fold(m.Text)).Distinct(StringComparer.Ordinal);
}
