using Microsoft.EntityFrameworkCore;

namespace Truceline.Ingest.Storage;

/// <summary>Tables of uploads.</summary>
internal static class UploadModel
{
    internal static void Configure(ModelBuilder model)
    {
        model.Entity<UploadRow>(upload =>
        {
            upload.ToTable("uploads");
            upload.HasKey(u => u.Id);
            upload.HasIndex(u => new { u.State, u.CreateTime });
            upload.HasIndex(u => new { u.CreateTime, u.Id });
        });
        model.Entity<UploadPieceRow>(piece =>
        {
            piece.ToTable("upload_pieces");
            piece.HasKey(p => new { p.UploadId, p.Position });
        });
        model.Entity<UploadResultsRow>(results =>
        {
            results.ToTable("upload_results");
            results.HasKey(r => new { r.UploadId, r.FirstIndex });
        });
    }
}
