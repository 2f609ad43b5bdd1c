namespace Truceline.Ingest.Formats.Feeds.Xml;

/// <summary>What holds for an element and those in it: declared namespaces, base, language. Immutable.</summary>
/// <param name="Namespaces">Short names (see <see cref="Xml.Namespaces"/>) by prefix.</param>
/// <param name="Base">xml:base, resolved; empty when there is none.</param>
/// <param name="Language">xml:lang; empty when there is none.</param>
internal sealed record XmlScope(IReadOnlyDictionary<string, string> Namespaces, string Base, string Language)
{
    // More are declared by nobody; the rest are known by their prefix.
    private const int MostNamespaces = 64;

    /// <summary>That of a document.</summary>
    /// <param name="baseAddress">Where it was found; empty when unknown.</param>
    internal static XmlScope Of(string baseAddress) => new(new Dictionary<string, string>(), baseAddress, "");

    /// <summary>That of an element in it.</summary>
    /// <param name="text">The document.</param>
    /// <param name="tag">The element's start tag.</param>
    internal XmlScope Enter(string text, XmlToken tag)
    {
        if (!text.AsSpan(tag.Start, tag.End - tag.Start).Contains("xml", StringComparison.OrdinalIgnoreCase))
        {
            return this;
        }

        var scope = this;
        foreach (var attribute in XmlAttributes.Of(text, tag))
        {
            scope = attribute.Name.ToLowerInvariant() switch
            {
                "xml:base" => scope with { Base = Links.Resolve(Value(), scope.Base) },
                "xml:lang" => scope with { Language = Value() },
                "xmlns" => scope.Declare("", Value()),
                var name when name.StartsWith("xmlns:", StringComparison.Ordinal) => scope.Declare(name["xmlns:".Length..], Value()),
                _ => scope,
            };

            string Value() => XmlAttributes.ValueOf(text, attribute);
        }

        return scope;
    }

    /// <summary>The short name of an element's namespace: that declared for its prefix, else the prefix itself in lower case.</summary>
    internal string NamespaceOf(string prefix) => Namespaces.GetValueOrDefault(prefix.ToLowerInvariant()) ?? prefix.ToLowerInvariant();

    private XmlScope Declare(string prefix, string uri) =>
        Namespaces.Count >= MostNamespaces || (prefix.Length > 0 && Xml.Namespaces.ShortNameOf(uri) is null)
            ? this
            : this with { Namespaces = new Dictionary<string, string>(Namespaces) { [prefix] = Xml.Namespaces.ShortNameOf(uri) ?? uri } };
}
