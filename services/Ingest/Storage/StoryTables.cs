using Microsoft.EntityFrameworkCore;

namespace Truceline.Ingest.Storage;

/// <summary>The tables of stories and versions.</summary>
internal static class StoryTables
{
    internal static void AddStories(this ModelBuilder model)
    {
        model.Entity<StoryRow>(story =>
        {
            story.ToTable("stories");
            story.HasKey(s => s.Id);
            story.HasIndex(s => new { s.LastTime, s.Id });
            story.HasIndex(s => s.MergedSequence);
            story.HasIndex(s => s.MergedInto);
        });
        model.Entity<StoryReportRow>(report =>
        {
            report.ToTable("story_reports");
            report.HasKey(r => r.ReportId);
            report.HasIndex(r => r.Sequence).IsUnique();
            report.HasIndex(r => new { r.StoryId, r.Time, r.ReportId });
            report.HasIndex(r => r.ChainKey);
            report.HasIndex(r => new { r.ChainId, r.Revision }).IsUnique();
            report.HasIndex(r => r.ReceivedTime);
        });
        model.Entity<ReportRow>(report =>
        {
            report.HasIndex(r => new { r.StoryId, r.ReceivedTime, r.Id });
            report.HasIndex(r => new { r.SourceId, r.ReceivedTime, r.Id });
        });
    }
}
