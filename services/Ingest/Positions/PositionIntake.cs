using Google.Rpc;
using Microsoft.Extensions.Options;
using Truceline.Ingest.Intake;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Ingest.Positions;

/// <summary>Checks positions and hands them to the writer. Safe for many threads.</summary>
internal sealed class PositionIntake(IIntakeWriter writer, TimeProvider time, IOptions<IntakeOptions> options)
{
    /// <summary>How many positions of one stream are read ahead of what is durable.</summary>
    internal int ReadAhead => options.Value.ReadAhead;

    /// <summary>Waits until there is room for the position.</summary>
    /// <param name="draft">The position; null when none was given.</param>
    /// <param name="path">Its path in the request.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What became of it, once that is durable.</returns>
    internal async Task<Task<PositionResult>> AcceptAsync(PositionDraft? draft, string path, CancellationToken cancellationToken)
    {
        var received = time.GetUtcNow();
        var violations = new FieldViolations();
        PositionRules.Check(draft, path, received, violations);
        if (violations.Count > 0)
        {
            return Task.FromResult(new PositionResult(ItemOutcome.Rejected, null, violations.All));
        }

        var position = PositionFactory.Create(draft!, "", "", "", received);
        var stored = await writer.EnqueueAsync(new IntakeItem { Position = position }, cancellationToken);
        return ResultAsync(position, stored);
    }

    private static async Task<PositionResult> ResultAsync(ObservedPosition position, Task<IntakeResult> stored) =>
        new((await stored).Outcome, position, []);
}

/// <summary>What became of a position.</summary>
/// <param name="Outcome">Accepted, known or rejected.</param>
/// <param name="Position">The position; null when it was rejected.</param>
/// <param name="Violations">Why it was rejected.</param>
internal sealed record PositionResult(ItemOutcome Outcome, ObservedPosition? Position, IReadOnlyList<BadRequest.Types.FieldViolation> Violations)
{
    /// <summary>The same as an item of a batch.</summary>
    internal ItemResult ToItem(int index) => new()
    {
        Index = index,
        Outcome = Outcome,
        PositionId = Position?.Id ?? "",
        Violations = { Violations },
    };
}
