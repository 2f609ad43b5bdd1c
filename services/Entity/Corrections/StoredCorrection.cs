using Truceline.Entity.V1;

namespace Truceline.Entity.Corrections;

/// <summary>A correction with what is kept beside it to apply it to reports that come later. Immutable but for the proto, which is not changed.</summary>
/// <param name="Correction">What was corrected.</param>
internal sealed record StoredCorrection(Correction Correction)
{
    /// <summary>First versions of the reports that a split or a rejected mention names.</summary>
    public IReadOnlySet<string> ChainIds { get; init; } = new HashSet<string>();

    /// <summary>Names of a split, folded.</summary>
    public IReadOnlySet<string> NameKeys { get; init; } = new HashSet<string>();

    /// <summary>Mark of a rejected mention.</summary>
    public ulong Mark { get; init; }

    /// <summary>Whether nobody reverted it.</summary>
    public bool IsInForce => Correction.RevertTime is null;
}
