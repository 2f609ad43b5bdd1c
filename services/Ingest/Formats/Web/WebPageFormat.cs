using System.Buffers;
using System.Runtime.CompilerServices;
using Google.Rpc;
using Truceline.Ingest.Documents;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Formats.Web;

/// <summary>A web page: the article in it is one report (<see cref="WebPage"/>).</summary>
internal sealed class WebPageFormat : IDocumentFormat
{
    private const int Beginning = 4096;

    private static readonly SearchValues<string> Roots = SearchValues.Create(["<!doctype html", "<html"], StringComparison.OrdinalIgnoreCase);
    private static readonly string[] Elements =
        ["<head", "<body", "<meta ", "<title>", "<article", "<main", "<section", "<div", "<p>", "<p ", "<h1", "<h2", "<table", "<span", "<center", "<ul", "<blockquote", "<a href"];

    public string Name => "html";

    public FormatMatch Match(DocumentHead head)
    {
        var text = head.Text.AsSpan().TrimStart();
        text = text[..Math.Min(text.Length, Beginning)];
        if (text.Length == 0 || text[0] != '<')
        {
            return FormatMatch.None;
        }

        if (text.IndexOfAny(Roots) is >= 0 and var root && IsProlog(text[..root]))
        {
            return FormatMatch.Certain;
        }

        foreach (var element in Elements)
        {
            if (text.StartsWith(element, StringComparison.OrdinalIgnoreCase))
            {
                return FormatMatch.Likely;
            }
        }

        return FormatMatch.None;
    }

    public bool IsDeclaredBy(DocumentHints hints) =>
        hints.MediaType.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) || hints.MediaType.StartsWith("application/xhtml", StringComparison.OrdinalIgnoreCase);

    public async IAsyncEnumerable<DocumentItem> ReadAsync(DocumentContent document, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (html, _) = await document.ReadTextAsync(cancellationToken);
        if (WebPage.Read(html, document.Hints.Url, document.Limits) is { } content)
        {
            yield return new ReportItem("", content);
            yield break;
        }

        yield return new FaultItem("", [new BadRequest.Types.FieldViolation { Field = "text", Description = "No text was found in the page.", Reason = "NO_TEXT" }]);
    }

    // Comments, declarations and instructions may stand before the root, other elements may not.
    private static bool IsProlog(ReadOnlySpan<char> text)
    {
        while ((text = text.TrimStart()).Length > 0)
        {
            if (text is not ['<', '!' or '?', ..])
            {
                return false;
            }

            var end = text.StartsWith("<!--") ? text.IndexOf("-->") : text.IndexOf('>');
            if (end < 0)
            {
                return true;
            }

            text = text[(end + (text.StartsWith("<!--") ? 3 : 1))..];
        }

        return true;
    }
}
