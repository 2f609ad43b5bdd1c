using Truceline.Events.V1;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Entity.Events;

/// <summary>Reads a report that was accepted.</summary>
internal sealed class ReportAcceptedHandler(ReportReading reading) : IEventHandler<ReportAccepted>
{
    public Task HandleAsync(ReportAccepted @event, EventContext context, CancellationToken cancellationToken) =>
        reading.ReadAsync(@event.Report, cancellationToken);
}

/// <summary>
/// Reads a later version of a report, under its own id: the reading of the earlier one stays, since what an outlet once said it said. What an outlet
/// withdrew is not read.
/// </summary>
internal sealed class ReportRevisedHandler(ReportReading reading) : IEventHandler<ReportRevised>
{
    public Task HandleAsync(ReportRevised @event, EventContext context, CancellationToken cancellationToken) =>
        @event.Report.Withdrawn ? Task.CompletedTask : reading.ReadAsync(@event.Report, cancellationToken);
}
