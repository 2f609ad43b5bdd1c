using Truceline.GeoZone.Zones;

namespace Truceline.GeoZone.Claims;

/// <summary>Keeps every claim that was received. Changes are saved with the unit of work that they belong to.</summary>
internal interface IClaimStore
{
    /// <summary>Keeps the claims that are not kept yet.</summary>
    /// <returns>Those that are new.</returns>
    Task<IReadOnlyList<ReceivedClaim>> AddAsync(IEnumerable<ReceivedClaim> claims, CancellationToken cancellationToken);

    /// <summary>Puts aside the kept claims of which a later revision came or that were withdrawn, and remembers withdrawals. Saved at once, inside the transaction that is open.</summary>
    /// <param name="revisions">Revision by id of claim.</param>
    /// <param name="areWithdrawn">Whether they count no longer at all.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The claims that were put aside, as they were.</returns>
    Task<IReadOnlyList<ReceivedClaim>> RemoveAsync(IReadOnlyDictionary<string, long> revisions, bool areWithdrawn, CancellationToken cancellationToken);

    /// <summary>Saved claims by their ids, in order of their ids.</summary>
    Task<IReadOnlyList<ReceivedClaim>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>Saved denials whose days overlap the given ones.</summary>
    Task<IReadOnlyList<ReceivedClaim>> DenialsAsync(DayRange days, CancellationToken cancellationToken);

    /// <summary>The story that a story has become part of; itself when it has not.</summary>
    Task<string> StoryOfAsync(string storyId, CancellationToken cancellationToken);

    /// <summary>Notes that a story has become part of another one, for its claims and those still to come.</summary>
    /// <returns>The saved claims of both.</returns>
    Task<IReadOnlyList<ReceivedClaim>> MergeStoriesAsync(string storyId, string into, CancellationToken cancellationToken);

    /// <summary>Gives those who take part in saved claims other names and countries, by the id of the entity. Saved at once, inside the transaction that is open.</summary>
    /// <returns>The claims that changed.</returns>
    Task<IReadOnlyList<ReceivedClaim>> RenameAsync(IReadOnlyDictionary<string, (string Name, string Country)> names, CancellationToken cancellationToken);

    /// <summary>All saved claims, in order of their days.</summary>
    IAsyncEnumerable<ReceivedClaim> AllAsync(CancellationToken cancellationToken);
}
