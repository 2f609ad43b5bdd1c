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

    public DbSet<HappeningRow> Happenings => Set<HappeningRow>();

    public DbSet<HappeningKeyRow> HappeningKeys => Set<HappeningKeyRow>();

    public DbSet<ClaimLinkRow> ClaimLinks => Set<ClaimLinkRow>();

    public DbSet<ClaimCorrectionRow> ClaimCorrections => Set<ClaimCorrectionRow>();

    public DbSet<ReadingChangeRow> ReadingChanges => Set<ReadingChangeRow>();

    public DbSet<ReaderRow> Readers => Set<ReaderRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.AddErasedReports();
        modelBuilder.AddIdentity();
        modelBuilder.AddClaimDesk();
        modelBuilder.Entity<ReadingRow>(reading =>
        {
            reading.ToTable("readings");
            reading.HasKey(r => r.ReportId);
            reading.HasIndex(r => new { r.Reader, r.ReportId });
            reading.HasIndex(r => r.StoryId);
        });
        modelBuilder.Entity<ClaimRow>(claim =>
        {
            claim.ToTable("claims");
            claim.HasKey(c => c.Sequence);
            claim.Property(c => c.Sequence).ValueGeneratedOnAdd();
            claim.HasIndex(c => c.ClaimId).IsUnique();
            claim.HasIndex(c => new { c.ReportId, c.Sequence });
            claim.HasIndex(c => new { c.Class, c.Sequence });
            claim.HasIndex(c => c.HappeningId);
        });
    }
}

/// <summary>A reading in the table <c>readings</c>: its proto without the claims.</summary>
internal sealed class ReadingRow
{
    [MaxLength(80)]
    public required string ReportId { get; init; }

    public required byte[] Reading { get; set; }

    /// <summary>Version of the reader; empty when it was not kept.</summary>
    [MaxLength(200)]
    public string Reader { get; set; } = "";

    /// <summary>What the event on its claims says of the report, without the claims; empty when it was not kept.</summary>
    public byte[] Envelope { get; set; } = [];

    /// <summary>The story whose text the report carries.</summary>
    [MaxLength(80)]
    public string StoryId { get; set; } = "";
}

/// <summary>A claim in the table <c>claims</c>.</summary>
internal sealed class ClaimRow
{
    public long Sequence { get; init; }

    [MaxLength(80)]
    public required string ClaimId { get; init; }

    [MaxLength(80)]
    public required string ReportId { get; init; }

    public required int Kind { get; set; }

    /// <summary>The claim as it counts, with corrections.</summary>
    public required byte[] Claim { get; set; }

    /// <summary>The claim as the reader has it; null when nobody corrected it.</summary>
    public byte[]? AsRead { get; set; }

    [MaxLength(80)]
    public string Class { get; set; } = "";

    public int Mode { get; set; }

    public bool IsBackground { get; set; }

    /// <summary>What an analyst said of it (<see cref="V1.ReviewState"/>).</summary>
    public int Review { get; set; }

    public long Revision { get; set; }

    /// <summary>The happening on which it is a claim; empty for none.</summary>
    [MaxLength(80)]
    public string HappeningId { get; set; } = "";
}

/// <summary>The same on PostgreSQL, with migrations of its own.</summary>
internal sealed class EntityPostgreSqlContext(DbContextOptions<EntityPostgreSqlContext> options) : EntityDbContext(options);
