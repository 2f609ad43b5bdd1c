using Xunit;

namespace Truceline.Testing;

/// <summary>A test class that has something to end asynchronously. The test framework calls only <see cref="IAsyncLifetime"/>; a class that is no more than
/// <see cref="IAsyncDisposable"/> is never ended, and its service runs on beside all tests that follow.</summary>
public interface IAsyncTest : IAsyncLifetime, IAsyncDisposable
{
    Task IAsyncLifetime.InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => ((IAsyncDisposable)this).DisposeAsync().AsTask();
}
