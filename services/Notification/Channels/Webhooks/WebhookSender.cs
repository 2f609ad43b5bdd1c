using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace Truceline.Notification.Channels.Webhooks;

/// <summary>Posts signed messages. The trace context of the caller goes with them.</summary>
internal sealed class WebhookSender(IHttpClientFactory clients, IOptions<NotificationOptions> options, TimeProvider time) : IWebhookSender
{
    /// <summary>Name of the HTTP client.</summary>
    internal const string Client = "webhooks";

    public async Task<SendResult> SendAsync(WebhookMessage message, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.AttemptTimeoutSeconds), time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        using var client = clients.CreateClient(Client);
        using var request = Request(message, time.GetUtcNow().ToUnixTimeSeconds());
        try
        {
            // Only the status counts; a body is never read.
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, linked.Token);
            return WebhookAnswer.Read((int)response.StatusCode, RetryAfter(response.Headers.RetryAfter));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SendResult("timeout", 0, IsRetryable: true);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return IsRefused(exception)
                ? new SendResult("refused_address", 0, IsRetryable: false)
                : new SendResult("connection", 0, IsRetryable: true);
        }
    }

    private static HttpRequestMessage Request(WebhookMessage message, long timestamp)
    {
        var key = WebhookSecret.Parse(message.Secret) ?? throw new InvalidOperationException("A stored secret is none.");
        var request = new HttpRequestMessage(HttpMethod.Post, message.Url) { Content = new ByteArrayContent(message.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(WebhookSignature.IdHeader, message.Id);
        request.Headers.Add(WebhookSignature.TimestampHeader, timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Sign(key, message.Id, timestamp, message.Body));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Truceline", "1"));
        return request;
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header) => header?.Delta ?? (header?.Date - time.GetUtcNow());

    private static bool IsRefused(Exception? exception) =>
        exception is not null && (exception is RefusedAddressException || IsRefused(exception.InnerException));
}
