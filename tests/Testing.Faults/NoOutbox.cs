using System.Runtime.CompilerServices;
using System.Text;
using Dapr.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Testing.Faults;

/// <summary>Publishes after the save, straight from memory, as one does without an outbox: what fails then is gone.</summary>
internal sealed class NoOutbox(DaprClient dapr, IOptions<DaprOptions> options) : SaveChangesInterceptor
{
    private readonly ConditionalWeakTable<DbContext, List<OutboxMessage>> _events = [];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var entries = eventData.Context!.ChangeTracker.Entries<OutboxMessage>().Where(e => e.State == EntityState.Added).ToList();
        foreach (var entry in entries)
        {
            entry.State = EntityState.Detached;
        }

        _events.AddOrUpdate(eventData.Context, entries.ConvertAll(e => e.Entity));
        return ValueTask.FromResult(result);
    }

    public override async ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (_events.TryGetValue(eventData.Context!, out var events))
        {
            _events.Remove(eventData.Context!);
            foreach (var message in events)
            {
                await PublishAsync(message, cancellationToken);
            }
        }

        return result;
    }

    private async Task PublishAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await dapr.PublishByteEventAsync(
                options.Value.PubSubName, message.Topic, Encoding.UTF8.GetBytes(message.Payload), "application/json",
                new Dictionary<string, string> { ["cloudevent.id"] = message.EventId, ["cloudevent.type"] = message.Type }, cancellationToken);
        }
        catch (Dapr.DaprException)
        {
            // Nobody remembers it.
        }
    }
}
