using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Truceline.GeoZone.Obligations;
using Truceline.GeoZone.V1;

namespace Truceline.GeoZone.Storage;

/// <summary>Evidence on terms and their states in the database.</summary>
internal sealed class ObligationStore(GeoZoneDbContext db) : IObligationStore
{
    public async Task<ILookup<string, string>> EvidenceAsync(string agreementId, CancellationToken cancellationToken) =>
        (await db.Evidence.AsNoTracking().Where(e => e.AgreementId == agreementId).ToListAsync(cancellationToken))
            .ToLookup(e => e.ObligationId, e => e.ClaimId);

    public async Task AddEvidenceAsync(string agreementId, string obligationId, IEnumerable<string> claimIds, CancellationToken cancellationToken)
    {
        foreach (var claimId in claimIds)
        {
            // A row that an import cleared is still tracked: it only has to stay.
            if (await db.Evidence.FindAsync([agreementId, obligationId, claimId], cancellationToken) is { } row)
                db.Entry(row).State = EntityState.Unchanged;
            else
                db.Evidence.Add(new() { AgreementId = agreementId, ObligationId = obligationId, ClaimId = claimId });
        }
    }

    public async Task ClearEvidenceAsync(string agreementId, CancellationToken cancellationToken) =>
        db.Evidence.RemoveRange(await db.Evidence.Where(e => e.AgreementId == agreementId).ToListAsync(cancellationToken));

    public async Task<IReadOnlyDictionary<string, ObligationState>> LastStatesAsync(string agreementId, CancellationToken cancellationToken) =>
        (await db.ObligationStates.Where(s => s.AgreementId == agreementId).ToListAsync(cancellationToken))
            .ToDictionary(s => s.ObligationId, s => ObligationState.Parser.ParseFrom(s.Content));

    public async Task PutStateAsync(ObligationState state, CancellationToken cancellationToken)
    {
        var row = await db.ObligationStates.FindAsync([state.AgreementId, state.Obligation.Id], cancellationToken);
        if (row is null)
            db.ObligationStates.Add(row = new() { AgreementId = state.AgreementId, ObligationId = state.Obligation.Id, Revision = 0, Content = [] });
        row.Revision++;
        row.Content = state.ToByteArray();
    }
}
