using Truceline.Entity.V1;

namespace Truceline.Entity.Search;

/// <summary>What search knows of an entity.</summary>
/// <param name="EntityId">Its id.</param>
/// <param name="Type">Its type.</param>
/// <param name="Name">Name that it is shown under.</param>
/// <param name="Country">Its country; empty when not known.</param>
/// <param name="Kind">Its kind; empty when not known.</param>
/// <param name="Names">All its names.</param>
/// <param name="Mentions">How many mentions it has, about.</param>
internal sealed record SearchDocument(
    string EntityId, EntityType Type, string Name, string Country, string Kind, IReadOnlyList<string> Names, long Mentions);

/// <summary>What became of an entity since search looked at it last.</summary>
/// <param name="EntityId">Its id.</param>
/// <param name="Document">What is to be found; null when it is not to be found any more.</param>
internal sealed record SearchChange(string EntityId, SearchDocument? Document);

/// <summary>A page of changes.</summary>
/// <param name="Changes">The changes, in order.</param>
/// <param name="Next">Where the next page begins.</param>
/// <param name="IsLast">Whether there is no further one now.</param>
internal sealed record SearchChanges(IReadOnlyList<SearchChange> Changes, SearchPosition Next, bool IsLast);

/// <summary>How far search has followed the store. Numbers of changes are given out in the order of commits, so none is missed.</summary>
/// <param name="Change">Number of the last change.</param>
/// <param name="EntityId">The last of its entities.</param>
internal readonly record struct SearchPosition(long Change, string EntityId)
{
    /// <summary>Before everything.</summary>
    internal static SearchPosition Start { get; } = new(-1, "");
}

/// <summary>Where search learns of entities.</summary>
internal interface ISearchSource
{
    /// <summary>The changes after a position.</summary>
    Task<SearchChanges> ChangesAfterAsync(SearchPosition position, CancellationToken cancellationToken);
}
