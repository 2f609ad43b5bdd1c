using System.Net;
using Truceline.Notification.Channels.Webhooks;
using Truceline.Notification.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Notification.Subscriptions;

/// <summary>What is wrong with a subscription that is to be made. Pure.</summary>
internal static class SubscriptionValidator
{
    private const int LongestName = 200;
    private const int LongestUrl = 2048;

    /// <summary>Notes every violation.</summary>
    /// <param name="subscription">The subscription; null when the request has none.</param>
    /// <param name="allowPrivateAddresses">Whether webhooks may go to private addresses.</param>
    /// <param name="violations">Takes what is wrong.</param>
    internal static void Check(Subscription? subscription, bool allowPrivateAddresses, FieldViolations violations)
    {
        if (subscription is null)
        {
            violations.Add("subscription", "It is required.", "REQUIRED");
            return;
        }

        violations.AddIf(string.IsNullOrWhiteSpace(subscription.Name), "subscription.name", "It is required.", "REQUIRED");
        violations.AddIf(subscription.Name.EnumerateRunes().Count() > LongestName,
            "subscription.name", $"It must have at most {LongestName} code points.", "TOO_LONG");
        AlertFilterValidator.Check(subscription.Filter, "subscription.filter", violations);
        if (subscription.Webhook is null)
        {
            violations.Add("subscription.webhook", "It is required.", "REQUIRED");
            return;
        }

        CheckUrl(subscription.Webhook.Url, allowPrivateAddresses, violations);
        violations.AddIf(subscription.Webhook.Secret.Length > 0 && WebhookSecret.Parse(subscription.Webhook.Secret) is null,
            "subscription.webhook.secret", "It must be \"whsec_\" and base64 of 24 to 64 bytes, or empty.", "INVALID_SECRET");
    }

    private static void CheckUrl(string url, bool allowPrivateAddresses, FieldViolations violations)
    {
        const string Field = "subscription.webhook.url";
        if (url.Length is 0 or > LongestUrl)
        {
            violations.Add(Field, $"It is required and must have at most {LongestUrl} characters.", url.Length == 0 ? "REQUIRED" : "TOO_LONG");
            return;
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
        {
            violations.Add(Field, "It must be an absolute http or https URL.", "INVALID_URL");
            return;
        }

        violations.AddIf(uri.UserInfo.Length > 0, Field, "It must not hold a user name.", "USER_INFO");

        // A name is checked when it is resolved, at every connection.
        var refused = uri.IsLoopback || (IPAddress.TryParse(uri.IdnHost, out var address) && !AddressRule.IsPublic(address));
        violations.AddIf(refused && !allowPrivateAddresses, Field, "It must not be a private, loopback or link-local address.", "REFUSED_ADDRESS");
    }
}
