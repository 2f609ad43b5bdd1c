using Dapr.AppCallback.Autogen.Grpc.v1;
using Grpc.Core;

namespace Truceline.DevSidecar.Subscriptions;

/// <summary>Asks an app for its subscriptions until it answers.</summary>
internal sealed partial class SubscriptionReader(TimeProvider time, ILogger<SubscriptionReader> logger)
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    /// <returns>What the app lists; empty when it does not serve the method.</returns>
    /// <exception cref="OperationCanceledException">Cancelled before the app answered.</exception>
    public async Task<IReadOnlyList<TopicSubscription>> ReadAsync(string appId, AppCallbackClient app, CancellationToken cancellationToken)
    {
        var pause = FirstPause;
        for (var attempt = 1; ; attempt++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                var response = await app.ListTopicSubscriptionsAsync(time.GetUtcNow() + CallTimeout, cancellationToken);
                return response.Subscriptions;
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.Unimplemented)
            {
                LogNoSubscriptions(appId);
                return [];
            }
            catch (RpcException e)
            {
                if (attempt == 1 || e.StatusCode != StatusCode.Unavailable)
                    LogNotReached(appId, e.StatusCode, e.Status.Detail);
            }

            await Task.Delay(pause, time, cancellationToken);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    [LoggerMessage(EventName = "AppNotReached", Level = LogLevel.Information, Message = "App {AppId} does not answer yet ({Status}: {Detail}); asking again")]
    private partial void LogNotReached(string appId, StatusCode status, string detail);

    [LoggerMessage(EventName = "AppServesNoSubscriptions", Level = LogLevel.Warning, Message = "App {AppId} does not serve ListTopicSubscriptions and receives nothing")]
    private partial void LogNoSubscriptions(string appId);
}
