using Microsoft.EntityFrameworkCore;

namespace Truceline.Entity.Storage;

/// <summary>Tables of entities across documents.</summary>
internal static class IdentityTables
{
    internal static void AddIdentity(this ModelBuilder model)
    {
        model.Entity<EntityRow>(entity =>
        {
            entity.ToTable("entities");
            entity.HasKey(e => e.EntityId);
            entity.HasIndex(e => e.Change);
            entity.HasIndex(e => e.MergedInto);
            entity.HasIndex(e => e.KnowledgeId);
        });
        model.Entity<EntityNameRow>(name =>
        {
            name.ToTable("entity_names");
            name.HasKey(n => new { n.EntityId, n.Name });
        });
        model.Entity<AppearanceRow>(appearance =>
        {
            appearance.ToTable("appearances");
            appearance.HasKey(a => new { a.ReportId, a.LocalId });
            appearance.HasIndex(a => new { a.EntityId, a.Time, a.ReportId });
            appearance.HasIndex(a => a.BaseId);
            appearance.HasIndex(a => new { a.Key, a.Country });
            appearance.HasIndex(a => new { a.ShortKey, a.Time });
        });
        model.Entity<ParticipationRow>(participation =>
        {
            participation.ToTable("participations");
            participation.HasKey(p => new { p.ClaimId, p.LocalId, p.Role });
            participation.HasIndex(p => new { p.EntityId, p.Day, p.ClaimId });
            participation.HasIndex(p => p.ReportId);
        });
        model.Entity<CorrectionRow>(correction =>
        {
            correction.ToTable("corrections");
            correction.HasKey(c => c.Id);
            correction.Property(c => c.Id).ValueGeneratedNever();
            correction.HasIndex(c => c.Sequence).IsUnique();
            correction.HasIndex(c => new { c.EntityId, c.Sequence });
            correction.HasIndex(c => new { c.OtherEntityId, c.Sequence });
        });
    }
}
