using Microsoft.EntityFrameworkCore;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.Ingest.Storage;

/// <summary>Database of Ingest.</summary>
internal sealed class IngestDbContext(DbContextOptions<IngestDbContext> options) : ServiceDbContext(options)
{
    public DbSet<ReportRow> Reports => Set<ReportRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<ReportRow>(report =>
        {
            report.ToTable("reports");
            report.HasKey(r => r.Id);
            report.HasIndex(r => new { r.ReceivedTime, r.Id });
        });
    }
}
