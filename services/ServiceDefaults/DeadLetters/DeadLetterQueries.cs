using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Events;
using Truceline.ServiceDefaults.Paging;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.ServiceDefaults.DeadLetters;

/// <summary>Reads and removes dead letters for an operator.</summary>
internal sealed class DeadLetterQueries(IServiceScopeFactory scopes)
{
    /// <summary>The sort key of a page: received time and id of the last item before; null on the first page or when the token is not ours.</summary>
    internal static (DateTimeOffset Time, string Id)? ReadPage(PageRequest page, FieldViolations violations)
    {
        if (page.IsFirst)
        {
            return null;
        }

        if (DateTimeOffset.TryParseExact(page.After[0], "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return (time, page.After[1]);
        }

        violations.Add("page_token", "It is not a token that this list gave out.", "INVALID_TOKEN");
        return null;
    }

    /// <summary>The token of the page after an item.</summary>
    internal static string TokenAfter(DeadLetter letter) =>
        PageRequest.TokenAfter(letter.ReceivedTime.ToString("O", CultureInfo.InvariantCulture), letter.Id);

    /// <summary>A page, the latest received first, without payloads, one more than its size when there are more; and how many there are in all.</summary>
    /// <param name="topic">Only of this topic; empty for all.</param>
    /// <param name="size">Size of the page.</param>
    /// <param name="after">Sort key of the last item before; null for the first page.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    internal async Task<(IReadOnlyList<DeadLetter> Letters, int Total)> ListAsync(
        string topic, int size, (DateTimeOffset Time, string Id)? after, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var letters = scope.ServiceProvider.GetRequiredService<ServiceDbContext>().DeadLetters.AsNoTracking();
        if (topic.Length > 0)
        {
            letters = letters.Where(m => m.Topic == topic);
        }

        var total = await letters.CountAsync(cancellationToken);
        if (after is var (time, id))
        {
            letters = letters.Where(m => m.ReceivedTime < time || (m.ReceivedTime == time && string.Compare(m.Id, id) < 0));
        }

        // A payload may be large, and a page has up to a thousand.
        var page = await letters.OrderByDescending(m => m.ReceivedTime).ThenByDescending(m => m.Id).Take(size + 1)
            .Select(m => new DeadLetter
            {
                Id = m.Id,
                Topic = m.Topic,
                Source = m.Source,
                EventId = m.EventId,
                Payload = "",
                Reason = m.Reason,
                Attempts = m.Attempts,
                TraceParent = m.TraceParent,
                ReceivedTime = m.ReceivedTime,
                LastReplayTime = m.LastReplayTime,
            }).ToListAsync(cancellationToken);
        return (page, total);
    }

    /// <summary>One dead letter; null when there is none with this id.</summary>
    internal async Task<DeadLetter?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ServiceDbContext>()
            .DeadLetters.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, cancellationToken);
    }

    /// <summary>Removes a dead letter.</summary>
    /// <returns>Whether it was there.</returns>
    internal async Task<bool> RemoveAsync(string id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ServiceDbContext>()
            .DeadLetters.Where(m => m.Id == id).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    /// <summary>Notes on a dead letter that its replay failed; nothing when it is gone.</summary>
    internal async Task NoteAsync(string id, string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().DeadLetters.Where(m => m.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.Reason, reason).SetProperty(m => m.Attempts, m => m.Attempts + 1).SetProperty(m => m.LastReplayTime, now),
            cancellationToken);
    }

    /// <summary>Ids to replay: first those never replayed, then those whose replay is longest ago, each the oldest first; and how many there are in all.</summary>
    internal async Task<(IReadOnlyList<string> Ids, int Total)> ChooseAsync(string topic, int most, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var letters = scope.ServiceProvider.GetRequiredService<ServiceDbContext>().DeadLetters.AsNoTracking();
        if (topic.Length > 0)
        {
            letters = letters.Where(m => m.Topic == topic);
        }

        var ids = await letters.OrderBy(m => m.LastReplayTime != null).ThenBy(m => m.LastReplayTime).ThenBy(m => m.ReceivedTime).ThenBy(m => m.Id)
            .Select(m => m.Id).Take(most).ToListAsync(cancellationToken);
        return (ids, ids.Count < most ? ids.Count : await letters.CountAsync(cancellationToken));
    }

    /// <summary>How many there are of each topic.</summary>
    internal async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ServiceDbContext>()
            .DeadLetters.GroupBy(m => m.Topic).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
    }
}
