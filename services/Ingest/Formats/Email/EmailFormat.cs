using System.Runtime.CompilerServices;
using MimeKit;
using Truceline.Ingest.Documents;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Formats.Email;

/// <summary>
/// An e-mail (RFC 5322, MIME), or several in an mbox file. Its text is one report; a message within it and each attachment are items of their own, read by whatever format they
/// are of, under paths such as <c>/part[2]</c>. Archives and binaries are faults with their reason.
/// </summary>
/// <param name="formats">All formats, for attachments.</param>
internal sealed class EmailFormat(Func<IReadOnlyList<IDocumentFormat>> formats) : IDocumentFormat
{
    private const int MostMessages = 1000;

    private readonly Lazy<FormatDetector> _others = new(() => new FormatDetector(formats().Where(f => f is not EmailFormat)));

    public string Name => "eml";

    public FormatMatch Match(DocumentHead head) => EmailHead.Match(head.Text);

    public bool IsDeclaredBy(DocumentHints hints) =>
        hints.MediaType.StartsWith("message/rfc822", StringComparison.OrdinalIgnoreCase) || hints.MediaType.StartsWith("application/mbox", StringComparison.OrdinalIgnoreCase)
        || hints.FileName.EndsWith(".eml", StringComparison.OrdinalIgnoreCase);

    public async IAsyncEnumerable<DocumentItem> ReadAsync(DocumentContent document, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var bytes = await document.ReadBytesAsync(cancellationToken);
        var isMbox = bytes.AsSpan().StartsWith("From "u8);
        var parser = new MimeParser(EmailMessage.Options, new MemoryStream(bytes, writable: false), isMbox ? MimeFormat.Mbox : MimeFormat.Entity);
        for (var number = 1; number == 1 || (isMbox && !parser.IsEndOfStream && number <= MostMessages); number++)
        {
            var message = Parse(parser, cancellationToken);
            var reading = new EmailReading(_others.Value, document.Limits);
            await foreach (var item in reading.ReadAsync(message, isMbox ? $"/message[{number}]" : "", cancellationToken))
            {
                yield return item;
            }
        }
    }

    private static MimeMessage Parse(MimeParser parser, CancellationToken cancellationToken)
    {
        try
        {
            return parser.ParseMessage(cancellationToken);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or InvalidOperationException or NotSupportedException or IndexOutOfRangeException)
        {
            throw new DocumentRefusedException("document", "It is not a readable e-mail message.", "MALFORMED");
        }
    }
}
