using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Truceline.ServiceDefaults.Erasure;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.Entity.Storage;

/// <summary>Database of Entity, as it is on SQLite.</summary>
internal class EntityDbContext(DbContextOptions options) : ServiceDbContext(options)
{
    public DbSet<ReadingRow> Readings => Set<ReadingRow>();

    public DbSet<ClaimRow> Claims => Set<ClaimRow>();

    public DbSet<EntityRow> Entities => Set<EntityRow>();

    public DbSet<EntityNameRow> EntityNames => Set<EntityNameRow>();

    public DbSet<AppearanceRow> Appearances => Set<AppearanceRow>();

    public DbSet<ParticipationRow> Participations => Set<ParticipationRow>();

    public DbSet<CorrectionRow> Corrections => Set<CorrectionRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.AddErasedReports();
        modelBuilder.AddIdentity();
        modelBuilder.Entity<ReadingRow>(reading =>
        {
            reading.ToTable("readings");
            reading.HasKey(r => r.ReportId);
        });
        modelBuilder.Entity<ClaimRow>(claim =>
        {
            claim.ToTable("claims");
            claim.HasKey(c => c.Sequence);
            claim.Property(c => c.Sequence).ValueGeneratedOnAdd();
            claim.HasIndex(c => c.ClaimId).IsUnique();
            claim.HasIndex(c => new { c.ReportId, c.Sequence });
        });
    }
}

/// <summary>A reading in the table <c>readings</c>: its proto without the claims.</summary>
internal sealed class ReadingRow
{
    [MaxLength(80)]
    public required string ReportId { get; init; }

    public required byte[] Reading { get; set; }
}

/// <summary>A claim in the table <c>claims</c>.</summary>
internal sealed class ClaimRow
{
    public long Sequence { get; init; }

    [MaxLength(80)]
    public required string ClaimId { get; init; }

    [MaxLength(80)]
    public required string ReportId { get; init; }

    public required int Kind { get; init; }

    public required byte[] Claim { get; set; }
}

/// <summary>The same on PostgreSQL, with migrations of its own.</summary>
internal sealed class EntityPostgreSqlContext(DbContextOptions<EntityPostgreSqlContext> options) : EntityDbContext(options);
