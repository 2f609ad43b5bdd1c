using Truceline.Entity.Entities;
using Truceline.Entity.Reading.Knowledge;
using Truceline.Entity.V1;

namespace Truceline.Entity.Search;

/// <summary>
/// Searches entities by name. Each replica has an index of its own in memory; before it answers it takes in what any replica committed since, so an answer is never behind the
/// store. The first time it takes in everything, and what the knowledge
/// base holds.
/// </summary>
internal sealed class EntitySearch(IServiceScopeFactory scopes, KnowledgeBase knowledge) : IDisposable
{
    /// <summary>How many answers can be paged through.</summary>
    internal const int Most = 1000;

    private readonly EntityIndex _index = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private SearchPosition _position = SearchPosition.Start;

    /// <summary>Entities that answer, the best first.</summary>
    internal async Task<IReadOnlyList<RankedEntity>> FindAsync(
        string query, IReadOnlyCollection<EntityType> types, string country, CancellationToken cancellationToken)
    {
        await FollowAsync(cancellationToken);
        return NameRanking.Rank(query, _index.Find(query, types, country, Most));
    }

    /// <summary>Takes in what was committed since the last time.</summary>
    internal async Task FollowAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var source = scope.ServiceProvider.GetRequiredService<ISearchSource>();
            if (_position == SearchPosition.Start)
            {
                _index.Apply(knowledge.All.Select(k => new SearchChange(k.Id, KnownProfiles.DocumentOf(k))));
            }

            for (SearchChanges? page = null; page is not { IsLast: true };)
            {
                page = await source.ChangesAfterAsync(_position, cancellationToken);
                _index.Apply(page.Changes, page.IsLast);
                _position = page.Next;
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _index.Dispose();
        _turn.Dispose();
    }
}
