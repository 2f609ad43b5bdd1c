using Microsoft.Extensions.Options;
using Truceline.Ingest.Stories;

namespace Truceline.Ingest.Storage;

/// <summary>Builds the index from the store at the start, in the background, and keeps it near what other replicas store.</summary>
internal sealed partial class StoryIndexLoader(
    IServiceScopeFactory scopes, StoryIndex index, StoryIndexReader reader, IOptions<StoryOptions> options, TimeProvider time, ILogger<StoryIndexLoader> logger)
    : BackgroundService
{
    private static readonly TimeSpan PruneInterval = TimeSpan.FromHours(1);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // Who waits for the index hears that it won't come.
        index.GiveUp();
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = time.GetTimestamp();
        var pruned = started;
        var isSkipped = false;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.PollSeconds), time);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<IngestDbContext>();
                if (!isSkipped)
                {
                    await reader.SkipAsync(db, stoppingToken);
                    isSkipped = true;
                }

                await reader.ReadAsync(db, stoppingToken);
                if (!index.Loaded.IsCompleted)
                {
                    index.EndLoading();
                    var (count, taken) = (index.Near.Count, time.GetElapsedTime(started));
                    LogLoaded(count, taken);
                }

                if (time.GetElapsedTime(pruned) >= PruneInterval)
                {
                    pruned = time.GetTimestamp();
                    await reader.PruneAsync(db, stoppingToken);
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogNotRead(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(EventId = 1, EventName = "story_index_loaded", Level = LogLevel.Information, Message = "The index of stories holds {Count} reports, read in {Taken}")]
    private partial void LogLoaded(int count, TimeSpan taken);

    [LoggerMessage(EventId = 2, EventName = "story_index_not_read", Level = LogLevel.Warning, Message = "The index of stories could not be read on; it is tried again")]
    private partial void LogNotRead(Exception exception);
}
