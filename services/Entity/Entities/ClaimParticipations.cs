using Truceline.Entity.V1;
using ReadingProto = Truceline.Entity.V1.Reading;

namespace Truceline.Entity.Entities;

/// <summary>That a thing takes part in a claim.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="LocalId">The thing, by the id in the stored claim.</param>
/// <param name="Role">Its part.</param>
/// <param name="Day">First day of the claim, or of its report, YYYY-MM-DD.</param>
/// <param name="IsDated">Whether the claim itself has a date.</param>
/// <param name="Class">Class of the claim.</param>
internal sealed record Participation(string ClaimId, string LocalId, ClaimRole Role, string Day, bool IsDated, string Class);

/// <summary>Who takes part in the claims of a reading. Pure.</summary>
internal static class ClaimParticipations
{
    /// <summary>Every part once.</summary>
    internal static IReadOnlyList<Participation> Of(ReadingProto reading) => [.. reading.Claims.SelectMany(c => Of(c, reading.Header.ReferenceDate)).Distinct()];

    private static IEnumerable<Participation> Of(Claim claim, string reportDay)
    {
        var day = claim.Date?.StartDate is { Length: > 0 } start ? start : "";
        var parts = claim.Actors.Select(p => (p.EntityId, Role: ClaimRole.Actor))
            .Concat(claim.Targets.Select(p => (p.EntityId, Role: ClaimRole.Target)))
            .Concat(claim.ObjectEntities.Select(p => (p.EntityId, Role: ClaimRole.Object)))
            .Append((EntityId: claim.Speaker?.EntityId ?? "", Role: ClaimRole.Speaker))
            .Append((EntityId: claim.Source?.EntityId ?? "", Role: ClaimRole.Source))
            .Append((EntityId: claim.Place?.EntityId ?? "", Role: ClaimRole.Place));
        return parts.Where(p => p.EntityId.Length > 0)
            .Select(p => new Participation(claim.Id, p.EntityId, p.Role, day.Length > 0 ? day : reportDay, day.Length > 0, claim.Class));
    }
}
