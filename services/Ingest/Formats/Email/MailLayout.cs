using System.Text.RegularExpressions;
using Truceline.Ingest.Documents;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Formats.Email;

/// <summary>What a forwarded message says of itself, as far as it does.</summary>
internal sealed record ForwardedHeader(string From, string Date, string Subject);

/// <summary>
/// What in the text of a message is not its story: quoted earlier messages, signatures, disclaimers, footers of lists, headers of a forwarded message. The forwarded
/// message itself is the story. Pure; linear.
/// </summary>
/// <param name="Parts">The parts that are not the story.</param>
/// <param name="Forwarded">The header of a forwarded message; null when there is none.</param>
internal sealed partial record MailLayout(IReadOnlyList<BoilerplatePart> Parts, ForwardedHeader? Forwarded)
{
    private const int LongestSignature = 25;
    private const int LongestAttribution = 300;
    private const int MostHeaderLines = 14;

    private static readonly string[] Forwards =
        ["begin forwarded message", "---------- forwarded message", "-------- forwarded message", "----- forwarded message", "----- forwarded by", "-------- message transféré", "---------- message transféré", "-------- weitergeleitete nachricht",
         "---------- weitergeleitete nachricht", "-------- mensaje reenviado", "---------- пересылаемое сообщение", "-------- пересылаемое сообщение", "-------- перенаправленное сообщение", "---------- رسالة مُعاد توجيهها", "---------- iletilmiş mesaj"];

    private static readonly string[] Originals =
        ["-----original message", "----- original message", "-------- original message", "-----ursprüngliche nachricht", "-----message d'origine", "-----mensaje original", "-----исходное сообщение", "-----orijinal ileti"];

    private static readonly string[] Notices =
        ["this email and any", "this e-mail and any", "this message and any", "this message (including", "this email (including", "this e-mail (including", "this message contains", "this email contains", "this communication", "the information contained in this", "the information in this e",
         "confidentiality notice", "confidential:", "disclaimer", "if you are not the intended", "if you have received this", "please consider the environment", "you received this message because", "you are receiving this", "you have received this email because",
         "to unsubscribe", "unsubscribe", "view this email in", "view in browser", "view this message in", "if you no longer wish", "sent from my", "sent from outlook", "get outlook for", "ce message et", "ce courriel", "diese e-mail", "este mensaje", "este correo",
         "envoyé de mon", "von meinem", "enviado desde mi", "отправлено с", "данное сообщение", "это письмо", "manage your subscription", "update your preferences", "update subscription preferences", "our mailing address", "you can unsubscribe", "to view this discussion"];

    /// <summary>Reads the layout of a message's text.</summary>
    internal static MailLayout Of(string text)
    {
        var lines = LinesOf(text);
        var parts = new List<BoilerplatePart>();
        ForwardedHeader? forwarded = null;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = Text(text, lines[i]);
            if (line.Length == 0)
            {
                continue;
            }

            var end = i;
            if (Starts(line, Forwards))
            {
                (end, var header) = Header(text, lines, i + 1);
                forwarded ??= header;
            }
            else if (Starts(line, Originals) || IsAttribution(text, lines, i, out end) || (IsRule(line) && i + 1 < lines.Count && Text(text, lines[i + 1]).StartsWith("From:", StringComparison.OrdinalIgnoreCase)))
            {
                // All that follows is the message that was answered.
                end = Quoted(text, lines, i, end);
            }
            else if (line is "--" or "-- " or "—" || line.SequenceEqual("__"))
            {
                end = Math.Min(lines.Count - 1, i + LongestSignature);
                end = EndOfSignature(text, lines, i, end);
            }
            else if (Starts(line, Notices) || IsListRule(line))
            {
                end = EndOfParagraph(text, lines, i);
            }
            else if (line[0] != '>')
            {
                continue;
            }
            else
            {
                end = EndOfQuote(text, lines, i);
            }

            parts.Add(new BoilerplatePart(BoilerplateKind.Mail, lines[i].Start, Math.Max(lines[end].End, lines[i].Start + 1)));
            i = end;
        }

