using System.ComponentModel.DataAnnotations;

namespace Truceline.Ingest.Stories.Signatures;

/// <summary>What replicas share of signatures in Redis; section <c>Ingest:Signatures</c>.</summary>
internal sealed class SignatureOptions
{
    /// <summary>Name of the section.</summary>
    internal const string Section = "Ingest:Signatures";

    /// <summary>How long Redis keeps a report's signature and keys, in hours; about 3.5 kB a report. Default 24; [1, 720].</summary>
    [Range(1, 720)]
    public int SharedHours { get; set; } = 24;

    /// <summary>Most batches on their way to Redis; what comes while it is that slow is not shared, and read from storage. Default 16; [1, 1,024].</summary>
    [Range(1, 1024)]
    public int BatchesUnderWay { get; set; } = 16;
}
