namespace Truceline.Load;

/// <summary>Sends reports until it is told to stop, and tells of each answer.</summary>
internal interface ILoad : IAsyncDisposable
{
    /// <summary>Runs until the token is cancelled.</summary>
    /// <param name="answered">Told the time from sending to the answer, in milliseconds, of each report that is durable. Thread-safe.</param>
    /// <param name="stop">Ends it.</param>
    Task RunAsync(Action<double> answered, CancellationToken stop);
}
