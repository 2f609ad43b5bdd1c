using System.ComponentModel.DataAnnotations;

namespace Truceline.Ingest.Rejections;

/// <summary>How many refused items are kept; section <c>Ingest:Rejections</c>.</summary>
internal sealed class RejectionOptions
{
    /// <summary>Name of the section.</summary>
    internal const string Section = "Ingest:Rejections";

    /// <summary>Most refused items of one document that are kept one by one. Default 10,000; [1, 1,000,000].</summary>
    [Range(1, 1_000_000)]
    public int MostPerDocument { get; set; } = 10_000;
}
