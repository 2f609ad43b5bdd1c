using Truceline.Ingest.Formats.Web;

namespace Truceline.Ingest.Formats.Feeds.Xml;

/// <summary>An attribute in a tag.</summary>
/// <param name="Name">Name as written, with its prefix.</param>
/// <param name="Start">Where its value begins, without quote.</param>
/// <param name="End">Where its value ends.</param>
internal readonly record struct XmlAttribute(string Name, int Start, int End);

/// <summary>Reads the attributes of a tag, quoted or not.</summary>
internal static class XmlAttributes
{
    /// <summary>Those of the tag, in its order. One without a value has an empty one.</summary>
    /// <param name="text">The document.</param>
    /// <param name="tag">A start tag in it.</param>
    internal static IEnumerable<XmlAttribute> Of(string text, XmlToken tag)
    {
        var end = tag.End - 1;
        var i = tag.Start + 1 + tag.Name.Length;
        while (true)
        {
            i = Skip(text, i, end, static c => char.IsWhiteSpace(c) || c is '/' or '"' or '\'' or '=');
            if (i >= end)
            {
                yield break;
            }

            var nameEnd = Skip(text, i, end, static c => !char.IsWhiteSpace(c) && c is not ('=' or '/'));
            var name = text[i..nameEnd];
            i = Skip(text, nameEnd, end, char.IsWhiteSpace);
            if (i >= end || text[i] != '=')
            {
                yield return new XmlAttribute(name, nameEnd, nameEnd);
                continue;
            }

            i = Skip(text, i + 1, end, char.IsWhiteSpace);
            var isQuoted = i < end && text[i] is '"' or '\'';
            var close = isQuoted ? text.IndexOf(text[i], i + 1, end - i - 1) : -1;
            var valueStart = isQuoted ? i + 1 : i;
            var valueEnd = close >= 0 ? close : Skip(text, valueStart, end, static c => !char.IsWhiteSpace(c));
            yield return new XmlAttribute(name, valueStart, valueEnd);
            i = Math.Max(valueEnd, i + 1);
        }
    }

    /// <summary>The value with its entities decoded and without white space around it.</summary>
    internal static string ValueOf(string text, XmlAttribute attribute)
    {
        var builder = new MappedTextBuilder();
        InnerText.AddText(builder, text, attribute.Start, attribute.End, decode: true);
        return builder.Build().Text;
    }

    private static int Skip(string text, int i, int end, Func<char, bool> while_)
    {
        while (i < end && while_(text[i]))
        {
            i++;
        }

        return i;
    }
}
