using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Web;

namespace Truceline.Ingest.Formats.Feeds.Xml;

/// <summary>
/// What stands in an element: its text with entities decoded, sections of CDATA as they are, elements within as markup. The map leads each character back to
/// the character, and each entity to the entity, of the document. White space around, and characters that XML does not allow, are left out.
/// </summary>
internal static class InnerText
{
    /// <summary>The content between two places of a document.</summary>
    /// <param name="text">The document.</param>
    /// <param name="start">After the start tag.</param>
    /// <param name="end">Before the end tag.</param>
    /// <param name="decode">Whether entities are decoded; not in XHTML, whose text stays markup.</param>
    /// <param name="scope">Namespaces: a prefix of XHTML's is left out, as HTML knows none.</param>
    internal static MappedText Of(string text, int start, int end, bool decode, XmlScope scope)
    {
        var builder = new MappedTextBuilder();
        var reader = new LenientXmlReader(text, start, end);
        while (true)
        {
            var from = reader.Position;
            var token = reader.Read();
            AddText(builder, text, from, token.Start, decode);
            switch (token.Kind)
            {
                case XmlTokenKind.End:
                    return builder.Build();
                case XmlTokenKind.Data:
                    AddText(builder, text, token.Start + "<![CDATA[".Length, token.End - "]]>".Length, decode: false);
                    break;
                case XmlTokenKind.Start or XmlTokenKind.Close:
                    AddTag(builder, text, token, scope);
                    break;
            }
        }
    }

    private static void AddTag(MappedTextBuilder builder, string text, XmlToken token, XmlScope scope)
    {
        var colon = token.Name.IndexOf(':');
        var name = token.Start + (token.Kind == XmlTokenKind.Close ? 2 : 1);
        if (colon > 0 && scope.NamespaceOf(token.Name[..colon]) == Namespaces.Xhtml)
        {
            builder.Copy(text.AsSpan(token.Start, name - token.Start), token.Start);
            name += colon + 1;
        }
        else
        {
            name = token.Start;
        }

        builder.Copy(text.AsSpan(name, token.End - name), name);
    }

    /// <summary>Adds a piece of text without tags.</summary>
    internal static void AddText(MappedTextBuilder builder, string text, int start, int end, bool decode)
    {
        var from = start;
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            if (builder.Length == 0 && from == i && char.IsWhiteSpace(c))
            {
                from = i + 1;
            }
            else if (c == '&' && decode && HtmlEntities.Read(text, i, out var length) is { } value && i + length <= end && text[i + length - 1] == ';')
            {
                builder.Copy(text.AsSpan(from, i - from), from);
                if (IsAllowed(value) && (builder.Length > 0 || !string.IsNullOrWhiteSpace(value)))
                {
                    builder.Replace(value, i, length);
                }

                from = i + length;
                i = from - 1;
            }
            else if (c < ' ' && c is not ('\t' or '\n' or '\r'))
            {
                builder.Copy(text.AsSpan(from, i - from), from);
                from = i + 1;
            }
        }

        builder.Copy(text.AsSpan(from, end - from), from);
    }

    private static bool IsAllowed(string value) => value[0] >= ' ' || value[0] is '\t' or '\n' or '\r';
}
