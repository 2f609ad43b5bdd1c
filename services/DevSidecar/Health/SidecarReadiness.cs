using Truceline.DevSidecar.Streams;

namespace Truceline.DevSidecar.Health;

/// <summary>Ready: every listener is bound, the store answers, and nobody asked to stop.</summary>
internal sealed class SidecarReadiness(IHostApplicationLifetime lifetime, IStreamStore store)
{
    public bool IsReady =>
        lifetime.ApplicationStarted.IsCancellationRequested && !lifetime.ApplicationStopping.IsCancellationRequested && store.Answers();
}
