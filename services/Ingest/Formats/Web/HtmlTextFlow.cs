using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Web;

/// <summary>
/// Sets characters into lines as a browser shows them: white space collapsed, none at either end of a line, at most one empty line in a row.
/// No-break spaces count as spaces; what nobody sees (soft hyphens, zero-width spaces, marks of direction, byte order marks, controls) is left out. Not thread-safe.
/// </summary>
/// <param name="originalStart">Added to every place in the original.</param>
internal sealed class HtmlTextFlow(int originalStart)
{
    private const int MostBreaks = 2;

    private readonly MappedTextBuilder _text = new(originalStart);
    private int _breaks;
    private int _lineBreaks;
    private int _tabs;
    private int _cells;
    private (int At, int Length) _space;

    /// <summary>How many preformatted elements are open.</summary>
    internal int Preformatted { get; set; }

    /// <summary>What was set, whole.</summary>
    internal MappedText Build() => _text.Build();

    /// <summary>Asks for that many line breaks at least before what comes next.</summary>
    internal void Require(int breaks) => _breaks = Math.Max(_breaks, breaks);

    /// <summary>One more line break.</summary>
    internal void Break() => _lineBreaks = Math.Min(_lineBreaks + 1, MostBreaks);

    /// <summary>A row begins.</summary>
    internal void Row() => _cells = 0;

    /// <summary>A cell begins.</summary>
    internal void Cell() => _tabs += _cells++ > 0 ? 1 : 0;

    /// <summary>Sets a stretch of the markup's own characters.</summary>
    internal void Write(string html, int from, int to)
    {
        var plain = from;
        for (var at = from; at < to; at++)
        {
            if (html[at] > ' ' && html[at] < '\u007F')
            {
                continue;
            }

            Copy(html, plain, at);
            plain = at;
            var length = UnitsAt(html, at, to);
            WriteOne(html.AsSpan(at, length), at, length);
            at += length - 1;
            plain = at + 1;
        }

        Copy(html, plain, to);
    }

    /// <summary>Sets one character that stands for a piece of the markup.</summary>
    /// <param name="character">One or two code points.</param>
    /// <param name="at">Where the piece begins.</param>
    /// <param name="length">Its length.</param>
    internal void WriteOne(ReadOnlySpan<char> character, int at, int length)
    {
        var first = character[0];
        if (Preformatted > 0 && first is '\n' or '\r' or '\t')
        {
            PutPreformatted(first == '\t' ? "\t" : "\n", at, length);
        }
        else if (first is ' ' or '\n' or '\r' or '\t' or '\f' or '\u00A0' or '\u2028' or '\u2029')
        {
            WriteSpace(at, length);
        }
        else if (!IsUnseen(first))
        {
            Begin();
            _text.Replace(character.Length == 1 && char.IsSurrogate(first) ? "\uFFFD" : character, at, length);
        }
    }

    private void WriteSpace(int at, int length)
    {
        if (Preformatted > 0)
        {
            Begin();
            _text.Replace(" ", at, length);
        }
        else if (_space.Length == 0)
        {
            _space = (at, length);
        }
        else if (_space.At + _space.Length == at)
        {
            _space.Length += length;
        }
    }

    private void PutPreformatted(string character, int at, int length)
    {
        Begin();
        if (_text.Length > 0)
        {
            _text.Replace(character, at, length);
        }
    }

    private void Copy(string html, int from, int to)
    {
        if (from < to)
        {
            Begin();
            _text.Copy(html.AsSpan(from, to - from), from);
        }
    }

    /// <summary>Sets what was waiting between the last character and the next.</summary>
    private void Begin()
    {
        var breaks = Math.Max(_breaks, _lineBreaks);
        if (_text.Length == 0)
        {
            // Nothing stands before the first character.
        }
        else if (breaks > 0)
        {
            _text.Put(breaks == 1 ? "\n" : "\n\n");
        }
        else if (_tabs > 0)
        {
            _text.Put(new string('\t', _tabs));
        }
        else if (_space.Length > 0 && _text.Last is not ('\n' or '\t'))
        {
            _text.Replace(" ", _space.At, _space.Length);
        }

        (_breaks, _lineBreaks, _tabs, _space) = (0, 0, 0, default);
    }

    private static int UnitsAt(string html, int at, int to) =>
        at + 1 < to && ((html[at] == '\r' && html[at + 1] == '\n') || char.IsSurrogatePair(html[at], html[at + 1])) ? 2 : 1;

    private static bool IsUnseen(char c) => c is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF'
        or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') || char.IsControl(c);
}
