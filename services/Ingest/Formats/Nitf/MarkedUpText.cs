using System.Net;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Web;

namespace Truceline.Ingest.Formats.Nitf;

/// <summary>
/// Sets the text in an XML element into lines, as a page would show it, and keeps the way back to its characters. It walks over the document's own characters, since
/// a DOM does not know where they stand; the document is known to be well-formed. Linear in time, without recursion. Not thread-safe.
/// </summary>
internal sealed class MarkedUpText
{
    private readonly string _text;
    private readonly Func<string, ElementKind> _kindOf;
    private readonly HtmlTextFlow _flow = new(0);
    private readonly Stack<ElementKind> _open = new();
    private int _hidden;
    private int _at;

    private MarkedUpText(string text, int start, Func<string, ElementKind> kindOf)
    {
        _text = text;
        _at = start;
        _kindOf = kindOf;
    }

    /// <summary>The text in an element.</summary>
    /// <param name="document">The document's characters.</param>
    /// <param name="start">Where the element's start tag begins.</param>
    /// <param name="kindOf">How an element is set, by its name without prefix.</param>
    internal static MappedText Of(string document, int start, Func<string, ElementKind> kindOf)
    {
        var reading = new MarkedUpText(document, start, kindOf);
        reading.Read();
        return reading._flow.Build();
    }

    private void Read()
    {
        do
        {
            if (Starts("<![CDATA["))
            {
                var end = End("]]>");
                Write(_at + 9, Math.Max(_at + 9, end - 3));
                _at = end;
            }
            else if (Starts("<!--"))
            {
                _at = End("-->");
            }
            else if (Starts("<?"))
            {
                _at = End("?>");
            }
            else if (_at < _text.Length && _text[_at] == '<')
            {
                ReadTag();
            }
            else if (_at < _text.Length && _text[_at] == '&' && Entity() is var (value, length))
            {
                if (_hidden == 0)
                {
                    _flow.WriteOne(value, _at, length);
                }

                _at += length;
            }
            else
            {
                var next = _at + 1 >= _text.Length ? -1 : _text.AsSpan(_at + 1).IndexOfAny('<', '&');
                var end = next < 0 ? _text.Length : _at + 1 + next;
                Write(_at, end);
                _at = end;
            }
        }
        while (_open.Count > 0 && _at < _text.Length);
    }

    private void ReadTag()
    {
        var closes = _at + 1 < _text.Length && _text[_at + 1] == '/';
        var from = _at + (closes ? 2 : 1);
        var to = from;
        while (to < _text.Length && _text[to] is not ('/' or '>') && !char.IsWhiteSpace(_text[to]))
        {
            to++;
        }

        var name = _text[from..to];
        _at = SkipTag(to);
        if (closes)
        {
            if (_open.TryPop(out var closed))
            {
                Close(closed);
            }

            return;
        }

        var kind = _kindOf(name[(name.IndexOf(':') + 1)..]);
        Open(kind);
        if (_text[_at - 1] == '>' && _text[_at - 2] == '/')
        {
            Close(kind);
        }
        else
        {
            _open.Push(kind);
        }
    }

    private void Open(ElementKind kind)
    {
        _hidden += kind == ElementKind.Hidden ? 1 : 0;
        switch (kind)
        {
            case ElementKind.LineBreak:
                _flow.Break();
                break;
            case ElementKind.Cell:
                _flow.Cell();
                break;
            case ElementKind.Row:
                _flow.Require(1);
                _flow.Row();
                break;
            case ElementKind.Preformatted:
                _flow.Require(2);
                _flow.Preformatted++;
                break;
            default:
                _flow.Require(Breaks(kind));
                break;
        }
    }

    private void Close(ElementKind kind)
    {
        _hidden -= kind == ElementKind.Hidden ? 1 : 0;
        _flow.Preformatted -= kind == ElementKind.Preformatted ? 1 : 0;
        _flow.Require(Breaks(kind));
    }

    private static int Breaks(ElementKind kind) => kind switch
    {
        ElementKind.Paragraph or ElementKind.Preformatted => 2,
        ElementKind.Line or ElementKind.Row => 1,
        _ => 0,
    };

    private void Write(int from, int to)
    {
        if (_hidden == 0)
        {
            _flow.Write(_text, from, to);
        }
    }

    private (string Value, int Length)? Entity()
    {
        var end = _text.AsSpan(_at, Math.Min(34, _text.Length - _at)).IndexOf(';');
        var written = end < 2 ? "" : _text.Substring(_at, end + 1);
        var value = written == "&apos;" ? "'" : WebUtility.HtmlDecode(written);
        return value == written ? null : (value, end + 1);
    }

    private bool Starts(string mark) => _text.AsSpan(_at).StartsWith(mark, StringComparison.Ordinal);

    private int End(string mark) => _text.IndexOf(mark, _at, StringComparison.Ordinal) is >= 0 and var end ? end + mark.Length : _text.Length;

    private int SkipTag(int at)
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
                return at + 1;
            }
        }

        return _text.Length;
    }
}
