using Microsoft.EntityFrameworkCore;
using Truceline.Entity.V1;
using Truceline.Events.V1;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.ServiceDefaults.Identities;

/// <summary>
/// What a service that holds claims does about entities that were merged, renamed or rejected: it remembers what their ids mean, and gives those who take part in claims the name
/// and country of whom they mean, so that merged ones are one to all that goes by names. The ids in claims stay; what is taken back is given back. Its database has the table
/// <c>entity_standings</c>.
/// </summary>
public sealed class EntityStandings(ServiceDbContext db)
{
    /// <summary>Remembers what ids mean; what is older than what is known changes nothing.</summary>
    /// <returns>Those that mean something else than before.</returns>
    public async Task<IReadOnlyList<EntityStanding>> TakeAsync(IEnumerable<EntityStanding> standings, CancellationToken cancellationToken)
    {
        var incoming = standings.Where(s => s.EntityId.Length > 0).GroupBy(s => s.EntityId).Select(g => g.MaxBy(s => s.Version)!).ToList();
        var ids = incoming.ConvertAll(s => s.EntityId);
        var known = await db.Set<KnownStanding>().Where(s => ids.Contains(s.EntityId)).ToDictionaryAsync(s => s.EntityId, cancellationToken);
        var changed = new List<EntityStanding>();
        foreach (var standing in incoming)
        {
            if (!known.TryGetValue(standing.EntityId, out var row))
            {
                db.Add(new KnownStanding
                {
                    EntityId = standing.EntityId,
                    CanonicalId = standing.CanonicalId,
                    Name = standing.Name,
                    Country = standing.Country,
                    Rejected = standing.Rejected,
                    Version = standing.Version,
                });
            }
            else if (row.Version < standing.Version)
            {
                (row.CanonicalId, row.Name, row.Country, row.Rejected, row.Version) =
                    (standing.CanonicalId, standing.Name, standing.Country, standing.Rejected, standing.Version);
            }
            else
            {
                continue;
            }

            changed.Add(standing);
        }

        return changed;
    }

    /// <summary>Gives those who take part in claims the name and country of whom they mean.</summary>
    /// <param name="claims">Claims; they are changed.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task ApplyAsync(IReadOnlyCollection<Claim> claims, CancellationToken cancellationToken)
    {
        string[] ids = [.. claims.SelectMany(ClaimParticipants.Of).Select(p => p.EntityId).Where(id => id.Length > 0).Distinct()];
        if (ids.Length == 0)
        {
            return;
        }

        var known = await db.Set<KnownStanding>().AsNoTracking().Where(s => ids.Contains(s.EntityId)).ToListAsync(cancellationToken);
        if (known.Count > 0)
        {
            var standings = known.ToDictionary(s => s.EntityId, s => (s.Rejected ? "" : s.Name, s.Rejected ? "" : s.Country));
            foreach (var claim in claims)
            {
                ClaimParticipants.Rename(claim, standings);
            }
        }
    }
}
