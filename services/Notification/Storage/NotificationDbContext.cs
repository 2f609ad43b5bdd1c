using Microsoft.EntityFrameworkCore;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.Notification.Storage;

/// <summary>Database of Notification.</summary>
internal sealed class NotificationDbContext(DbContextOptions<NotificationDbContext> options) : ServiceDbContext(options)
{
    public DbSet<SubscriptionRow> Subscriptions => Set<SubscriptionRow>();

    public DbSet<AlertRow> Alerts => Set<AlertRow>();

    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<SubscriptionRow>(subscription =>
        {
            subscription.ToTable("subscriptions");
            subscription.HasKey(s => s.Id);
        });
        modelBuilder.Entity<AlertRow>(alert =>
        {
            alert.ToTable("alerts");
            // Given out by the database when the row is written, and never again: writers come one after the other, so the order of the
            // sequences is the order of the commits, and who has read up to one has missed none before it.
            alert.HasKey(a => a.Sequence);
            alert.Property(a => a.Sequence).ValueGeneratedOnAdd();
            alert.HasIndex(a => a.AlertId).IsUnique();
            alert.HasIndex(a => new { a.TraceId, a.Sequence });
            alert.HasIndex(a => a.SentTime);
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
