using System.ComponentModel.DataAnnotations;

namespace Truceline.Ingest.Stories;

/// <summary>Which reports are compared; section <c>Ingest:Stories</c>.</summary>
internal sealed class StoryOptions
{
    /// <summary>Name of the section.</summary>
    internal const string Section = "Ingest:Stories";

    /// <summary>How long after its receipt a report can be found to be what a later one copies, in days. The index of all these is in memory. Default 30; [1, 3,650].</summary>
    [Range(1, 3650)]
    public int WindowDays { get; set; } = 30;

    /// <summary>
    /// How often this replica reads into its index what others stored, in seconds; what was stored meanwhile is read before a report is compared, so this
    /// only keeps the wait short. Default 2; [0.1, 3,600].
    /// </summary>
    [Range(0.1, 3600)]
    public double PollSeconds { get; set; } = 2;
}
