using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Uploads;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Ingest.Storage;

/// <summary>Raw documents in the database.</summary>
internal sealed class DocumentStore(IngestDbContext db, IUploadStore uploads, IOptions<DocumentLimits> limits) : IDocumentStore
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
            : await OpenBytesAsync(id, cancellationToken) is { } open ? await ReadAsync(open, cancellationToken) : null;
    }

    public async Task<DocumentContent?> OpenAsync(string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } document || await OpenBytesAsync(id, cancellationToken) is not { } open)
        {
            return null;
        }

        await using var bytes = open();
        var head = new byte[DocumentHeads.Length];
        var length = await bytes.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        return new DocumentContent(open, DocumentHeads.Of(head.AsMemory(0, length), document.SizeBytes <= length, document.Hints), limits.Value);
    }

    public async Task<ReportOrigin?> FindOriginAsync(string reportId, CancellationToken cancellationToken) =>
        await db.Reports.AsNoTracking().Where(r => r.Id == reportId)
            .Select(r => new { r.Text, r.DocumentId, r.ItemPath, r.Map })
            .FirstOrDefaultAsync(cancellationToken) is { } row
            ? new ReportOrigin(row.Text, row.DocumentId, row.ItemPath, TextMapCodec.Read(row.Map, row.Text.Length))
            : null;

    private static async Task<byte[]> ReadAsync(Func<Stream> open, CancellationToken cancellationToken)
    {
        await using var stream = open();
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    // The bytes are here, or the pieces of an upload, or erased.
    private async Task<Func<Stream>?> OpenBytesAsync(string id, CancellationToken cancellationToken)
    {
        var row = await db.Documents.AsNoTracking().Where(d => d.Id == id).Select(d => new { d.Content, d.UploadId, d.SizeBytes })
            .FirstOrDefaultAsync(cancellationToken);
        return row switch
        {
            { Content: { } content } => () => new MemoryStream(content, writable: false),
            { UploadId: { } upload } => () => new PieceStream(uploads, upload, row.SizeBytes),
            _ => null,
        };
    }
}
