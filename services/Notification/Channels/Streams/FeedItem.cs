using Truceline.Notification.V1;

namespace Truceline.Notification.Channels.Streams;

/// <summary>An item of a live stream: an alert, or a sign of life.</summary>
/// <param name="Alert">The alert; null for a sign of life.</param>
/// <param name="Time">The time at the service, UTC.</param>
internal readonly record struct FeedItem(Alert? Alert, DateTimeOffset Time);
