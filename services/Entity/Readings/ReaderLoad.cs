using Truceline.Entity.Reading;

namespace Truceline.Entity.Readings;

/// <summary>Loads the reader beside all else that the service starts with. Loading begins when it is made.</summary>
internal sealed class ReaderLoad
{
    private readonly Task<StoryReader> _loading = Task.Run(Load);

    /// <summary>The reader; waits until it is loaded and has read a first text.</summary>
    public StoryReader Reader => _loading.GetAwaiter().GetResult();

    // A first text takes what is only made when it is needed, so that no report waits for it.
    private static StoryReader Load()
    {
        var reader = new StoryReader();
        _ = reader.Read("PLACE, Jan 1 (Agency) - Nothing happened on Monday.", new ReadingContext(null, DateTimeOffset.UnixEpoch));
        return reader;
    }
}
