namespace Truceline.Entity.Search;

/// <summary>Fills the index when the replica starts, so that the first search does not wait for it. It holds up nothing else.</summary>
internal sealed partial class SearchWarmUp(EntitySearch search, ILogger<SearchWarmUp> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await search.FollowAsync(stoppingToken);
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
