using Microsoft.EntityFrameworkCore;

namespace Truceline.Entity.Storage;

/// <summary>Tables of happenings, ties and corrections of claims.</summary>
internal static class ClaimDeskTables
{
    internal static void AddClaimDesk(this ModelBuilder model)
    {
        model.Entity<HappeningRow>(happening =>
        {
            happening.ToTable("happenings");
            happening.HasKey(h => h.HappeningId);
            happening.HasIndex(h => new { h.LastDay, h.HappeningId });
            happening.HasIndex(h => h.MergedInto);
        });
        model.Entity<HappeningKeyRow>(key =>
        {
            key.ToTable("happening_keys");
            key.HasKey(k => new { k.Key, k.ClaimId });
            key.HasIndex(k => k.ReportId);
        });
        model.Entity<ClaimLinkRow>(link =>
        {
            link.ToTable("claim_links");
            link.HasKey(l => new { l.ClaimId, l.OtherClaimId, l.Relation });
            link.HasIndex(l => l.OtherClaimId);
            link.HasIndex(l => l.ReportId);
            link.HasIndex(l => l.OtherReportId);
        });
        model.Entity<ClaimCorrectionRow>(correction =>
        {
            correction.ToTable("claim_corrections");
            correction.HasKey(c => c.Id);
            correction.Property(c => c.Id).ValueGeneratedNever();
            correction.HasIndex(c => c.Sequence).IsUnique();
            correction.HasIndex(c => c.ClaimId);
            correction.HasIndex(c => c.ReportId);
        });
        model.Entity<ReadingChangeRow>(change =>
        {
            change.ToTable("reading_changes");
            change.HasKey(c => c.Sequence);
            change.Property(c => c.Sequence).ValueGeneratedOnAdd();
            change.HasIndex(c => new { c.ReportId, c.Sequence });
            change.HasIndex(c => new { c.Reader, c.Sequence });
        });
        model.Entity<ReaderRow>(reader =>
        {
            reader.ToTable("readers");
            reader.HasKey(r => r.Reader);
        });
    }
}
