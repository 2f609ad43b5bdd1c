using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Web;

/// <summary>One pass over markup. Not thread-safe.</summary>
/// <param name="html">The markup.</param>
/// <param name="originalStart">Added to every place.</param>
/// <param name="honourHiding">Whether elements are left out that are not shown: by their name, by <c>hidden</c>, by <c>style="display:none"</c>.</param>
internal sealed class HtmlReading(string html, int originalStart, bool honourHiding)
{
    private const string CDataStart = "<![CDATA[";
    private const string CDataEnd = "]]>";

    private readonly HtmlTextFlow _flow = new(originalStart);
    private readonly HtmlTags _tags = new(html);
    private string _hidden = "";
    private int _hiddenDepth;
    private bool _inCData;

    /// <summary>The text, after <see cref="Read"/>.</summary>
    internal MappedText Build() => _flow.Build();

    /// <summary>Reads all.</summary>
    /// <returns>Whether every element that is not shown was closed.</returns>
    internal bool Read()
    {
        var at = 0;
        while (at < html.Length)
        {
            at = html[at] switch
            {
                '<' => Markup(at),
                '&' => Reference(at),
                ']' when _inCData && string.CompareOrdinal(html, at, CDataEnd, 0, CDataEnd.Length) == 0 => EndOfCData(at),
                _ => Text(at),
            };
        }

        return _hiddenDepth == 0;
    }

    private int Text(int at)
    {
        var length = html.AsSpan(at + 1).IndexOfAny('<', '&', ']');
        var end = length < 0 ? html.Length : at + 1 + length;
        if (_hiddenDepth == 0)
        {
            _flow.Write(html, at, end);
        }

        return end;
    }

    private int Reference(int at)
    {
        if (_hiddenDepth > 0 || HtmlEntities.Read(html, at, out var length) is not { } character)
        {
            return Text(at);
        }

        _flow.WriteOne(character, at, length);
        return at + length;
    }

    private int EndOfCData(int at)
    {
        _inCData = false;
        return at + CDataEnd.Length;
    }

    private int Markup(int at)
    {
        if (string.CompareOrdinal(html, at, CDataStart, 0, CDataStart.Length) == 0)
        {
            _inCData = true;
            return at + CDataStart.Length;
        }

        if (_tags.SkipNoTag(at) is { } next)
        {
            return next == at ? Text(at) : next;
        }

        var tag = _tags.Read(at);
        var name = html.AsSpan(tag.NameStart, tag.NameLength);
        if (_hiddenDepth > 0)
        {
            Hide(name, tag);
            return tag.End;
        }

        var effect = HtmlElements.EffectOf(name);
        if (!tag.IsEnd && effect.HasFlag(HtmlEffect.RawHidden))
        {
            return _tags.EndOfRaw(tag.End, name);
        }

        if (!tag.IsEnd && !tag.IsSelfClosing && IsHidden(effect, tag))
        {
            _hidden = name.ToString();
            _hiddenDepth = 1;
        }

        Apply(effect, tag.IsEnd);
        return effect.HasFlag(HtmlEffect.Preformatted) && !tag.IsEnd ? AfterNewLine(tag.End) : tag.End;
    }

    private void Hide(ReadOnlySpan<char> name, HtmlTag tag)
    {
        if (!tag.IsSelfClosing && name.Equals(_hidden, StringComparison.OrdinalIgnoreCase))
        {
            _hiddenDepth += tag.IsEnd ? -1 : 1;
        }
    }

    private bool IsHidden(HtmlEffect effect, HtmlTag tag) => honourHiding && (effect.HasFlag(HtmlEffect.Hidden)
        || (effect.HasFlag(HtmlEffect.Container) && HtmlTags.Hides(html.AsSpan(tag.NameStart + tag.NameLength, tag.End - tag.NameStart - tag.NameLength))));

    private void Apply(HtmlEffect effect, bool isEnd)
    {
        if (effect.HasFlag(HtmlEffect.Break))
        {
            _flow.Break();
        }

        if ((effect & (HtmlEffect.Line | HtmlEffect.Paragraph)) != 0)
        {
            _flow.Require(effect.HasFlag(HtmlEffect.Paragraph) ? 2 : 1);
        }

        if (effect.HasFlag(HtmlEffect.Row))
        {
            _flow.Row();
        }

        if (effect.HasFlag(HtmlEffect.Cell) && !isEnd)
        {
            _flow.Cell();
        }

        if (effect.HasFlag(HtmlEffect.Preformatted))
        {
            _flow.Preformatted = Math.Max(0, _flow.Preformatted + (isEnd ? -1 : 1));
        }
    }

    private int AfterNewLine(int at) =>
        at < html.Length && html[at] == '\n' ? at + 1 : string.CompareOrdinal(html, at, "\r\n", 0, 2) == 0 ? at + 2 : at;
}
