using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace Truceline.GeoZone.Storage;

/// <summary>A fence in the table <c>fences</c>.</summary>
internal sealed class FenceRow
{
    [MaxLength(63)]
    public required string Id { get; init; }

    /// <summary>The proto's bytes.</summary>
    public required byte[] Content { get; set; }

    /// <summary>When it was put.</summary>
    public required DateTimeOffset PutTime { get; set; }
}

/// <summary>The course of an object in the table <c>tracks</c>.</summary>
internal sealed class TrackRow
{
    [MaxLength(400)]
    public required string ObjectId { get; init; }

    /// <summary>Another one with every change.</summary>
    public long Stamp { get; set; }

    [MaxLength(400)]
    public string Name { get; set; } = "";

    [MaxLength(200)]
    public string Type { get; set; } = "";

    public DateTimeOffset LastTime { get; set; }

    public double LastLatitude { get; set; }

    public double LastLongitude { get; set; }

    public double LastRadiusM { get; set; }

    public double West { get; set; }

    public double South { get; set; }

    public double East { get; set; }

    public double North { get; set; }

    public long Basis { get; set; }

    public byte[] State { get; set; } = [];
}

/// <summary>A fix in the table <c>track_fixes</c>.</summary>
internal sealed class TrackFixRow
{
    [MaxLength(80)]
    public required string PositionId { get; init; }

    [MaxLength(400)]
    public required string ObjectId { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required double Latitude { get; init; }

    public required double Longitude { get; init; }

    public required double RadiusM { get; init; }
}

/// <summary>A transition in the table <c>track_transitions</c>; one that was overturned stays, so that it is known when it comes again.</summary>
internal sealed class TransitionRow
{
    [MaxLength(80)]
    public required string Id { get; init; }

    /// <summary>Who told it.</summary>
    public required int Teller { get; init; }

    [MaxLength(400)]
    public required string ObjectId { get; init; }

    [MaxLength(63)]
    public required string FenceId { get; init; }

    [MaxLength(130)]
    public required string Area { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required bool IsCancelled { get; set; }

    /// <summary>The proto's bytes.</summary>
    public required byte[] Content { get; set; }
}

/// <summary>A change of a transition in the table <c>track_changes</c>.</summary>
internal sealed class TransitionChangeRow
{
    [DatabaseGenerated(DatabaseGeneratedOption.None)]
    public required long Sequence { get; init; }

    public required DateTimeOffset RecordedTime { get; init; }

    /// <summary>The proto's bytes.</summary>
    public required byte[] Content { get; init; }
}

/// <summary>The tables of tracks.</summary>
internal static class TrackTables
{
    public static void AddTracks(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<FenceRow>(fence =>
        {
            fence.ToTable("fences");
            fence.HasKey(f => f.Id);
        });
        modelBuilder.Entity<TrackRow>(track =>
        {
            track.ToTable("tracks");
            track.HasKey(t => t.ObjectId);
            track.Property(t => t.Stamp).IsConcurrencyToken();
            track.HasIndex(t => t.LastTime);
        });
        modelBuilder.Entity<TrackFixRow>(fix =>
        {
            fix.ToTable("track_fixes");
            fix.HasKey(f => f.PositionId);
            fix.HasIndex(f => new { f.ObjectId, f.Time });
            fix.HasIndex(f => f.Time);
        });
        modelBuilder.Entity<TransitionRow>(transition =>
        {
            transition.ToTable("track_transitions");
            transition.HasKey(t => t.Id);
            transition.HasIndex(t => new { t.ObjectId, t.Time });
            transition.HasIndex(t => new { t.Time, t.Id });
        });
        modelBuilder.Entity<TransitionChangeRow>(change =>
        {
            change.ToTable("track_changes");
            change.HasKey(c => c.Sequence);
            change.HasIndex(c => c.RecordedTime);
        });
    }
}
