using System.Runtime.CompilerServices;
using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Wire;

/// <summary>Plain text: the whole document is one report. The smallest format.</summary>
internal sealed class PlainTextFormat : IDocumentFormat
{
    public string Name => "text";

    public FormatMatch Match(DocumentHead head) => head.Text.Any(char.IsLetter) && !DataText.Is(head.Text) ? FormatMatch.Fallback : FormatMatch.None;

    public async IAsyncEnumerable<DocumentItem> ReadAsync(DocumentContent document, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (text, _) = await document.ReadTextAsync(cancellationToken);
        yield return new ReportItem("", new ReportContent { Text = new MappedText(text, TextMap.Identity(text.Length)) });
    }
}
