using Microsoft.EntityFrameworkCore;

namespace Truceline.GeoZone.Storage;

/// <summary>Makes what the scope saves fail, and so be repeated, when an agreement was imported after the guard was set.</summary>
internal sealed class EpochGuard(GeoZoneDbContext db)
{
    public async Task HoldAsync(CancellationToken cancellationToken)
    {
        var epoch = await db.Epochs.SingleAsync(cancellationToken);
        // Written as it was: the update finds no row when the value is another by then.
        db.Entry(epoch).Property(e => e.Value).IsModified = true;
    }
}
