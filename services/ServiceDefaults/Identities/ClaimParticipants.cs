using Truceline.Entity.V1;

namespace Truceline.ServiceDefaults.Identities;

/// <summary>Those who take part in a claim. Pure.</summary>
public static class ClaimParticipants
{
    /// <summary>All of them, in any part.</summary>
    public static IEnumerable<Participant> Of(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim.Actors.Concat(claim.Targets).Concat(claim.ObjectEntities).Append(claim.Speaker).Append(claim.Source).OfType<Participant>();
    }

    /// <summary>Gives them other names and countries.</summary>
    /// <param name="claim">The claim; it is changed.</param>
    /// <param name="names">Name and country by id; who is not in it stays.</param>
    /// <returns>Whether it changed anything.</returns>
    public static bool Rename(Claim claim, IReadOnlyDictionary<string, (string Name, string Country)> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var changed = false;
        foreach (var participant in Of(claim))
        {
            // What was erased stays erased.
            if (participant.Name.Length == 0 && participant.EntityId.EndsWith("erased", StringComparison.Ordinal))
            {
                continue;
            }

            if (names.TryGetValue(participant.EntityId, out var meant) && (participant.Name, participant.Country) != meant)
            {
                (participant.Name, participant.Country, changed) = (meant.Name, meant.Country, true);
            }
        }

        return changed;
    }
}
