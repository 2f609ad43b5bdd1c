using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Truceline.ServiceDefaults.Caching;

/// <summary>
/// The process's one connection to Redis. It stands whether or not Redis answers, connects again by itself, and fails what is asked of it
/// meanwhile at once.
/// </summary>
public sealed class RedisConnection : IAsyncDisposable
{
    private readonly ConfigurationOptions _configuration;
    private readonly Lazy<Task<IConnectionMultiplexer>> _multiplexer;

    /// <param name="options">Names Redis; it must not be empty.</param>
    /// <param name="identity">Gives the connection its name.</param>
    public RedisConnection(IOptions<CacheOptions> options, ServiceIdentity identity)
    {
        _configuration = ConfigurationOptions.Parse(options.Value.Redis);
        _configuration.AbortOnConnectFail = false;
        _configuration.ClientName = identity.AppId;
        _configuration.ConnectTimeout = 1000;
        _configuration.BacklogPolicy = BacklogPolicy.FailFast;
        _configuration.ReconnectRetryPolicy = new LinearRetry(500);
        _multiplexer = new(async () => await ConnectionMultiplexer.ConnectAsync(_configuration));
    }

    /// <summary>The connection, whether or not Redis answers. Shared, not the caller's to close.</summary>
    public Task<IConnectionMultiplexer> GetAsync() => _multiplexer.Value;

    /// <summary>Publishes without waiting for an answer and without failing; nobody hears it while Redis is away.</summary>
    /// <param name="channel">Name of the channel.</param>
    /// <param name="message">The message.</param>
    public void Publish(string channel, string message)
    {
        if (_multiplexer is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true, Result: var connection } })
        {
            _ = connection.GetSubscriber().PublishAsync(RedisChannel.Literal(channel), message, CommandFlags.FireAndForget);
        }
    }

    /// <summary>Hears what is published on a channel, from when Redis answers, and again after each time it was away.</summary>
    /// <param name="channel">Name of the channel.</param>
    /// <param name="hear">Takes each message; must be quick and must not throw.</param>
    public async Task SubscribeAsync(string channel, Action<string> hear)
    {
        var connection = await GetAsync();
        await connection.GetSubscriber().SubscribeAsync(RedisChannel.Literal(channel), (_, message) => hear(message.ToString()), CommandFlags.FireAndForget);
    }

    /// <summary>Closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_multiplexer.IsValueCreated)
        {
            await (await _multiplexer.Value).DisposeAsync();
        }
    }
}
