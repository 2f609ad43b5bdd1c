namespace Truceline.Entity.Search;

/// <summary>Fills the index once the reader is loaded, so that the first search does not wait for it. It holds up nothing else: the search is asked for when all else has started.</summary>
internal sealed partial class SearchWarmUp(IServiceProvider services, ILogger<SearchWarmUp> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Run(() => services.GetRequiredService<EntitySearch>().FollowAsync(stoppingToken), stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The first search tries again.
            LogFailed(exception);
        }
    }

    [LoggerMessage(EventId = 1, EventName = "search_warm_up_failed", Level = LogLevel.Warning, Message = "The index of names could not be filled at the start")]
    private partial void LogFailed(Exception exception);
}
