using Truceline.DevSidecar.Delivery;

namespace Truceline.DevSidecar.Faults;

/// <summary>Spoils deliveries as the rules say; without rules it passes everything on.</summary>
internal sealed class FaultyTopicEventSender(
    ITopicEventSender inner, FaultControl control, HoldBackGate gate, Executioner executioner, TimeProvider time) : ITopicEventSender
{
    public Task<Attempt> SendAsync(TopicEventCall call, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var active = control.Active;
        return active.Plan.IsEmpty ? inner.SendAsync(call, deadline, cancellationToken) : SpoilAsync(active, call, deadline, cancellationToken);
    }

    private async Task<Attempt> SpoilAsync(ActiveFaults active, TopicEventCall call, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var target = new FaultTarget(call.AppId, call.Request.Topic, call.EventId);
        var faults = active.Plan.ForDelivery(target, call.Number);

        executioner.Carry(faults.DieBefore, DeathPoint.BeforeDelivery, target);
        if (faults.HoldBack is { } longest)
            await HoldBackAsync(active, target, call, Shorter(longest, Left(deadline)), cancellationToken);
        if (faults.Delay is { } delay)
        {
            control.Injected(FaultKind.Delay, target, call.Number);
            await active.WaitAsync(Shorter(delay, Left(deadline)), time, cancellationToken);
        }

        if (faults.Stall)
        {
            control.Injected(FaultKind.Stall, target, call.Number);
            await active.WaitAsync(Left(deadline), time, cancellationToken);
            if (!active.Replaced.IsCompleted)
                return new Attempt(DeliveryOutcome.Failed, "a fault: stalled until the processing timeout");
        }

        if (faults.Fail)
        {
            control.Injected(FaultKind.Fail, target, call.Number);
            return new Attempt(DeliveryOutcome.Failed, "a fault: the app was not called");
        }

        var attempt = await SendOnceOrTwiceAsync(faults.Duplicate, target, call, deadline, cancellationToken);
        if (attempt.Outcome != DeliveryOutcome.Handled)
            return attempt;
        executioner.Carry(faults.DieAfter, DeathPoint.AfterDelivery, target);
        if (!faults.FailAfter)
            return attempt;
        control.Injected(FaultKind.FailAfter, target, call.Number);
        return new Attempt(DeliveryOutcome.Failed, "a fault: the app's answer was lost");
    }

    private async Task HoldBackAsync(
        ActiveFaults active, FaultTarget target, TopicEventCall call, TimeSpan longest, CancellationToken cancellationToken)
    {
        if (longest <= TimeSpan.Zero)
            return;
        if (await gate.HoldAsync(target, call.MessageId, longest, active.Replaced, cancellationToken))
            control.Injected(FaultKind.Reorder, target, call.Number);
    }

    private async Task<Attempt> SendOnceOrTwiceAsync(
        CopyTiming? copying, FaultTarget target, TopicEventCall call, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        if (copying is not null)
            control.Injected(FaultKind.Duplicate, target, call.Number);
        var copy = copying == CopyTiming.AtOnce ? inner.SendAsync(call.Copy(), deadline, cancellationToken) : null;
        var again = copying == CopyTiming.After ? call.Copy() : null;

        var attempt = await inner.SendAsync(call, deadline, cancellationToken);
        if (attempt.Outcome == DeliveryOutcome.Handled)
            gate.Handled(target, call.MessageId);

        if (again is not null)
            await inner.SendAsync(again, deadline, cancellationToken);
        if (copy is not null)
            await copy;
        return attempt;
    }

    private TimeSpan Left(DateTimeOffset deadline) => deadline - time.GetUtcNow();

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
