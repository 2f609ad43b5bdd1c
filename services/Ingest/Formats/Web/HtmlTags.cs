namespace Truceline.Ingest.Formats.Web;

/// <summary>A tag.</summary>
/// <param name="NameStart">Where its name begins.</param>
/// <param name="NameLength">Length of the name.</param>
/// <param name="End">After its closing bracket, or the end of the markup.</param>
/// <param name="IsEnd">Whether it is an end tag.</param>
/// <param name="IsSelfClosing">Whether it ends with a slash.</param>
internal readonly record struct HtmlTag(int NameStart, int NameLength, int End, bool IsEnd, bool IsSelfClosing);

/// <summary>Finds where tags, comments and declarations end. It looks at no character more than a fixed number of times in all. Not thread-safe.</summary>
/// <param name="html">The markup.</param>
internal sealed class HtmlTags(string html)
{
    private bool _noDoubleQuote;
    private bool _noSingleQuote;

    /// <summary>Skips what begins with a bracket and is no tag.</summary>
    /// <param name="at">Where the bracket stands.</param>
    /// <returns>Where it ends (comment, declaration, instruction); the same place when the bracket is text; null when it is a tag.</returns>
    internal int? SkipNoTag(int at)
    {
        var next = At(at + 1);
        if (char.IsAsciiLetter(next) || (next == '/' && char.IsAsciiLetter(At(at + 2))))
        {
            return null;
        }

        return next switch
        {
            '!' when At(at + 2) == '-' && At(at + 3) == '-' => EndOfComment(at + 4),
            '!' or '?' or '/' => After('>', at + 1),
            _ => at,
        };
    }

    /// <summary>Reads the tag whose bracket stands at a place where <see cref="SkipNoTag"/> found one.</summary>
    internal HtmlTag Read(int at)
    {
        var isEnd = html[at + 1] == '/';
        var name = at + (isEnd ? 2 : 1);
        var afterName = name;
        while (afterName < html.Length && html[afterName] is not ('>' or '/' or ' ' or '\t' or '\n' or '\r' or '\f'))
        {
            afterName++;
        }

        var end = EndOfTag(afterName);
        var isSelfClosing = end - 2 >= afterName && html[end - 1] == '>' && html[end - 2] == '/';
        return new HtmlTag(name, afterName - name, end, isEnd, isSelfClosing);
    }

    /// <summary>After the end tag of an element whose content is no markup; the end when there is none.</summary>
    internal int EndOfRaw(int from, ReadOnlySpan<char> name)
    {
        while (true)
        {
            var found = html.AsSpan(from).IndexOf("</");
            if (found < 0)
            {
                return html.Length;
            }

            from += found + 2;
            if (html.AsSpan(from).StartsWith(name, StringComparison.OrdinalIgnoreCase) && !char.IsAsciiLetterOrDigit(At(from + name.Length)))
            {
                return After('>', from);
            }
        }
    }

    /// <summary>Whether attributes hide their element.</summary>
    internal static bool Hides(ReadOnlySpan<char> attributes)
    {
        const StringComparison Ignore = StringComparison.OrdinalIgnoreCase;
        var display = attributes.IndexOf("display", Ignore);
        if (display >= 0 && attributes[(display + "display".Length)..].TrimStart() is [':', .. var value] && value.TrimStart().StartsWith("none", Ignore))
        {
            return true;
        }

        var hidden = attributes.IndexOf(" hidden", Ignore);
        return hidden >= 0 && attributes[(hidden + " hidden".Length)..] is [] or ['>', ..] or [' ', ..] or ['/', ..] or ['=', '"', '"', ..]
            or ['=', '"', 'h' or 'H', 'i', ..];
    }

    private char At(int at) => at < html.Length ? html[at] : '\0';

    private int After(char character, int from)
    {
        var found = from < html.Length ? html.IndexOf(character, from) : -1;
        return found < 0 ? html.Length : found + 1;
    }

    private int EndOfComment(int from)
    {
        if (At(from) == '>' || (At(from) == '-' && At(from + 1) == '>'))
        {
            return After('>', from);
        }

        for (var at = from; at < html.Length; at++)
        {
            var found = html.IndexOf("--", at, StringComparison.Ordinal);
            if (found < 0)
            {
                break;
            }

            var after = found + 2;
            if (At(after) == '>' || (At(after) == '!' && At(after + 1) == '>'))
            {
                return After('>', after);
            }

            at = found;
        }

        return html.Length;
    }

    private int EndOfTag(int from)
    {
        for (var at = from; at < html.Length; at++)
        {
            switch (html[at])
            {
                case '>':
                    return at + 1;
                // A quotation mark opens a value only behind the sign of equality.
                case '"' or '\'' when IsAfterEquals(at):
                    var close = ClosingQuote(html[at], at + 1);
                    if (close < 0)
                    {
                        return After('>', from);
                    }

                    at = close;
                    break;
            }
        }

        return html.Length;
    }

    private bool IsAfterEquals(int at)
    {
        while (at > 0 && html[at - 1] is ' ' or '\t' or '\n' or '\r' or '\f')
        {
            at--;
        }

        return at > 0 && html[at - 1] == '=';
    }

    /// <summary>Where a value ends; -1 when it does not. After the first that does not, no value is trusted to hold a bracket: so no part is searched again and again.</summary>
    private int ClosingQuote(char quote, int from)
    {
        if (quote == '"' ? _noDoubleQuote : _noSingleQuote)
        {
            return -1;
        }

        var found = from < html.Length ? html.IndexOf(quote, from) : -1;
        if (found < 0)
        {
            _noDoubleQuote |= quote == '"';
            _noSingleQuote |= quote == '\'';
        }

        return found;
    }
}
