using Microsoft.EntityFrameworkCore;
using Truceline.ServiceDefaults.Erasure;
using Truceline.ServiceDefaults.Identities;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.Notification.Storage;

/// <summary>Database of Notification, as it is on SQLite.</summary>
internal class NotificationDbContext(DbContextOptions options) : ServiceDbContext(options)
{
    public DbSet<SubscriptionRow> Subscriptions => Set<SubscriptionRow>();

    public DbSet<AlertRow> Alerts => Set<AlertRow>();

    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();

    public DbSet<AlertClaimRow> AlertClaims => Set<AlertClaimRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.AddErasedReports();
        modelBuilder.AddEntityStandings();
        modelBuilder.Entity<SubscriptionRow>(subscription =>
        {
            subscription.ToTable("subscriptions");
            subscription.HasKey(s => s.Id);
        });
        modelBuilder.Entity<AlertRow>(alert =>
        {
            alert.ToTable("alerts");
            // Counted up by the writer: the order of the sequences is the order of the commits, and who has read up to one has missed none
            // before it.
            alert.HasKey(a => a.Sequence);
            alert.Property(a => a.Sequence).ValueGeneratedNever();
            alert.HasIndex(a => a.AlertId).IsUnique();
            alert.HasIndex(a => new { a.TraceId, a.Sequence });
            alert.HasIndex(a => a.SentTime);
        });
        modelBuilder.Entity<AlertClaimRow>(claim =>
        {
            claim.ToTable("alert_claims");
            claim.HasKey(c => new { c.ClaimId, c.AlertId });
            claim.HasIndex(c => c.AlertId);
            claim.HasIndex(c => c.SubjectId);
            claim.HasIndex(c => c.Time);
        });
        modelBuilder.Entity<DeliveryRow>(delivery =>
        {
            delivery.ToTable("deliveries");
            delivery.HasKey(d => d.Id);
            delivery.HasOne(d => d.Alert).WithMany().HasForeignKey(d => d.AlertSequence).OnDelete(DeleteBehavior.Cascade);
            delivery.HasIndex(d => new { d.State, d.NextAttemptTime });
            delivery.HasIndex(d => new { d.SubscriptionId, d.State, d.AlertSequence });
            delivery.HasIndex(d => d.AlertId);
        });
    }
}

/// <summary>The same on PostgreSQL, with migrations of its own.</summary>
internal sealed class NotificationPostgreSqlContext(DbContextOptions<NotificationPostgreSqlContext> options) : NotificationDbContext(options);
