using Microsoft.Extensions.Options;

namespace Truceline.DevSidecar.Delivery;

/// <summary>
/// Runs the deliveries to all apps. Stops them while the listeners still serve, so that an app can publish what it publishes while it
/// finishes its last events.
/// </summary>
internal sealed partial class DeliveryService(
    DeliveryBoard board, AppDelivery delivery, IHostApplicationLifetime lifetime, IOptions<SidecarOptions> options, TimeProvider time,
    ILogger<DeliveryService> logger)
    : IHostedLifecycleService, IDisposable
{
    private readonly CancellationTokenSource _stopTaking = new();
    private readonly CancellationTokenSource _abort = new();
    private Task _running = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _running = Task.WhenAll(board.Apps
            .Where(standing => standing.App.CallbackAddress is not null)
            .Select(standing => Task.Run(() => RunAsync(standing, standing.App.CallbackAddress!), CancellationToken.None)));
        return Task.CompletedTask;
    }

    private async Task RunAsync(AppStanding standing, Uri address)
    {
        try
        {
            await delivery.RunAsync(standing, address, _stopTaking.Token, _abort.Token);
        }
        catch (Exception e)
        {
            // An app that silently gets nothing any more would be worse than no sidecar.
            LogEnded(e, standing.App.AppId, address);
            lifetime.StopApplication();
        }
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await _stopTaking.CancelAsync();
        try
        {
            await _running.WaitAsync(options.Value.ShutdownGrace, time, cancellationToken);
            return;
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            LogCutOff(options.Value.ShutdownGrace);
        }

        await _abort.CancelAsync();
        await _running;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _stopTaking.Dispose();
        _abort.Dispose();
    }

    [LoggerMessage(EventName = "DeliveryEnded", Level = LogLevel.Critical, Message = "Delivery to {AppId} at {Address} ended for an unforeseen reason; stopping")]
    private partial void LogEnded(Exception exception, string appId, Uri address);

    [LoggerMessage(EventName = "DeliveriesCutOff", Level = LogLevel.Warning, Message = "Deliveries still ran after {Grace}; they are cut off and stay pending")]
    private partial void LogCutOff(TimeSpan grace);
}
