using Truceline.Entity.V1;

namespace Truceline.Entity.Corrections;

/// <summary>An entity that a correction changed, as it is after it.</summary>
/// <param name="EntityId">Its id.</param>
/// <param name="CanonicalId">The entity that it means.</param>
/// <param name="Name">Name of that one, as evidence has it.</param>
/// <param name="Country">Country of that one; empty when not known.</param>
/// <param name="Type">Type of that one, as evidence has it.</param>
/// <param name="Version">Counts up with every change.</param>
internal sealed record TouchedEntity(string EntityId, string CanonicalId, string Name, string Country, EntityType Type, long Version);

/// <summary>Tells the other services of corrections, in the transaction that makes them.</summary>
internal interface ICorrectionAnnouncer
{
    /// <summary>Tells of one that was made or reverted.</summary>
    /// <param name="correction">The correction.</param>
    /// <param name="touched">Entities that it changed.</param>
    /// <param name="movedReports">Reports in which something belongs to another entity now.</param>
    /// <param name="inForce">Corrections in force after it.</param>
    /// <param name="now">The present.</param>
    void Announce(
        Correction correction, IReadOnlyList<TouchedEntity> touched, IReadOnlyCollection<string> movedReports, CorrectionSet inForce, DateTimeOffset now);
}
