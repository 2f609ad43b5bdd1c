using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Feeds.Xml;

/// <summary>An element of an entry or of a feed's head, and the elements in it; its text is read off the document when it is asked for.</summary>
/// <param name="text">The document.</param>
/// <param name="tag">Its start tag.</param>
/// <param name="space">Short name of its namespace (<see cref="Namespaces"/>).</param>
/// <param name="name">Its name without prefix, lower case.</param>
/// <param name="scope">What holds in it.</param>
internal sealed class FeedElement(string text, XmlToken tag, string space, string name, XmlScope scope)
{
    private List<FeedElement>? _children;

    internal string Space => space;

    internal string Name => name;

    internal XmlScope Scope => scope;

    /// <summary>Whether it is an entry.</summary>
    internal bool IsEntry => FeedTree.IsEntry(space, name);

    /// <summary>Its start tag.</summary>
    internal XmlToken Tag => tag;

    /// <summary>Where its content ends.</summary>
    internal int ContentEnd { get; private set; } = tag.End;

    /// <summary>The elements in it.</summary>
    internal IReadOnlyList<FeedElement> Children => _children ?? (IReadOnlyList<FeedElement>)[];

    /// <summary>Its text with entities decoded; elements in it as markup.</summary>
    internal string Text => Inner(decode: true).Text;

    /// <summary>Its content with entities decoded, or as they stand; see <see cref="InnerText"/>.</summary>
    internal MappedText Inner(bool decode) => InnerText.Of(text, tag.End, ContentEnd, decode, scope);

    /// <summary>The element with all its characters as they stand in the document.</summary>
    internal string Outer(int atMost) => text.Substring(tag.Start, Math.Min(ContentEnd - tag.Start, atMost));

    /// <summary>An attribute by its name, whatever its prefix and letter case; empty when there is none.</summary>
    internal string Attribute(string local)
    {
        foreach (var attribute in XmlAttributes.Of(text, tag))
        {
            if (attribute.Name.AsSpan(attribute.Name.IndexOf(':') + 1).Equals(local, StringComparison.OrdinalIgnoreCase))
            {
                return XmlAttributes.ValueOf(text, attribute);
            }
        }

        return "";
    }

    /// <summary>The elements in it of a name.</summary>
    internal IEnumerable<FeedElement> All(string childSpace, string childName) => Children.Where(c => c.Space == childSpace && c.Name == childName);

    /// <summary>The only element in it, when nothing but white space stands beside it.</summary>
    internal FeedElement? Only()
    {
        if (Children is not [var only])
        {
            return null;
        }

        var after = text.IndexOf('>', only.ContentEnd);
        return string.IsNullOrWhiteSpace(text[tag.End..only.Tag.Start]) && after >= 0 && after < ContentEnd
            && string.IsNullOrWhiteSpace(text[(after + 1)..ContentEnd]) ? only : null;
    }

    internal void Add(FeedElement child) => (_children ??= []).Add(child);

    internal void CloseAt(int contentEnd) => ContentEnd = contentEnd;
}
