using Truceline.Entity.V1;
using Truceline.Events.V1;

namespace Truceline.Entity.ClaimDesk;

/// <summary>Tells the other services what an analyst did to a claim.</summary>
internal interface IClaimAnnouncer
{
    /// <summary>Tells of a claim: as it is now, or that it counts no longer.</summary>
    /// <param name="claim">The claim, with what the ids of its entities mean now.</param>
    /// <param name="envelope">What is told of its report.</param>
    /// <param name="now">The present.</param>
    void Announce(Claim claim, ClaimsExtracted envelope, DateTimeOffset now);
}
