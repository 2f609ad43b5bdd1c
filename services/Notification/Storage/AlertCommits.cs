using Truceline.Notification.Alerts;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.Notification.Storage;

/// <summary>Gives the signal after a transaction with alerts was saved.</summary>
internal sealed class AlertCommits(AlertSignal signal) : CommitSignal<AlertRow>
{
    protected override void OnCommitted() => signal.Notify();
}
