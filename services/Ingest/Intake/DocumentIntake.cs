using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Options;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Rejections;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Intake;

/// <summary>The way of a document: bytes, format, items, reports and positions, store. Safe for many threads.</summary>
internal sealed class DocumentIntake(
    FormatDetector detector, ItemPreparation preparation, IIntakeWriter writer, IRejectionStore rejections, IOptions<DocumentLimits> limits,
    IOptions<IntakeOptions> options, TimeProvider time)
    : IDocumentIntake
{
    public async Task<DocumentResult> AcceptAsync(ReadOnlyMemory<byte> bytes, DocumentHints hints, CancellationToken cancellationToken)
    {
        var content = DocumentContent.Of(bytes, hints, limits.Value);
        var document = new Document
        {
            Id = IdOf(bytes.Span),
            SizeBytes = bytes.Length,
            MediaType = hints.MediaType,
            Hints = hints,
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

        // The document is stored whatever becomes of its items: what is handed over first is stored first.
        var stored = await writer.EnqueueAsync(new IntakeItem { Document = document, Bytes = bytes }, cancellationToken);
        var results = new List<ItemResult>();
        try
        {
            if (fault is null)
            {
                await foreach (var result in AcceptItemsAsync(content, document.Id, 0, cancellationToken))
                {
                    results.Add(result);
                }
            }
        }
        catch (DocumentRefusedException refused)
        {
            fault = refused;
        }

        await stored.WaitAsync(cancellationToken);
        if (fault is not null && document.Format.Length == 0)
        {
            var run = new DocumentRun(new DocumentRunOf(document.Id, "", hints), preparation, writer, rejections, time);
            await run.RefuseRestAsync(fault, 0, cancellationToken);
        }

        return new DocumentResult(document, results, fault);
    }

    public async IAsyncEnumerable<ItemResult> AcceptItemsAsync(
        DocumentContent content, string documentId, long skip, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var format = detector.Detect(content.Head);
        var run = new DocumentRun(new DocumentRunOf(documentId, format.Name, content.Hints), preparation, writer, rejections, time);
        var index = -1L;
        DocumentRefusedException? fault = null;
        await using var items = format.ReadAsync(content, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (fault is null)
        {
            try
            {
                if (!await items.MoveNextAsync())
                {
                    break;
                }

                if (++index >= content.Limits.Items)
                {
                    throw new DocumentRefusedException(items.Current.Path, $"It must hold at most {content.Limits.Items} items.", "TOO_MANY_ITEMS");
                }
            }
            catch (DocumentRefusedException refused)
            {
                // What was read before it is finished first.
                fault = refused;
                continue;
            }

            if (index < skip)
            {
                continue;
            }

            await run.HandOverAsync(items.Current, index, cancellationToken);
            while (run.Waiting > options.Value.ReadAhead || run.IsNextDone)
            {
                yield return await run.NextAsync(cancellationToken);
            }
        }

        while (run.Waiting > 0)
        {
            yield return await run.NextAsync(cancellationToken);
        }

        if (fault is not null)
        {
            await run.RefuseRestAsync(fault, index + 1, cancellationToken);
            throw fault;
        }
    }

    private static string IdOf(ReadOnlySpan<byte> bytes) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));
}
