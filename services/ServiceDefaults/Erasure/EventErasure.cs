using Google.Protobuf;
using Google.Protobuf.Reflection;
using Microsoft.EntityFrameworkCore;
using Truceline.Events.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.ServiceDefaults.Erasure;

/// <summary>Erases words in the events that a service keeps: those that wait or were sent (outbox), and those that it could not process (dead letters). Their ids stay, so nothing happens twice.</summary>
public sealed class EventErasure
{
    private const int PageSize = 500;
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default);
    private static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    private static readonly Dictionary<string, MessageDescriptor> Types =
        new[] { ReportEventsReflection.Descriptor, ClaimEventsReflection.Descriptor, EntityEventsReflection.Descriptor, ZoneEventsReflection.Descriptor }
            .SelectMany(f => f.MessageTypes).ToDictionary(m => m.FullName);

    private readonly ServiceDbContext _db;
    private readonly Dictionary<string, string> _typeOfTopic;

    internal EventErasure(ServiceDbContext db, IEnumerable<EventSubscription> subscriptions) =>
        (_db, _typeOfTopic) = (db, subscriptions.ToDictionary(s => s.Topic, s => s.Type));

    /// <summary>Erases in all events that hold one of the reports. Each event is written at once: erasing again changes nothing.</summary>
    /// <param name="ids">The reports.</param>
    /// <param name="erase">Takes the words out of an event; it runs on a copy.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task EraseAsync(IReadOnlySet<string> ids, Action<IMessage> erase, CancellationToken cancellationToken)
    {
        for (var after = 0L; ;)
        {
            var page = await _db.Outbox.AsNoTracking().Where(m => m.Sequence > after).OrderBy(m => m.Sequence).Take(PageSize)
                .Select(m => new { m.Sequence, m.Type, m.Payload }).ToListAsync(cancellationToken);
            foreach (var row in page.Where(r => ReportIds.AnyIn(r.Payload, ids)))
            {
                var payload = Rewrite(row.Type, row.Payload, erase);
                await _db.Outbox.Where(m => m.Sequence == row.Sequence).ExecuteUpdateAsync(set => set.SetProperty(m => m.Payload, payload), cancellationToken);
            }

            if (page.Count < PageSize)
            {
                break;
            }

            after = page[^1].Sequence;
        }

        await EraseDeadLettersAsync(ids, erase, cancellationToken);
    }

    private async Task EraseDeadLettersAsync(IReadOnlySet<string> ids, Action<IMessage> erase, CancellationToken cancellationToken)
    {
        for (var after = ""; ;)
        {
            var page = await _db.DeadLetters.AsNoTracking().Where(m => string.Compare(m.Id, after) > 0).OrderBy(m => m.Id).Take(PageSize)
                .Select(m => new { m.Id, m.Topic, m.Payload, m.Reason }).ToListAsync(cancellationToken);
            foreach (var row in page.Where(r => ReportIds.AnyIn(r.Payload, ids)))
            {
                var payload = Rewrite(_typeOfTopic.GetValueOrDefault(row.Topic, ""), row.Payload, erase);

                // The message of a failure may quote what it failed on; its type does not.
                var reason = row.Reason.Split(':')[0];
                await _db.DeadLetters.Where(m => m.Id == row.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(m => m.Payload, payload).SetProperty(m => m.Reason, reason), cancellationToken);
            }

            if (page.Count < PageSize)
            {
                break;
            }

            after = page[^1].Id;
        }
    }

    private static string Rewrite(string type, string payload, Action<IMessage> erase)
    {
        if (!Types.TryGetValue(type, out var descriptor))
        {
            return "{}";
        }

        try
        {
            var message = Parser.Parse(payload, descriptor);
            erase(message);
            return Formatter.Format(message);
        }
        catch (Exception exception) when (exception is InvalidProtocolBufferException or InvalidJsonException)
        {
            // What nobody can read, nobody can process: nothing is lost with its words.
            return "{}";
        }
    }
}