        return new MailLayout(parts, forwarded);
    }

    private static (int End, ForwardedHeader Header) Header(string text, List<(int Start, int End)> lines, int from)
    {
        var (author, date, subject) = ("", "", "");
        var last = from - 1;
        for (var i = from; i < Math.Min(lines.Count, from + MostHeaderLines); i++)
        {
            var line = Text(text, lines[i]).TrimStart("> *").Trim();
            if (line.Length == 0)
            {
                if (last >= from)
                {
                    break;
                }

                continue;
            }

            var match = HeaderLine().Match(line.ToString());
            if (!match.Success)
            {
                break;
            }

            var value = match.Groups["value"].Value.Trim(' ', '*');
            switch (match.Groups["name"].Value.ToLowerInvariant())
            {
                case "from" or "de" or "von" or "от" or "от кого" or "gönderen" or "من":
                    author = value.Split('<', '[')[0].Trim(' ', '"', '\'');
                    break;
                case "date" or "sent" or "datum" or "gesendet" or "envoyé" or "fecha" or "enviado" or "дата" or "отправлено" or "tarih" or "التاريخ":
                    date = value;
                    break;
                case "subject" or "betreff" or "objet" or "asunto" or "тема" or "konu" or "الموضوع":
                    subject = value;
                    break;
            }

            last = i;
        }

        return (Math.Max(last, from - 1), new ForwardedHeader(author.Contains('@', StringComparison.Ordinal) ? "" : author, date, subject));
    }

    // "On Mon, Sep 17, 2018 at 10:00, Jane Doe wrote:", also over two lines.
    private static bool IsAttribution(string text, List<(int Start, int End)> lines, int at, out int end)
    {
        end = at;
        var first = Text(text, lines[at]);
        if (first.Length > LongestAttribution || !Attributions(first))
        {
            return false;
        }

        for (; end < Math.Min(lines.Count, at + 3); end++)
        {
            var line = Text(text, lines[end]);
            if (line.EndsWith(':') && Attribution().IsMatch(text[lines[at].Start..lines[end].End]))
            {
                return true;
            }
        }

        end = at;
        return false;
    }

    private static bool Attributions(ReadOnlySpan<char> line) =>
        line.StartsWith("On ") || line.StartsWith("Le ") || line.StartsWith("Am ") || line.StartsWith("El ") || line.StartsWith("Il ") || line.StartsWith("Em ") || line.StartsWith("في ") || (line[^1] == ':' && line.Contains('@'));

    // A quotation marked line by line ends where the marks end; others reach to the end.
    private static int Quoted(string text, List<(int Start, int End)> lines, int at, int attributionEnd)
    {
        var next = attributionEnd + 1;
        while (next < lines.Count && Text(text, lines[next]).Length == 0)
        {
            next++;
        }

        return next < lines.Count && Text(text, lines[next])[0] == '>' ? EndOfQuote(text, lines, next) : lines.Count - 1;
    }

    private static int EndOfQuote(string text, List<(int Start, int End)> lines, int at)
    {
        var last = at;
        for (var i = at; i < lines.Count; i++)
        {
            var line = Text(text, lines[i]);
            if (line.Length > 0 && line[0] != '>')
            {
                break;
            }

            last = line.Length > 0 ? i : last;
        }

        return last;
    }

    private static int EndOfSignature(string text, List<(int Start, int End)> lines, int at, int end)
    {
        var last = at;
        for (var i = at + 1; i <= end; i++)
        {
            var line = Text(text, lines[i]);
            if (Starts(line, Forwards))
            {
                break;
            }

            last = line.Length > 0 ? i : last;
        }

        return last;
    }

    private static int EndOfParagraph(string text, List<(int Start, int End)> lines, int at)
    {
        while (at + 1 < lines.Count && Text(text, lines[at + 1]).Length > 0)
        {
            at++;
        }

        return at;
    }

    private static bool IsRule(ReadOnlySpan<char> line) => line.Length >= 10 && line.IndexOfAnyExcept('_', '-') < 0;

    // Mailman's line above its footer.
    private static bool IsListRule(ReadOnlySpan<char> line) => line.Length >= 40 && line.IndexOfAnyExcept('_') < 0;

    private static bool Starts(ReadOnlySpan<char> line, string[] openings)
    {
        line = line.TrimStart("> *");
        foreach (var opening in openings)
        {
            if (line.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> Text(string text, (int Start, int End) line) => text.AsSpan(line.Start, line.End - line.Start).Trim();

    private static List<(int Start, int End)> LinesOf(string text)
    {
        var lines = new List<(int, int)>();
        for (var at = 0; at <= text.Length;)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            lines.Add((at, end));
            at = end + 1;
        }

        return lines;
    }

    [GeneratedRegex("^(?<name>[\\p{L} ]{2,16})\\s?:\\s?(?<value>.*)$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex HeaderLine();

    [GeneratedRegex("(?:wrote|a écrit|schrieb(?: .{0,120})?|escribió|ha scritto|escreveu|написала?|пишет|كتب.{0,120}|yazdı|@[^\\s]+)\\s*:\\s*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Attribution();
}
