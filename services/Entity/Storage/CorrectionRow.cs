using System.ComponentModel.DataAnnotations;

namespace Truceline.Entity.Storage;

/// <summary>A correction in the table <c>corrections</c>.</summary>
internal sealed class CorrectionRow
{
    [MaxLength(40)]
    public required string Id { get; init; }

    /// <summary>Order among all corrections.</summary>
    public required long Sequence { get; init; }

    public required int Kind { get; init; }

    [MaxLength(120)]
    public required string EntityId { get; init; }

    [MaxLength(120)]
    public required string OtherEntityId { get; init; }

    /// <summary>The proto.</summary>
    public required byte[] Correction { get; set; }

    /// <summary>First versions of the reports that it names, a line each.</summary>
    public required string ChainIds { get; init; }

    /// <summary>Mark of a rejected mention, as its bits; 0 for none.</summary>
    public required long Mark { get; init; }

    public bool IsReverted { get; set; }
}
