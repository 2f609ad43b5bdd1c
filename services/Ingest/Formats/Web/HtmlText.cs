using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Web;

/// <summary>
/// Makes plain text of HTML, whole pages or fragments, and keeps the way back to its characters, which a DOM does not. It reads tags after the tokenizer of the HTML
/// Standard, forgiving a quotation mark that is never closed, and sets lines after its rendered text collection steps: blocks on lines of their own, cells of a row
/// between tabs, scripts, styles, templates, comments and what is hidden left out. Linear in time and memory, without recursion; any string will do.
/// </summary>
internal static class HtmlText
{
    /// <summary>The text as a browser would show it.</summary>
    /// <param name="html">The markup.</param>
    /// <param name="originalStart">Where the markup begins in the document to which the map leads back, UTF-16 units.</param>
    internal static MappedText Of(string html, int originalStart = 0)
    {
        var reading = new HtmlReading(html, originalStart, honourHiding: true);

        // An element that is not shown and never closed would take the rest with it: then such elements are shown.
        return reading.Read() ? reading.Build() : ReadAll(html, originalStart);
    }

    private static MappedText ReadAll(string html, int originalStart)
    {
        var reading = new HtmlReading(html, originalStart, honourHiding: false);
        reading.Read();
        return reading.Build();
    }
}
