using System.Xml.Linq;
using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Nitf;

/// <summary>An XML document of news together with its characters. Elements are found by their names alone: prefixes and namespaces differ from version to version. Immutable.</summary>
internal sealed class XmlNews
{
    private readonly string _text;
    private readonly XmlSource _source;

    private XmlNews(string text, XElement root)
    {
        _text = text;
        _source = new XmlSource(text);
        Root = root;
    }

    /// <summary>The root element.</summary>
    internal XElement Root { get; }

    /// <summary>Reads a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="DocumentRefusedException">It is not XML, not whole, too long or too deep.</exception>
    internal static async Task<XmlNews> ReadAsync(DocumentContent document, CancellationToken cancellationToken)
    {
        var text = (await document.ReadTextAsync(cancellationToken)).Text;
        return new XmlNews(text, SafeXml.LoadTolerant(text, document.Limits).Root!);
    }

    /// <summary>The text in an element, in lines.</summary>
    internal MappedText TextOf(XElement element, Func<string, ElementKind> kindOf) => MarkedUpText.Of(_text, _source.StartOf(element), kindOf);

    /// <summary>The text in an element on one line; empty when there is none.</summary>
    internal string LineOf(XElement? element) => element is null ? "" : TextOf(element, ElementKinds.InLine).Text;

    /// <summary>The text in an element as it is written.</summary>
    internal MappedText RawOf(XElement element) => _source.TextOf(element);
}

/// <summary>Finds elements and attributes by their names without prefix.</summary>
internal static class XmlNames
{
    /// <summary>Elements at a path of names below an element.</summary>
    internal static IEnumerable<XElement> At(this XElement element, params ReadOnlySpan<string> path)
    {
        IEnumerable<XElement> found = [element];
        foreach (var name in path)
        {
            found = [.. found.SelectMany(e => e.Elements().Where(c => c.Name.LocalName == name))];
        }

        return found;
    }

    /// <summary>All elements of a name in an element, at any depth.</summary>
    internal static IEnumerable<XElement> Within(this XElement element, string name) => element.Descendants().Where(e => e.Name.LocalName == name);

    /// <summary>An attribute's value without white space around it; empty when there is none.</summary>
    internal static string Attr(this XElement? element, string name) =>
        element?.Attributes().FirstOrDefault(a => a.Name.LocalName == name && !a.IsNamespaceDeclaration)?.Value.Trim() ?? "";

    /// <summary>The first value that is not empty; empty when all are.</summary>
    internal static string First(params ReadOnlySpan<string> values)
    {
        foreach (var value in values)
        {
            if (value.Length > 0)
            {
                return value;
            }
        }

        return "";
    }
}
