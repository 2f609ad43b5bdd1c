using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Truceline.Events.V1;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.ServiceDefaults.Erasure;

/// <summary>
/// What a service that holds words of reports does about erasure: it remembers which reports were erased, erases what it holds, and erases what comes later before it is
/// handled. Its database has the table <c>erased_reports</c>.
/// </summary>
public sealed class ReportErasure(ServiceDbContext db, EventErasure events)
{
    /// <summary>Remembers the reports of an event and erases them in the events that the service keeps; rows are the handler's own to erase.</summary>
    /// <returns>The words to be erased.</returns>
    public async Task<ErasedWords> BeginAsync(ReportErased erased, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(erased);
        var ids = erased.ReportIds.ToHashSet(StringComparer.Ordinal);
        var known = await db.Set<ErasedReport>().Where(e => ids.Contains(e.ReportId)).ToDictionaryAsync(e => e.ReportId, cancellationToken);
        var names = string.Join('\n', erased.NameHashes);
        foreach (var id in ids)
        {
            if (known.TryGetValue(id, out var row))
            {
                row.IsWhole |= erased.Whole;
                row.NameHashes = string.Join('\n', row.NameHashes.Split('\n').Union(erased.NameHashes).Where(h => h.Length > 0));
            }
            else
            {
                known[id] = new ErasedReport { ReportId = id, ErasedTime = erased.ErasedTime.ToDateTimeOffset(), IsWhole = erased.Whole, NameHashes = names };
                db.Add(known[id]);
            }
        }

        var words = new ErasedWords(known.Values);
        await events.EraseAsync(ids, message => words.EraseIn(message), cancellationToken);
        return words;
    }

    /// <summary>Erases in a message that arrived what is known to be erased.</summary>
    /// <param name="message">The message; it is changed.</param>
    /// <param name="reportIds">The reports that it holds words of.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Whether there was any.</returns>
    public async Task<bool> EraseInAsync(IMessage message, IEnumerable<string> reportIds, CancellationToken cancellationToken)
    {
        string[] ids = [.. reportIds.Distinct()];
        var known = ids.Length == 0 ? [] : await db.Set<ErasedReport>().AsNoTracking().Where(e => ids.Contains(e.ReportId)).ToListAsync(cancellationToken);
        return known.Count > 0 && new ErasedWords(known).EraseIn(message);
    }
}
