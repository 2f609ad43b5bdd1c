using System.ComponentModel.DataAnnotations;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Storage;

/// <summary>That something was erased, in the table <c>erasures</c>. Kept for ever: it is the proof, and holds no erased word.</summary>
internal sealed class ErasureRow
{
    /// <summary>UUIDv7: in the order of time.</summary>
    [MaxLength(36)]
    public required string Id { get; init; }

    public required DateTimeOffset Time { get; init; }

    /// <summary>An <see cref="Erasure"/>.</summary>
    public required byte[] Content { get; init; }

    internal static ErasureRow Of(Erasure erasure) => new() { Id = erasure.Id, Time = erasure.Time.ToDateTimeOffset(), Content = erasure.ToByteArray() };

    internal static void Configure(ModelBuilder model) => model.Entity<ErasureRow>(erasure =>
    {
        erasure.ToTable("erasures");
        erasure.HasKey(e => e.Id);
    });
}
