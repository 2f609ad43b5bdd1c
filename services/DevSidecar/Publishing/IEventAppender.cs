using Truceline.DevSidecar.Delivery;
using Truceline.DevSidecar.Streams;

namespace Truceline.DevSidecar.Publishing;

/// <summary>
/// Stores what an app publishes. Every publication goes through here, so what disturbs publishing is a decorator of this.
/// </summary>
internal interface IEventAppender
{
    /// <summary>Stores all entries, or none; they are stored when the task ends without an error.</summary>
    /// <exception cref="Grpc.Core.RpcException">What the app is told.</exception>
    Task AppendAsync(AppOptions app, IReadOnlyList<StreamEntry> entries, CancellationToken cancellationToken);
}

/// <summary>Appends to the streams and counts.</summary>
internal sealed class StreamAppender(StreamFeed feed, DeliveryBoard board) : IEventAppender
{
    public Task AppendAsync(AppOptions app, IReadOnlyList<StreamEntry> entries, CancellationToken cancellationToken)
    {
        feed.Append(entries);
        board.Of(app).Published(entries.Count);
        return Task.CompletedTask;
    }
}
