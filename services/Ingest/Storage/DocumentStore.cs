using Microsoft.EntityFrameworkCore;
using Truceline.Ingest.Documents;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Ingest.Storage;

/// <summary>Raw documents in the database.</summary>
internal sealed class DocumentStore(IngestDbContext db) : IDocumentStore
{
    public async Task<Document?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var row = await db.Documents.AsNoTracking().Where(d => d.Id == id)
            .Select(d => new DocumentRow
            {
                Id = d.Id,
                SizeBytes = d.SizeBytes,
                MediaType = d.MediaType,
                Format = d.Format,
                Encoding = d.Encoding,
                Hints = d.Hints,
                ReceivedTime = d.ReceivedTime,
                UploadId = d.UploadId,
                ErasedTime = d.ErasedTime,
            })
            .FirstOrDefaultAsync(cancellationToken);
        return row?.ToDocument();
    }

    public async Task<byte[]?> ReadAsync(string id, int most, CancellationToken cancellationToken)
    {
        var size = await db.Documents.Where(d => d.Id == id).Select(d => (long?)d.SizeBytes).FirstOrDefaultAsync(cancellationToken);
        return size is null ? null
            : size > most ? throw new ResourceExhaustedException("DOCUMENT_TOO_LARGE", $"It has {size} bytes; at most {most} are given in one call.")
            : await db.Documents.Where(d => d.Id == id).Select(d => d.Content).FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<ReportOrigin?> FindOriginAsync(string reportId, CancellationToken cancellationToken) =>
        await db.Reports.AsNoTracking().Where(r => r.Id == reportId)
            .Select(r => new { r.Text, r.DocumentId, r.ItemPath, r.Map })
            .FirstOrDefaultAsync(cancellationToken) is { } row
            ? new ReportOrigin(row.Text, row.DocumentId, row.ItemPath, TextMapCodec.Read(row.Map, row.Text.Length))
            : null;
}
