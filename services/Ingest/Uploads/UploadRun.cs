using System.Diagnostics;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Options;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Intake;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Telemetry;

namespace Truceline.Ingest.Uploads;

/// <summary>Takes one upload in, from its beginning or from where its progress was saved, in a trace of its own.</summary>
internal sealed partial class UploadRun(
    IUploadStore store, FormatDetector detector, IDocumentIntake intake, IIntakeWriter writer, EarlierResults earlier,
    IOptions<UploadOptions> options, IOptions<DocumentLimits> limits, TimeProvider time, ILogger<UploadRun> logger)
{
    private static readonly TimeSpan SaveInterval = TimeSpan.FromSeconds(1);

    /// <summary>Runs until every item has its result, the rest can't be read, or the upload is cancelled.</summary>
    internal async Task RunAsync(string id, CancellationToken cancellationToken)
    {
        using var activity = ServiceTelemetry.Source.StartActivity("take in upload", ActivityKind.Internal, default(ActivityContext));
        if (await store.FindAsync(id, cancellationToken) is not { } upload || Progress.IsOver(upload.State))
        {
            return;
        }

        UploadFault? fault = null;
        try
        {
            if (!await TakeInAsync(upload, cancellationToken))
            {
                return;
            }
        }
        catch (DocumentRefusedException refused)
        {
            fault = new UploadFault { Reason = refused.Reason, Path = refused.Path, Description = refused.Message };
        }
        catch (EndOfStreamException) when (!cancellationToken.IsCancellationRequested)
        {
            // Its bytes are taken away when it is cancelled.
            if (await store.FindAsync(id, cancellationToken) is not { } now || Progress.IsOver(now.State))
            {
                return;
            }

            throw;
        }

        var ended = await store.EndAsync(id, fault is null ? UploadState.Done : UploadState.Failed, fault, cancellationToken);
        LogEnded(id, ended?.State ?? UploadState.Unspecified, ended is null ? 0 : Progress.Items(ended), fault?.Reason ?? "");
    }

    private async Task<bool> TakeInAsync(Upload upload, CancellationToken cancellationToken)
    {
        var reading = new Reading(store, upload);
        var content = new DocumentContent(reading.Open, await reading.HeadAsync(cancellationToken), limits.Value);
        var documentId = upload.DocumentId;
        if (documentId.Length == 0)
        {
            documentId = await BeginAsync(upload, reading, content, cancellationToken);
            if (documentId.Length == 0)
            {
                return false;
            }
        }

        return await TakeItemsAsync(upload, documentId, reading, content, cancellationToken);
    }

    // The document's id; empty when the upload is over.
    private async Task<string> BeginAsync(Upload upload, Reading reading, DocumentContent content, CancellationToken cancellationToken)
    {
        await using var bytes = reading.Open();
        var sha256 = await UploadHash.OfAsync(bytes, cancellationToken);
        if (UploadHash.Check(upload, sha256) is { } mismatch)
        {
            throw new DocumentRefusedException(mismatch.Path, mismatch.Description, mismatch.Reason);
        }

        var document = new Document
        {
            Id = "sha256:" + sha256,
            SizeBytes = upload.SizeBytes,
            MediaType = upload.Hints.MediaType,
            Hints = upload.Hints,
            ReceivedTime = Timestamp.FromDateTimeOffset(time.GetUtcNow()),
        };
        DocumentRefusedException? fault = null;
        try
        {
            document.Format = detector.Detect(content.Head).Name;
            document.Encoding = await content.EncodingAsync(cancellationToken);
        }
        catch (DocumentRefusedException refused)
        {
            fault = refused;
        }

        // The document is kept whatever becomes of its items.
        await await writer.EnqueueAsync(new IntakeItem { Document = document, UploadId = upload.Id }, cancellationToken);
        return !await store.BeginAsync(upload.Id, document.Id, document.Format, cancellationToken) ? ""
            : fault is null ? document.Id
            : throw fault;
    }

    private async Task<bool> TakeItemsAsync(
        Upload upload, string documentId, Reading reading, DocumentContent content, CancellationToken cancellationToken)
    {
        var results = new List<ItemResult>();
        var mayBeEarlier = upload.DocumentId.Length > 0;
        var saved = time.GetTimestamp();
        try
        {
            await foreach (var result in intake.AcceptItemsAsync(content, documentId, Progress.Items(upload), cancellationToken))
            {
                mayBeEarlier = mayBeEarlier && await earlier.MendAsync(result, documentId, upload.CreateTime.ToDateTimeOffset(), cancellationToken);
                results.Add(result);
                if (results.Count >= options.Value.ResultsPerSave || time.GetElapsedTime(saved) >= SaveInterval)
                {
                    if (!await store.SaveAsync(upload.Id, results, reading.Position, cancellationToken))
                    {
                        return false;
                    }

                    results.Clear();
                    saved = time.GetTimestamp();
                }
            }
        }
        catch (DocumentRefusedException)
        {
            // What was taken in before the fault counts.
            await store.SaveAsync(upload.Id, results, reading.Position, cancellationToken);
            throw;
        }

        return await store.SaveAsync(upload.Id, results, upload.SizeBytes, cancellationToken);
    }

    [LoggerMessage(EventId = 1, EventName = "upload_ended", Level = LogLevel.Information,
        Message = "Upload {UploadId} ended as {State} with {Items} items {Reason}")]
    private partial void LogEnded(string uploadId, UploadState state, long items, string reason);

    // The upload's bytes from the beginning as often as they are asked for, and how far they were read last.
    private sealed class Reading(IUploadStore store, Upload upload)
    {
        private Func<long> _position = () => 0;

        internal long Position => _position();

        internal PieceStream Open()
        {
            var bytes = new PieceStream(store, upload.Id, upload.SizeBytes);
            _position = () => bytes.Position;
            return bytes;
        }

        internal async Task<DocumentHead> HeadAsync(CancellationToken cancellationToken)
        {
            await using var bytes = Open();
            var head = new byte[DocumentHeads.Length];
            var length = await bytes.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
            return DocumentHeads.Of(head.AsMemory(0, length), upload.SizeBytes <= length, upload.Hints ?? new DocumentHints());
        }
    }
}
