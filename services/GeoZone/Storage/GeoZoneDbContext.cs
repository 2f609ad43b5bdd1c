using Microsoft.EntityFrameworkCore;
using Truceline.ServiceDefaults.Erasure;
using Truceline.ServiceDefaults.Identities;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.GeoZone.Storage;

/// <summary>Database of GeoZone, as it is on SQLite.</summary>
internal class GeoZoneDbContext(DbContextOptions options) : ServiceDbContext(options)
{
    public DbSet<AgreementRow> Agreements => Set<AgreementRow>();

    public DbSet<ClaimRow> Claims => Set<ClaimRow>();

    public DbSet<WithdrawnClaimRow> WithdrawnClaims => Set<WithdrawnClaimRow>();

    public DbSet<StoryMergeRow> StoryMerges => Set<StoryMergeRow>();

    public DbSet<IncidentRow> Incidents => Set<IncidentRow>();

    public DbSet<IncidentReportRow> IncidentReports => Set<IncidentReportRow>();

    public DbSet<EvidenceRow> Evidence => Set<EvidenceRow>();

    public DbSet<ObligationStateRow> ObligationStates => Set<ObligationStateRow>();

    public DbSet<KeptObjectRow> KeptObjects => Set<KeptObjectRow>();

    public DbSet<KeptVersionRow> KeptVersions => Set<KeptVersionRow>();

    public DbSet<KeptNameRow> KeptNames => Set<KeptNameRow>();

    public DbSet<FenceRow> Fences => Set<FenceRow>();

    public DbSet<TrackRow> Tracks => Set<TrackRow>();

    public DbSet<TrackFixRow> TrackFixes => Set<TrackFixRow>();

    public DbSet<TransitionRow> Transitions => Set<TransitionRow>();

    public DbSet<TransitionChangeRow> TransitionChanges => Set<TransitionChangeRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.AddErasedReports();
        modelBuilder.AddEntityStandings();
        modelBuilder.AddKeptVersions();
        modelBuilder.AddTracks();
        modelBuilder.Entity<AgreementRow>(agreement =>
        {
            agreement.ToTable("agreements");
            agreement.HasKey(a => a.Id);
        });
        modelBuilder.Entity<ClaimRow>(claim =>
        {
            claim.ToTable("claims");
            claim.HasKey(c => c.Id);
            claim.HasIndex(c => new { c.IsDenial, c.FirstDay });
            claim.HasIndex(c => c.StoryId);
        });
        modelBuilder.Entity<WithdrawnClaimRow>(withdrawn =>
        {
            withdrawn.ToTable("withdrawn_claims");
            withdrawn.HasKey(w => w.Id);
        });
        modelBuilder.Entity<StoryMergeRow>(merge =>
        {
            merge.ToTable("story_merges");
            merge.HasKey(m => m.StoryId);
            merge.HasIndex(m => m.MergedInto);
        });
        modelBuilder.Entity<IncidentRow>(incident =>
        {
            incident.ToTable("incidents");
            incident.HasKey(i => i.Id);
            incident.Property(i => i.Version).IsConcurrencyToken();
            incident.HasIndex(i => new { i.AgreementId, i.FirstDay });
            incident.HasIndex(i => new { i.UpdatedTime, i.Id });
        });
        modelBuilder.Entity<IncidentReportRow>(report =>
        {
            report.ToTable("incident_reports");
            report.HasKey(r => new { r.IncidentId, r.ReportId });
            report.HasIndex(r => r.ReportId);
        });
        modelBuilder.Entity<EvidenceRow>(evidence =>
        {
            evidence.ToTable("obligation_evidence");
            evidence.HasKey(e => new { e.AgreementId, e.ObligationId, e.ClaimId });
        });
        modelBuilder.Entity<ObligationStateRow>(state =>
        {
            state.ToTable("obligation_states");
            state.HasKey(s => new { s.AgreementId, s.ObligationId });
            state.Property(s => s.Revision).IsConcurrencyToken();
        });
    }
}

/// <summary>The same on PostgreSQL, with migrations of its own.</summary>
internal sealed class GeoZonePostgreSqlContext(DbContextOptions<GeoZonePostgreSqlContext> options) : GeoZoneDbContext(options);
