using System.Runtime.CompilerServices;
using Google.Rpc;
using MimeKit;
using Truceline.Ingest.Documents;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Formats.Email;

/// <summary>Goes through one message and all that it carries. Not thread-safe.</summary>
/// <param name="formats">Formats of attachments, without e-mail.</param>
/// <param name="limits">How much is read.</param>
internal sealed class EmailReading(FormatDetector formats, DocumentLimits limits)
{
    private const int Deepest = 8;
    private const int MostParts = 200;

    // Signatures of the message itself, notes of delivery, and what is shown within the text.
    private static readonly string[] Skipped =
        ["application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature", "message/delivery-status", "text/rfc822-headers", "text/x-amp-html", "application/ms-tnef", "application/pgp-keys"];

    private int _parts;

    /// <summary>Its text, then what is attached, in the order in which it stands.</summary>
    internal async IAsyncEnumerable<DocumentItem> ReadAsync(MimeMessage message, string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var waiting = new Queue<(MimeMessage Message, string Path, int Depth)>([(message, path, 1)]);
        while (waiting.TryDequeue(out var next))
        {
            var parts = EmailParts.Of(next.Message);
            if (EmailMessage.Read(next.Message, parts.Text) is { } content)
            {
                yield return new ReportItem(parts.TextNumber == 0 ? next.Path : $"{next.Path}/part[{parts.TextNumber}]", content);
            }
            else if (parts.Others.Count == 0)
            {
                yield return Fault(next.Path, "It holds no text.", "NO_TEXT");
            }

            foreach (var (part, number) in parts.Others)
            {
                var partPath = $"{next.Path}/part[{number}]";
                if (++_parts > MostParts)
                {
                    yield return Fault(partPath, $"At most {MostParts} parts of an e-mail are read.", "TOO_MANY_PARTS");
                    yield break;
                }

                if (Inner(part) is { } inner)
                {
                    if (next.Depth < Deepest)
                    {
                        waiting.Enqueue((inner, partPath, next.Depth + 1));
                    }
                    else
                    {
                        yield return Fault(partPath, $"Messages must be nested at most {Deepest} deep.", "TOO_DEEP");
                    }
                }
                else
                {
                    await foreach (var item in Attachment(part, partPath, cancellationToken))
                    {
                        yield return item;
                    }
                }
            }
        }
    }

    private static MimeMessage? Inner(MimeEntity part)
    {
        if (part is MessagePart { Message: { } message })
        {
            return message;
        }

        // An attached file that is an e-mail and was not declared so.
        if (part is not MimePart { Content: not null } file || part is TextPart { FileName: null })
        {
            return null;
        }

        var bytes = EmailMessage.BytesOf(file);
        if (bytes.Length == 0 || TextDecoding.IsBinary(bytes.AsSpan(0, Math.Min(bytes.Length, DocumentHeads.Length)))
            || EmailHead.Match(TextDecoding.Decode(bytes.AsSpan(0, Math.Min(bytes.Length, DocumentHeads.Length)), "").Text) != FormatMatch.Certain)
        {
            return null;
        }

        try
        {
            return MimeMessage.Load(EmailMessage.Options, new MemoryStream(bytes, writable: false));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private async IAsyncEnumerable<DocumentItem> Attachment(MimeEntity part, string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var type = part.ContentType.MimeType.ToLowerInvariant();
        if (part is not MimePart { Content: not null } file || Skipped.Contains(type))
        {
            yield break;
        }

        var bytes = EmailMessage.BytesOf(file);
        var hints = new DocumentHints { MediaType = MediaTypeOf(part), FileName = (file.FileName ?? "")[..Math.Min(255, file.FileName?.Length ?? 0)] };
        var document = DocumentContent.Of(bytes, hints, limits);
        IDocumentFormat? format = null;
        DocumentRefusedException? refused = null;
        try
        {
            format = formats.Detect(document.Head);
        }
        catch (DocumentRefusedException fault)
        {
            refused = fault;
        }

        if (format is not null)
        {
            await using var items = format.ReadAsync(document, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (refused is null)
            {
                DocumentItem? item = null;
                try
                {
                    item = await items.MoveNextAsync() ? items.Current : null;
                }
                catch (DocumentRefusedException fault)
                {
                    refused = fault;
                }

                if (item is null)
                {
                    break;
                }

                yield return item with { Path = path + item.Path };
            }
        }

        if (refused is not null)
        {
            yield return Fault(path, refused.Message, refused.Reason);
        }
    }

    private static string MediaTypeOf(MimeEntity part) =>
        part.ContentType.Charset is { Length: > 0 and < 60 } charset ? $"{part.ContentType.MimeType}; charset={charset}" : part.ContentType.MimeType;

    private static FaultItem Fault(string path, string description, string reason) =>
        new(path, [new BadRequest.Types.FieldViolation { Field = path.Length == 0 ? "document" : path, Description = description, Reason = reason }]);
}
