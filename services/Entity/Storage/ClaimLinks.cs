using Microsoft.EntityFrameworkCore;
using Truceline.Entity.V1;

namespace Truceline.Entity.Storage;

/// <summary>Ties of claims as they are shown: those of their reading, those to other reports, and what analysts say.</summary>
internal sealed class ClaimLinks(EntityDbContext db)
{
    /// <summary>Completes the ties of claims, and says on a tie that an analyst took off nothing.</summary>
    internal async Task AddAsync(IReadOnlyCollection<Claim> claims, CancellationToken cancellationToken)
    {
        foreach (var part in claims.Chunk(500))
        {
            string[] ids = [.. part.Select(c => c.Id)];
            var rows = (await db.ClaimLinks.AsNoTracking().Where(l => ids.Contains(l.ClaimId)).ToListAsync(cancellationToken)).ToLookup(l => l.ClaimId);
            foreach (var claim in part.Where(c => rows.Contains(c.Id)))
            {
                var links = claim.Links.Select(l => (l.ClaimId, Relation: (int)l.Relation)).Concat(rows[claim.Id].Where(r => !r.IsRemoved).Select(r => (ClaimId: r.OtherClaimId, r.Relation)))
                    .Except(rows[claim.Id].Where(r => r.IsRemoved).Select(r => (ClaimId: r.OtherClaimId, r.Relation)))
                    .OrderBy(l => l.Relation).ThenBy(l => l.ClaimId, StringComparer.Ordinal).ToList();
                claim.Links.Clear();
                claim.Links.Add(links.Select(l => new ClaimLink { Relation = (ClaimRelation)l.Relation, ClaimId = l.ClaimId }));
            }
        }
    }
}
