using System.ComponentModel.DataAnnotations;

namespace Truceline.Ingest.Retention;

/// <summary>How long what is kept, by kind, in days after receipt; 0 is without limit. Section <c>Ingest:Retention</c>. Results of files that were uploaded have <c>Ingest:Uploads:ResultDays</c>, looks at sources <c>Ingest:Sources:FetchesKept</c>.</summary>
internal sealed class RetentionOptions
{
    /// <summary>Name of the section.</summary>
    internal const string Section = "Ingest:Retention";

    /// <summary>Raw documents: their bytes go, their hashes stay. Default 0; [0, 36,500].</summary>
    [Range(0, 36_500)]
    public int DocumentsDays { get; set; }

    /// <summary>Reports: their words go here and in every service, as when they are erased; ids, hashes and places in stories stay. Default 0; [0, 36,500].</summary>
    [Range(0, 36_500)]
    public int ReportsDays { get; set; }

    /// <summary>Positions as received. Default 365; [0, 36,500].</summary>
    [Range(0, 36_500)]
    public int PositionsDays { get; set; } = 365;

    /// <summary>Refused items that nobody replayed. Default 90; [0, 36,500].</summary>
    [Range(0, 36_500)]
    public int RejectionsDays { get; set; } = 90;
}
