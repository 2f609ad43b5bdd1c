namespace Truceline.DevHost.Webhooks;

/// <summary>A webhook message that came in.</summary>
/// <param name="Id">Its webhook-id: the id of the delivery, the same on every attempt.</param>
/// <param name="Body">What was sent.</param>
/// <param name="SignatureValid">Whether it is signed with the subscription's secret.</param>
/// <param name="TraceParent">W3C traceparent under which it was sent; empty when there was none.</param>
/// <param name="ReceivedTime">When it came, UTC.</param>
internal sealed record WebhookMessage(string Id, string Body, bool SignatureValid, string TraceParent, DateTimeOffset ReceivedTime);

/// <summary>Messages that came in, each id once with the number of times that it came; when it is full the oldest go. Safe for several threads.</summary>
/// <param name="secret">The secret that the subscription was given.</param>
/// <param name="capacity">Most messages that are kept. Default 10,000.</param>
internal sealed class WebhookInbox(string secret, int capacity = 10_000)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, WebhookMessage> _messages = [];
    private readonly Dictionary<string, int> _times = [];
    private readonly Queue<string> _order = new();

    /// <summary>The secret to subscribe with.</summary>
    internal string Secret => secret;

    /// <summary>Keeps a message.</summary>
    internal void Add(WebhookMessage message)
    {
        lock (_lock)
        {
            _times[message.Id] = _times.GetValueOrDefault(message.Id) + 1;
            if (_messages.TryAdd(message.Id, message))
            {
                _order.Enqueue(message.Id);
            }

            if (_order.Count > capacity)
            {
                var oldest = _order.Dequeue();
                _messages.Remove(oldest);
                _times.Remove(oldest);
            }
        }
    }

    /// <summary>How often a message came; 0 when it is not known.</summary>
    internal int CountOf(string id)
    {
        lock (_lock)
        {
            return _times.GetValueOrDefault(id);
        }
    }

    /// <summary>All messages, in the order in which they came.</summary>
    internal IReadOnlyList<WebhookMessage> All()
    {
        lock (_lock)
        {
            return [.. _order.Select(id => _messages[id])];
        }
    }
}
