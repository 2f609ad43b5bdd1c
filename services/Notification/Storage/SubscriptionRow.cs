using System.ComponentModel.DataAnnotations;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Truceline.Notification.V1;

namespace Truceline.Notification.Storage;

/// <summary>A subscription with its secret, which signing needs as it is.</summary>
internal sealed class SubscriptionRow
{
    [MaxLength(36)]
    public required string Id { get; set; }

    [MaxLength(400)]
    public required string Name { get; set; }

    /// <summary>The filter as proto.</summary>
    public required byte[] Filter { get; set; }

    [MaxLength(2048)]
    public required string Url { get; set; }

    [MaxLength(100)]
    public required string Secret { get; set; }

    public DateTimeOffset CreateTime { get; set; }

    internal static SubscriptionRow Of(Subscription subscription) => new()
    {
        Id = subscription.Id,
        Name = subscription.Name,
        Filter = subscription.Filter.ToByteArray(),
        Url = subscription.Webhook.Url,
        Secret = subscription.Webhook.Secret,
        CreateTime = subscription.CreateTime.ToDateTimeOffset(),
    };

    /// <summary>The subscription without its secret.</summary>
    internal Subscription ToSubscription() => new()
    {
        Id = Id,
        Name = Name,
        Filter = AlertFilter.Parser.ParseFrom(Filter),
        Webhook = new Webhook { Url = Url },
        CreateTime = Timestamp.FromDateTimeOffset(CreateTime),
    };
}
