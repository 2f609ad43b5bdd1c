using Microsoft.EntityFrameworkCore;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.Ingest.Storage;

/// <summary>Database of Ingest, as it is on SQLite.</summary>
internal class IngestDbContext(DbContextOptions options) : ServiceDbContext(options)
{
    public DbSet<DocumentRow> Documents => Set<DocumentRow>();

    public DbSet<ReportRow> Reports => Set<ReportRow>();

    public DbSet<StoryRow> Stories => Set<StoryRow>();

    public DbSet<StoryReportRow> StoryReports => Set<StoryReportRow>();

    public DbSet<RejectionRow> Rejections => Set<RejectionRow>();

    public DbSet<PositionRow> Positions => Set<PositionRow>();

    public DbSet<SourceRow> Sources => Set<SourceRow>();

    public DbSet<SourceFetchRow> SourceFetches => Set<SourceFetchRow>();

    public DbSet<SourceDayRow> SourceDays => Set<SourceDayRow>();

    public DbSet<UploadRow> Uploads => Set<UploadRow>();

    public DbSet<UploadPieceRow> UploadPieces => Set<UploadPieceRow>();

    public DbSet<UploadResultsRow> UploadResults => Set<UploadResultsRow>();

    public DbSet<ReportDocumentRow> ReportDocuments => Set<ReportDocumentRow>();

    public DbSet<ErasureRow> Erasures => Set<ErasureRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        ErasureRow.Configure(modelBuilder);
        ReportDocumentRow.Configure(modelBuilder);
        modelBuilder.AddStories();
        UploadModel.Configure(modelBuilder);
        modelBuilder.Entity<DocumentRow>(document =>
        {
            document.ToTable("documents");
            document.HasKey(d => d.Id);
            document.HasIndex(d => d.ReceivedTime);
        });
        modelBuilder.Entity<ReportRow>(report =>
        {
            report.ToTable("reports");
            report.HasKey(r => r.Id);
            report.HasIndex(r => new { r.ReceivedTime, r.Id });
            report.HasIndex(r => r.DocumentId);
        });
        modelBuilder.Entity<SourceRow>(source =>
        {
            source.ToTable("sources");
            source.HasKey(s => s.Id);
            source.Property(s => s.Revision).IsConcurrencyToken();
            source.HasIndex(s => s.NextDueTime);
            source.HasIndex(s => s.Address);
        });
        modelBuilder.Entity<SourceFetchRow>(fetch =>
        {
            fetch.ToTable("source_fetches");
            fetch.HasKey(f => f.Number);
            fetch.Property(f => f.Number).ValueGeneratedOnAdd();
            fetch.HasIndex(f => new { f.SourceId, f.Number });
        });
        modelBuilder.Entity<SourceDayRow>(day =>
        {
            day.ToTable("source_days");
            day.HasKey(d => new { d.SourceId, d.Day });
        });
        modelBuilder.Entity<PositionRow>(position =>
        {
            position.ToTable("positions");
            position.HasKey(p => p.Id);
            position.HasIndex(p => new { p.ObjectId, p.Time, p.Id });
            position.HasIndex(p => new { p.Time, p.Id });
            position.HasIndex(p => new { p.ReceivedTime, p.Id });
        });
        modelBuilder.Entity<RejectionRow>(rejection =>
        {
            rejection.ToTable("rejections");
            rejection.HasKey(r => r.Id);
            rejection.HasIndex(r => r.DocumentId);
            rejection.HasIndex(r => new { r.ReceivedTime, r.Id });
        });
    }
}

/// <summary>The same on PostgreSQL, with migrations of its own.</summary>
internal sealed class IngestPostgreSqlContext(DbContextOptions<IngestPostgreSqlContext> options) : IngestDbContext(options);
