using System.Net;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats;

/// <summary>
/// The characters that an XML document was read from; finds in them what stands in an element. For documents of <see cref="SafeXml.Load"/> and
/// <see cref="SafeXml.LoadTolerant"/>, made of the same text. Immutable.
/// </summary>
internal sealed class XmlSource
{
    private readonly string _text;
    private readonly List<int> _lines = [0];

    /// <param name="text">The document's characters.</param>
    internal XmlSource(string text)
    {
        _text = text;
        for (var i = 0; i < text.Length; i++)
        {
            // As XML counts: \r\n is one break, and so is \r alone.
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                _lines.Add(i + 1);
            }
        }
    }

    /// <summary>Where an element begins (its <c>&lt;</c>) in the document's characters.</summary>
    internal int StartOf(XElement element)
    {
        IXmlLineInfo place = element;
        var offset = place.HasLineInfo() && place.LineNumber <= _lines.Count ? _lines[place.LineNumber - 1] + place.LinePosition - 2 : 0;
        return Math.Clamp(offset, 0, _text.Length);
    }

    /// <summary>
    /// All text in an element and the elements in it, as <see cref="XElement.Value"/> gives it but for the line breaks, which stay as they are
    /// written; each entity and each CDATA section mapped to where it stands.
    /// </summary>
    internal MappedText TextOf(XElement element)
    {
        var text = new StringBuilder();
        var runs = new List<MapRun>();
        var at = SkipTag(StartOf(element), out var isEmpty);
        for (var depth = isEmpty ? 0 : 1; depth > 0 && at < _text.Length;)
        {
            if (Starts(at, "<![CDATA["))
            {
                var end = EndOf(at, "]]>");
                Copy(at + 9, Math.Max(at + 9, end - 3));
                at = end;
            }
            else if (Starts(at, "<!--"))
            {
                at = EndOf(at, "-->");
            }
            else if (Starts(at, "<?"))
            {
                at = EndOf(at, "?>");
            }
            else if (_text[at] == '<')
            {
                depth += Starts(at, "</") ? -1 : 0;
                var closes = Starts(at, "</");
                at = SkipTag(at, out isEmpty);
                depth += closes || isEmpty ? 0 : 1;
            }
            else if (_text[at] == '&' && Entity(at) is var (value, length))
            {
                runs.Add(new MapRun(text.Length, value.Length, at, length));
                text.Append(value);
                at += length;
            }
            else
            {
                var next = _text.AsSpan(at + 1).IndexOfAny('<', '&');
                var end = next < 0 ? _text.Length : at + 1 + next;
                Copy(at, end);
                at = end;
            }
        }

        return new MappedText(text.ToString(), new TextMap(runs));

        void Copy(int from, int to)
        {
            if (to > from)
            {
                runs.Add(new MapRun(text.Length, to - from, from, to - from));
                text.Append(_text, from, to - from);
            }
        }
    }

    private (string Value, int Length)? Entity(int at)
    {
        var end = _text.AsSpan(at, Math.Min(34, _text.Length - at)).IndexOf(';');
        if (end < 2)
        {
            return null;
        }

        var written = _text.Substring(at, end + 1);
        var value = written == "&apos;" ? "'" : WebUtility.HtmlDecode(written);
        return value == written ? null : (value, end + 1);
    }

    private bool Starts(int at, string mark) => _text.AsSpan(at).StartsWith(mark, StringComparison.Ordinal);

    private int EndOf(int at, string mark)
    {
        var end = _text.IndexOf(mark, at, StringComparison.Ordinal);
        return end < 0 ? _text.Length : end + mark.Length;
    }

    private int SkipTag(int at, out bool isEmpty)
    {
        var quote = '\0';
        for (; at < _text.Length; at++)
        {
            var c = _text[at];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == '>')
            {
                break;
            }
        }

        isEmpty = at > 0 && at < _text.Length && _text[at - 1] == '/';
        return Math.Min(at + 1, _text.Length);
    }
}
