using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Options;
using Truceline.Notification.Channels.Webhooks;
using Truceline.Notification.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Notification.Subscriptions;

/// <summary>Serves <c>truceline.notification.v1.SubscriptionService</c>.</summary>
internal sealed class SubscriptionGrpcService(ISubscriptionStore store, IOptions<NotificationOptions> options, TimeProvider time)
    : SubscriptionService.SubscriptionServiceBase
{
    public override async Task<CreateSubscriptionResponse> CreateSubscription(CreateSubscriptionRequest request, ServerCallContext context)
    {
        var violations = new FieldViolations();
        SubscriptionValidator.Check(request.Subscription, options.Value.AllowPrivateAddresses, violations);
        violations.ThrowIfAny("SUBSCRIPTION_INVALID");
        if (await store.CountAsync(context.CancellationToken) >= options.Value.MaxSubscriptions)
        {
            throw new ResourceExhaustedException("TOO_MANY_SUBSCRIPTIONS", "There are as many subscriptions as the operator allows.");
        }

        var now = time.GetUtcNow();
        var subscription = request.Subscription.Clone();
        subscription.Id = Guid.CreateVersion7(now).ToString();
        subscription.CreateTime = Timestamp.FromDateTimeOffset(AsStored(now));
        subscription.Filter ??= new AlertFilter();
        if (subscription.Webhook.Secret.Length == 0)
        {
            subscription.Webhook.Secret = WebhookSecret.Create();
        }

        await store.AddAsync(subscription, context.CancellationToken);
        return new CreateSubscriptionResponse { Subscription = subscription };
    }

    public override async Task<GetSubscriptionResponse> GetSubscription(GetSubscriptionRequest request, ServerCallContext context) =>
        new() { Subscription = await store.FindAsync(request.SubscriptionId, context.CancellationToken) ?? throw NotFound(request.SubscriptionId) };

    public override async Task<ListSubscriptionsResponse> ListSubscriptions(ListSubscriptionsRequest request, ServerCallContext context)
    {
        var violations = new FieldViolations();
        var page = PageRequest.Read(request.PageSize, request.PageToken, keys: 1, violations);
        violations.ThrowIfAny("LIST_INVALID");

        var found = await store.ListAsync(page, context.CancellationToken);
        var response = new ListSubscriptionsResponse { Subscriptions = { found.Take(page.Size) } };
        if (found.Count > page.Size)
        {
            response.NextPageToken = PageRequest.TokenAfter(response.Subscriptions[^1].Id);
        }

        return response;
    }

    public override async Task<DeleteSubscriptionResponse> DeleteSubscription(DeleteSubscriptionRequest request, ServerCallContext context) =>
        await store.RemoveAsync(request.SubscriptionId, context.CancellationToken)
            ? new DeleteSubscriptionResponse()
            : throw NotFound(request.SubscriptionId);

    // The store keeps microseconds; the answer that makes it shows what later ones show.
    private static DateTimeOffset AsStored(DateTimeOffset instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));

    private static ResourceNotFoundException NotFound(string id) => new("SUBSCRIPTION_NOT_FOUND", "subscription", id);
}
