using Truceline.Notification.Alerts;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.Notification.Storage;

/// <summary>Gives the signal after a transaction with alerts was saved, here and on the other replicas.</summary>
internal sealed class AlertCommits(AlertSignal signal, AlertBroadcast broadcast) : CommitSignal<AlertRow>
{
    protected override Task OnCommittedAsync(IReadOnlyList<AlertRow> rows)
    {
        signal.Notify();
        broadcast.Tell();
        return Task.CompletedTask;
    }
}
