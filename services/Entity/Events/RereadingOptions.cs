using System.ComponentModel.DataAnnotations;

namespace Truceline.Entity.Events;

/// <summary>How reports are read again when the reader has changed.</summary>
internal sealed class RereadingOptions
{
    internal const string Section = "Entity:Rereading";

    /// <summary>Most reports that are read again in a second; default 5, in the range [0.01, 1000].</summary>
    [Range(0.01, 1000)]
    public double ReportsPerSecond { get; set; } = 5;

    /// <summary>Seconds between two looks for reports that an earlier reader read; default 60, in the range [0.1, 86400].</summary>
    [Range(0.1, 86_400)]
    public double LookSeconds { get; set; } = 60;
}
