namespace Truceline.Notification.Channels.Webhooks;

internal static class WebhookExtensions
{
    /// <summary>Registers the sender. Its client follows no redirect, keeps no cookie, knows no proxy and writes no URL into a log.</summary>
    internal static void AddWebhooks(this IServiceCollection services)
    {
        services.AddSingleton<GuardedConnection>();
        services.AddSingleton<IWebhookSender, WebhookSender>();
        services.AddHttpClient(WebhookSender.Client, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
            {
                ConnectCallback = provider.GetRequiredService<GuardedConnection>().ConnectAsync,
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
                MaxResponseHeadersLength = 16,
                MaxResponseDrainSize = 64 * 1024,
                PooledConnectionLifetime = TimeSpan.FromMinutes(1),
                PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
            });
    }
}
