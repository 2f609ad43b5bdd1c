using Truceline.Events.V1;
using Truceline.GeoZone.Storage;
using Truceline.ServiceDefaults.Erasure;
using Truceline.ServiceDefaults.Events;

namespace Truceline.GeoZone.Events;

/// <summary>Erases the words of reports in claims, incidents and states of terms, in its turn among those that judge. Verdicts stay as they are.</summary>
internal sealed class ReportErasedHandler(ReportErasure erasure, JudgementTurn turn, ErasedRows rows) : IEventHandler<ReportErased>
{
    public async Task HandleAsync(ReportErased @event, EventContext context, CancellationToken cancellationToken)
    {
        await turn.TakeAsync(cancellationToken);
        var words = await erasure.BeginAsync(@event, cancellationToken);
        await rows.EraseAsync(@event.ReportIds.ToHashSet(StringComparer.Ordinal), words, cancellationToken);
    }
}
