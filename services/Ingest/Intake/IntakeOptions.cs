using System.ComponentModel.DataAnnotations;

namespace Truceline.Ingest.Intake;

/// <summary>How much is taken in at once; section <c>Ingest:Intake</c>.</summary>
internal sealed class IntakeOptions
{
    /// <summary>Name of the section.</summary>
    internal const string Section = "Ingest:Intake";

    /// <summary>Most items that wait to be stored; who brings more waits. Default 2,048; [16, 65,536].</summary>
    [Range(16, 65_536)]
    public int QueueLength { get; set; } = 2048;

    /// <summary>Most items that share a transaction: the more, the less is written, since what is kept by hashes falls on pages at random; and the longer others wait for their turn. Default 1,024; [1, 4,000].</summary>
    [Range(1, 4000)]
    public int BatchSize { get; set; } = 1024;

    /// <summary>Most items of one document that are read ahead of what is durable. Default 512; [1, 10,000].</summary>
    [Range(1, 10_000)]
    public int ReadAhead { get; set; } = 512;
}
