using System.Xml;
using System.Xml.Linq;
using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats;

/// <summary>
/// The one way in which XML is read: document type definitions are passed over, so that no entity of theirs is known and nothing outside is fetched;
/// nesting and the length of a single token are limited; every fault is a <see cref="DocumentRefusedException"/> with line and column.
/// </summary>
internal static class SafeXml
{
    private static XmlReaderSettings Settings => new()
    {
        Async = true,
        CloseInput = true,
        DtdProcessing = DtdProcessing.Ignore,
        IgnoreComments = true,
        MaxCharactersFromEntities = 1024,
        XmlResolver = null,
    };

    /// <summary>
    /// A reader that goes forward, for documents of any length. Dispose of it; it closes <paramref name="text"/>. Its <c>Read</c> and <c>ReadAsync</c>,
    /// and whatever reads on in it, throw <see cref="DocumentRefusedException"/>: MALFORMED, TRUNCATED, TOO_DEEP, TOO_LARGE (a single text,
    /// attribute or comment longer than <see cref="DocumentLimits.ItemCharacters"/>).
    /// </summary>
    /// <param name="text">The document's characters.</param>
    /// <param name="limits">How deep and how long.</param>
    /// <param name="fragments">Whether several documents may stand one after the other.</param>
    internal static XmlReader Open(TextReader text, DocumentLimits limits, bool fragments = false)
    {
        var metered = new MeteredReader(text, limits.ItemCharacters);
        var settings = Settings;
        settings.ConformanceLevel = fragments ? ConformanceLevel.Fragment : ConformanceLevel.Document;
        return new LimitedXmlReader(XmlReader.Create(metered, settings), metered, limits.Depth);
    }

    /// <summary>A whole document with line information (<see cref="IXmlLineInfo"/>).</summary>
    /// <param name="text">The document's characters, as in <see cref="DecodedText.Text"/>.</param>
    /// <param name="limits">How deep. The length was limited when it was read.</param>
    /// <exception cref="DocumentRefusedException">MALFORMED, TRUNCATED or TOO_DEEP, with line and column.</exception>
    internal static XDocument Load(string text, DocumentLimits limits)
    {
        // White space before the XML declaration is an error that many a template makes.
        var start = text.Length - text.AsSpan().TrimStart().Length;
        var isLate = start > 0 && text.AsSpan(start).StartsWith("<?xml ", StringComparison.Ordinal);
        using var reader = Open(new StringReader(isLate ? BlankDeclaration(text, start) : text), new DocumentLimits { Depth = limits.Depth, ItemCharacters = int.MaxValue });
        try
        {
            return XDocument.Load(reader, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace);
        }
        catch (Exception fault) when (fault is XmlException or ArgumentException or InvalidOperationException)
        {
            throw new DocumentRefusedException("document", "It is not well-formed XML.", "MALFORMED");
        }
    }

    /// <summary>
    /// The same for documents of the wild: named entities of HTML are known, an ampersand that begins none stands for itself, and characters that XML
    /// does not allow are blanks. Lines and columns, and so <see cref="XmlSource"/>, stay those of <paramref name="text"/>.
    /// </summary>
    /// <inheritdoc cref="Load"/>
    internal static XDocument LoadTolerant(string text, DocumentLimits limits)
    {
        var document = Load(XmlRepair.Mend(text), limits);
        XmlRepair.Restore(document);
        return document;
    }

    private static string BlankDeclaration(string text, int start)
    {
        var end = text.IndexOf("?>", start, StringComparison.Ordinal);
        return end < 0 ? text : string.Concat(text.AsSpan(0, start), new string(' ', end + 2 - start), text.AsSpan(end + 2));
    }
}
