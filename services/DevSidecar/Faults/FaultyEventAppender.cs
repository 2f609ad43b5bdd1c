using System.Security.Cryptography;
using System.Text.Json;
using Grpc.Core;
using Truceline.DevSidecar.Publishing;
using Truceline.DevSidecar.Streams;

namespace Truceline.DevSidecar.Faults;

/// <summary>Spoils publishing as the rules say; without rules it passes everything on. A bulk request fails or waits as a whole.</summary>
internal sealed class FaultyEventAppender(
    IEventAppender inner, FaultControl control, PublishAttempts attempts, Executioner executioner, TimeProvider time) : IEventAppender
{
    public Task AppendAsync(AppOptions app, IReadOnlyList<StreamEntry> entries, CancellationToken cancellationToken)
    {
        var active = control.Active;
        return active.Plan.IsEmpty ? inner.AppendAsync(app, entries, cancellationToken) : SpoilAsync(active, app, entries, cancellationToken);
    }

    private async Task SpoilAsync(ActiveFaults active, AppOptions app, IReadOnlyList<StreamEntry> entries, CancellationToken cancellationToken)
    {
        var decided = entries.Select(entry => Decide(active.Plan, app, entry)).ToList();

        var delay = decided.Max(one => one.Faults.Delay) ?? TimeSpan.Zero;
        Count(FaultKind.PublishDelay, decided, one => one.Faults.Delay is not null);
        await active.WaitAsync(delay, time, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();

        foreach (var one in decided)
            executioner.Carry(one.Faults.DieBefore, DeathPoint.BeforeAppend, one.Target);
        if (Count(FaultKind.PublishFail, decided, one => one.Faults.Fail))
            throw Unavailable("A fault: nothing was stored.");

        Count(FaultKind.PublishDuplicate, decided, one => one.Faults.Duplicate);
        await inner.AppendAsync(app, [.. entries, .. decided.Where(one => one.Faults.Duplicate).Select(one => one.Entry)], cancellationToken);

        foreach (var one in decided)
            executioner.Carry(one.Faults.DieAfter, DeathPoint.AfterAppend, one.Target);
        if (Count(FaultKind.PublishFailAfter, decided, one => one.Faults.FailAfter))
            throw Unavailable("A fault: the answer was lost.");
    }

    private Decided Decide(FaultPlan plan, AppOptions app, StreamEntry entry)
    {
        var target = new FaultTarget(app.AppId, entry.Stream.Topic, IdOf(entry));
        var attempt = attempts.Next(target);
        return new Decided(entry, target, attempt, plan.ForPublish(target, attempt));
    }

    private bool Count(FaultKind kind, List<Decided> decided, Func<Decided, bool> isHit)
    {
        var hit = decided.Where(isHit).ToList();
        foreach (var one in hit)
            control.Injected(kind, one.Target, one.Attempt);
        return hit.Count > 0;
    }

    /// <summary>A raw payload has no id: its hash stands for it.</summary>
    private static string IdOf(StreamEntry entry)
    {
        if (!EnvelopeFactory.IsRaw(entry.Metadata))
        {
            try
            {
                return CloudEventEnvelope.Parse(entry.Data).Text(CloudEventFields.Id) ?? "";
            }
            catch (JsonException)
            {
                // Treated as raw.
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(entry.Data.Span));
    }

    private static RpcException Unavailable(string detail) => new(new Status(StatusCode.Unavailable, detail));

    private sealed record Decided(StreamEntry Entry, FaultTarget Target, int Attempt, PublishFaults Faults);
}
