using Truceline.GeoZone.Tracks;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.GeoZone.Storage;

/// <summary>Gives the signal after changes of transitions were saved.</summary>
internal sealed class TransitionCommits(TransitionSignal signal) : CommitSignal<TransitionChangeRow>
{
    protected override Task OnCommittedAsync(IReadOnlyList<TransitionChangeRow> rows)
    {
        signal.Notify();
        return Task.CompletedTask;
    }
}
