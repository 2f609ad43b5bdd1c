using Truceline.ServiceDefaults.Storage;

namespace Truceline.GeoZone.Storage;

/// <summary>
/// Turns at judging. What a claim means depends on the claims, incidents and agreements before it, so whoever judges sees all that was judged
/// before and holds up, on every replica, who comes after, until the transaction ends.
/// </summary>
internal sealed class JudgementTurn(GeoZoneDbContext db)
{
    private const string Counter = "judgements";

    /// <summary>Waits for the turn. Call it before anything is read.</summary>
    public Task TakeAsync(CancellationToken cancellationToken) => db.CountUpAsync(Counter, 1, cancellationToken);
}
