using System.Security.Cryptography;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Truceline.ServiceDefaults.Caching;

namespace Truceline.GeoZone.Zones.Live;

/// <summary>
/// Reads the zones in the background: at the start, when this replica or (over Redis, <c>Cache:Redis</c>) another one changed zones, and every
/// <see cref="GeoZoneOptions.ZonePollSeconds"/>, which is what a lost message costs. Events cannot tell the replicas: they compete for them.
/// </summary>
internal sealed partial class ZoneRefresh(
    IServiceScopeFactory scopes, LiveZoneHolder live, ZoneRegister register, IOptions<GeoZoneOptions> options, TimeProvider time, ILogger<ZoneRefresh> logger,
    RedisConnection? redis = null) : BackgroundService
{
    internal const string Channel = "truceline:geozone:zones";

    private ZoneMark _mark = ZoneMark.None;
    private readonly string _self = RandomNumberGenerator.GetHexString(16);
    private readonly Channel<bool> _calls = System.Threading.Channels.Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Tells all replicas that zones changed. Call it after the commit; it neither waits nor fails.</summary>
    public void Tell()
    {
        _calls.Writer.TryWrite(true);
        redis?.Publish(Channel, _self);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (redis is not null)
            await redis.SubscribeAsync(Channel, Hear);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ReadAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                live.Fail();
                LogNotRead(exception);
            }
            await WaitAsync(stoppingToken);
        }
    }

    private void Hear(string sender)
    {
        if (sender != _self)
            _calls.Writer.TryWrite(true);
    }

    private async Task WaitAsync(CancellationToken stoppingToken)
    {
        using var poll = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.ZonePollSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, poll.Token);
        try
        {
            await _calls.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            // The time passed without a call.
        }
    }

    private async Task ReadAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var source = scope.ServiceProvider.GetRequiredService<IZoneSource>();
        var readTime = time.GetUtcNow();
        if (_mark == ZoneMark.None)
            await source.PrepareAsync(stoppingToken);
        var isChanged = live.Current is null;
        while (await source.ChangedAsync(_mark, stoppingToken) is { Zones.Count: > 0 } changed)
        {
            foreach (var zone in changed.Zones)
            {
                register.Put(zone);
                stoppingToken.ThrowIfCancellationRequested();
            }
            _mark = changed.Mark;
            isChanged = true;
        }
        if (!isChanged && !live.IsStale)
        {
            live.Swap(live.Current!.Zones, readTime);
            return;
        }
        var started = time.GetTimestamp();
        var zones = register.Build(live.Current is null ? Environment.ProcessorCount : 1);
        live.Swap(zones, readTime);
        var taken = time.GetElapsedTime(started);
        LogBuilt(zones.Labels.Count, zones.Undrawn.Count, taken);
    }

    [LoggerMessage(EventId = 1, EventName = "zones_built", Level = LogLevel.Information,
        Message = "The index holds {Zones} versions of zones, built in {Taken}; {Undrawn} zones could not be drawn")]
    private partial void LogBuilt(int zones, int undrawn, TimeSpan taken);

    [LoggerMessage(EventId = 2, EventName = "zones_not_read", Level = LogLevel.Warning, Message = "The zones could not be read; those read before stay in force, and it is tried again")]
    private partial void LogNotRead(Exception exception);
}
