using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Storage;

/// <summary>Erases raw documents: their bytes, the pieces of uploads that keep them, what was said of them, and what was refused of them. Their hashes stay.</summary>
internal sealed class ErasedDocuments(IngestDbContext db)
{
    /// <summary>Those of the documents that are not erased yet.</summary>
    internal async Task<IReadOnlyList<string>> HeldAsync(string[] ids, CancellationToken cancellationToken) =>
        await db.Documents.Where(d => ids.Contains(d.Id) && d.ErasedTime == null).OrderBy(d => d.Id).Select(d => d.Id).ToListAsync(cancellationToken);

    /// <summary>Erases them, inside a transaction that was begun.</summary>
    internal async Task EraseAsync(IReadOnlyList<string> ids, bool eraseUrl, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var documents = await db.Documents.AsNoTracking().Where(d => ids.Contains(d.Id)).Select(d => new { d.Id, d.Hints, d.UploadId }).ToListAsync(cancellationToken);
        foreach (var document in documents)
        {
            var hints = WithoutWords(document.Hints, eraseUrl);
            await db.Documents.Where(d => d.Id == document.Id).ExecuteUpdateAsync(
                set => set.SetProperty(d => d.Content, (byte[]?)null).SetProperty(d => d.UploadId, (string?)null)
                    .SetProperty(d => d.Hints, hints).SetProperty(d => d.ErasedTime, now),
                cancellationToken);
            await db.UploadPieces.Where(p => p.UploadId == document.UploadId).ExecuteDeleteAsync(cancellationToken);
        }

        foreach (var upload in await db.Uploads.AsNoTracking().Where(u => ids.Contains(u.DocumentId)).Select(u => new { u.Id, u.Hints }).ToListAsync(cancellationToken))
        {
            var hints = WithoutWords(upload.Hints, eraseUrl);
            await db.Uploads.Where(u => u.Id == upload.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.Hints, hints), cancellationToken);
        }

        await db.Rejections.Where(r => ids.Contains(r.DocumentId)).ExecuteUpdateAsync(set => set.SetProperty(r => r.Original, ""), cancellationToken);
    }

    private static byte[] WithoutWords(byte[] stored, bool eraseUrl)
    {
        var hints = DocumentHints.Parser.ParseFrom(stored);
        (hints.Title, hints.FileName) = ("", "");
        hints.Url = eraseUrl ? "" : hints.Url;
        return hints.ToByteArray();
    }
}
