using Microsoft.EntityFrameworkCore;

namespace Truceline.Ingest.Storage;

/// <summary>
/// The tables of stories and versions. Ids are hashes: in an index each falls on a page of its own, which is then written whole for a few bytes. So what
/// belongs together is found by the number of a report, which only counts up.
/// </summary>
internal static class StoryTables
{
    internal static void AddStories(this ModelBuilder model)
    {
        model.Entity<StoryRow>(story =>
        {
            story.ToTable("stories");
            story.HasKey(s => s.Id);
            story.HasIndex(s => s.LastTime);
            story.HasIndex(s => s.MergedSequence);
            story.HasIndex(s => s.MergedInto);
        });
        model.Entity<StoryReportRow>(report =>
        {
            report.ToTable("story_reports");
            report.HasKey(r => r.Sequence);
            report.Property(r => r.Sequence).ValueGeneratedNever();
            report.HasIndex(r => new { r.StoryNumber, r.Time });
            report.HasIndex(r => r.ChainKey);
            report.HasIndex(r => r.ReceivedTime);
        });
        model.Entity<ReportRow>(report =>
        {
            report.HasIndex(r => r.Sequence);
            report.HasIndex(r => new { r.SourceId, r.ReceivedTime, r.Id });
        });
    }
}
