using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using ZiggyCreatures.Caching.Fusion;
using ZiggyCreatures.Caching.Fusion.Backplane;

namespace Truceline.ServiceDefaults.Caching;

/// <summary>
/// Tells the other replicas what changed in a cache, over Redis' publish and subscribe. FusionCache's own back plane for Redis does the same; its
/// package is not used (services/decisions/0011). FusionCache repeats what failed once Redis is back, and asks to be told of that.
/// </summary>
internal sealed partial class RedisBackplane(
    RedisConnection redis, IOptions<CacheOptions> settings, TimeProvider time, ILogger<RedisBackplane> logger) : IFusionCacheBackplane
{
    private RedisChannel _channel;
    private BackplaneSubscriptionOptions? _subscription;
    private IConnectionMultiplexer? _connection;

    public void Subscribe(BackplaneSubscriptionOptions options) => SubscribeAsync(options).AsTask().GetAwaiter().GetResult();

    public async ValueTask SubscribeAsync(BackplaneSubscriptionOptions options)
    {
        _subscription = options;
        _channel = RedisChannel.Literal(options.ChannelName!);
        _connection = await redis.GetAsync();
        _connection.ConnectionRestored += OnRestored;
        // Redis may be away: the library subscribes by itself as soon as it is there.
        await _connection.GetSubscriber().SubscribeAsync(_channel, OnMessage, CommandFlags.FireAndForget);
    }

    public void Unsubscribe() => UnsubscribeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask UnsubscribeAsync()
    {
        if (_connection is { } connection)
        {
            connection.ConnectionRestored -= OnRestored;
            await connection.GetSubscriber().UnsubscribeAsync(_channel, OnMessage, CommandFlags.FireAndForget);
        }
    }

    public void Publish(BackplaneMessage message, FusionCacheEntryOptions options, CancellationToken token = default) =>
        PublishAsync(message, options, token).AsTask().GetAwaiter().GetResult();

    public async ValueTask PublishAsync(BackplaneMessage message, FusionCacheEntryOptions options, CancellationToken token = default)
    {
        var patience = TimeSpan.FromMilliseconds(settings.Value.PatienceMilliseconds);
        var connection = await redis.GetAsync().WaitAsync(patience, time, token);
        await connection.GetSubscriber().PublishAsync(_channel, BackplaneMessage.ToByteArray(message)).WaitAsync(patience, time, token);
    }

    private void OnMessage(RedisChannel channel, RedisValue value)
    {
        try
        {
            if ((byte[]?)value is { } bytes && BackplaneMessage.FromByteArray(bytes) is { } message)
            {
                _subscription?.IncomingMessageHandler?.Invoke(message);
            }
        }
        catch (Exception exception)
        {
            // Anybody may publish on a channel.
            LogUnreadable(logger, exception.Message);
        }
    }

    private void OnRestored(object? sender, ConnectionFailedEventArgs e)
    {
        if (e.ConnectionType == ConnectionType.Subscription)
        {
            _subscription?.ConnectHandler?.Invoke(new BackplaneConnectionInfo(isReconnection: true));
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "A message on the cache's back plane could not be read: {Reason}", EventName = "BackplaneMessageUnreadable")]
    private static partial void LogUnreadable(ILogger logger, string reason);
}
