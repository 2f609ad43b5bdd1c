using Truceline.Entity.Corrections;
using Truceline.Entity.Entities;

namespace Truceline.Entity.Storage;

/// <summary>What was stored of a reading's identities.</summary>
/// <param name="Outcome">What was decided.</param>
/// <param name="Corrections">Corrections in force.</param>
/// <param name="Meant">Entities whose id means another one than before, as they are now.</param>
/// <param name="MovedReports">Other reports in which something belongs to another entity now.</param>
internal sealed record IdentityChange(
    IdentityOutcome Outcome, CorrectionSet Corrections, IReadOnlyList<EntityRow> Meant, IReadOnlyList<string> MovedReports);
