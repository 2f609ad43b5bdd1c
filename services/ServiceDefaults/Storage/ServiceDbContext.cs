using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Truceline.ServiceDefaults.Events;
using Truceline.ServiceDefaults.Leases;

namespace Truceline.ServiceDefaults.Storage;

/// <summary>
/// Database of one service with its outbox, inbox, dead letters, leases and counters, on SQLite or PostgreSQL. What a handler changes, the
/// event ids that it consumed and the events that it publishes are saved by one <see cref="DbContext.SaveChangesAsync(CancellationToken)"/>,
/// in one transaction.
/// </summary>
public abstract class ServiceDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Events to be handed to the broker.</summary>
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    /// <summary>Ids of the events that were processed.</summary>
    public DbSet<InboxMessage> Inbox => Set<InboxMessage>();

    /// <summary>Why events failed that were not processed so far.</summary>
    public DbSet<EventFailure> EventFailures => Set<EventFailure>();

    /// <summary>Events that could not be processed.</summary>
    public DbSet<DeadLetter> DeadLetters => Set<DeadLetter>();

    /// <summary>Who does what must be done once.</summary>
    public DbSet<Lease> Leases => Set<Lease>();

    /// <summary>Numbers that are given out in the order of commits.</summary>
    public DbSet<Counter> Counters => Set<Counter>();

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        if (Database.IsSqlite())
        {
            // SQLite has no type for instants; microseconds since 1970 sort and compare.
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMicroseconds>();
        }
        else
        {
            // Texts compare byte by byte, as they do on SQLite and in the code: ids and page tokens depend on it.
            configurationBuilder.Properties<string>().UseCollation("C");
        }
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<OutboxMessage>(outbox =>
        {
            outbox.ToTable("outbox");
            outbox.HasKey(m => m.Sequence);
            outbox.Property(m => m.Sequence).ValueGeneratedOnAdd();
            outbox.HasIndex(m => new { m.DispatchedTime, m.Sequence });
        });
        modelBuilder.Entity<InboxMessage>(inbox =>
        {
            inbox.ToTable("inbox");
            inbox.HasKey(m => new { m.Source, m.EventId });
            inbox.HasIndex(m => m.ProcessedTime);
        });
        modelBuilder.Entity<EventFailure>(failure =>
        {
            failure.ToTable("event_failures");
            failure.HasKey(f => new { f.Topic, f.Source, f.EventId });
            failure.HasIndex(f => f.LastTime);
        });
        modelBuilder.Entity<DeadLetter>(dead =>
        {
            dead.ToTable("dead_letters");
            dead.HasKey(m => new { m.Topic, m.Source, m.EventId });
            dead.Property(m => m.Id).IsRequired();
            dead.HasIndex(m => m.Id).IsUnique();
            dead.HasIndex(m => new { m.ReceivedTime, m.Id });
        });
        modelBuilder.Entity<Lease>(lease =>
        {
            lease.ToTable("leases");
            lease.HasKey(l => l.Name);
        });
        modelBuilder.Entity<Counter>(counter =>
        {
            counter.ToTable("counters");
            counter.HasKey(c => c.Name);
        });
    }

    private sealed class UnixMicroseconds() : ValueConverter<DateTimeOffset, long>(
        instant => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
        value => new DateTimeOffset(DateTimeOffset.UnixEpoch.Ticks + (value * TimeSpan.TicksPerMicrosecond), TimeSpan.Zero));
}
