using MimeKit;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Web;

namespace Truceline.Ingest.Formats.Email;

/// <summary>Makes a report of a message and its text. Pure.</summary>
internal static class EmailMessage
{
    private const int Deepest = 32;

    // Where everybody has an address: the domain is no outlet.
    private static readonly string[] Providers = ["gmail.", "googlemail.", "yahoo.", "hotmail.", "outlook.", "live.", "icloud.", "proton", "gmx.", "web.de", "mail.ru", "yandex.", "ukr.net", "aol.", "msn.", "qq.", "163.", "zoho.", "fastmail."];

    /// <summary>How MimeKit reads: deep enough for any mail program, no deeper.</summary>
    internal static ParserOptions Options { get; } = new() { MaxMimeDepth = Deepest, RespectContentLength = false };

    /// <summary>The report; null when the message holds no text.</summary>
    internal static ReportContent? Read(MimeMessage message, TextPart? part)
    {
        var mapped = part is null ? new MappedText("", new TextMap([])) : TextOf(part);
        var subject = SubjectOf(message.Subject ?? "");
        if (!mapped.Text.Any(char.IsLetter))
        {
            return null;
        }

        var layout = MailLayout.Of(mapped.Text);
        var from = message.From.Mailboxes.FirstOrDefault();
        var name = (from?.Name ?? "").Trim();
        var published = Header(message, HeaderId.Date) is { Length: > 0 } date ? DateText.Read(date) ?? "" : "";
        return new ReportContent
        {
            Text = mapped,
            Boilerplate = layout.Parts,
            Title = layout.Forwarded?.Subject is { Length: > 0 } forwarded ? SubjectOf(forwarded) : subject,
            Published = layout.Forwarded?.Date is { Length: > 0 } sent && DateText.Read(sent) is { } original ? original : published,
            Bylines = layout.Forwarded?.From is { Length: > 0 } author ? [author] : name.Length > 0 && !name.Contains('@', StringComparison.Ordinal) ? [name] : [],
            Outlet = layout.Forwarded?.From is { Length: > 0 } ? "" : OutletOf(message, from),
            ExternalId = message.MessageId ?? "",
            Language = Header(message, HeaderId.ContentLanguage),
            Fields = FieldsOf(message),
        };
    }

    /// <summary>Characters of a part's text, about.</summary>
    internal static int LengthOf(TextPart part) => TextOf(part).Text.Length;

    /// <summary>A part's bytes, decoded from base64 or quoted-printable; what is broken is left out.</summary>
    internal static byte[] BytesOf(MimePart part)
    {
        using var bytes = new MemoryStream();
        part.Content?.DecodeTo(bytes);
        return bytes.ToArray();
    }

    private static MappedText TextOf(TextPart part)
    {
        var (text, _) = TextDecoding.Decode(BytesOf(part), part.ContentType.Charset is { Length: > 0 } charset ? $"text/plain; charset={charset}" : "text/plain");
        return part.IsHtml ? HtmlText.Of(text) : PlainMail.Of(text, part.IsFlowed, part.ContentType.Parameters["delsp"] is "yes" or "Yes");
    }

    private static string OutletOf(MimeMessage message, MailboxAddress? from)
    {
        var list = Header(message, HeaderId.ListId);
        var bracket = list.IndexOf('<', StringComparison.Ordinal);
        var named = (bracket < 0 ? list : list[..bracket]).Trim(' ', '"');
        if (named.Length > 0)
        {
            return named;
        }

        if (Header(message, HeaderId.Organization) is { Length: > 0 } organisation)
        {
            return organisation;
        }

        var domain = (from?.Domain ?? "").ToLowerInvariant();
        return Array.Exists(Providers, p => domain.StartsWith(p, StringComparison.Ordinal)) ? "" : domain;
    }

    private static Dictionary<string, string> FieldsOf(MimeMessage message)
    {
        var fields = new Dictionary<string, string>();
        foreach (var (name, id) in (ReadOnlySpan<(string, HeaderId)>)[("list-id", HeaderId.ListId), ("in-reply-to", HeaderId.InReplyTo)])
        {
            if (Header(message, id) is { Length: > 0 } value)
            {
                fields[name] = value;
            }
        }

        return fields;
    }

    private static string Header(MimeMessage message, HeaderId id) => (message.Headers[id] ?? "").Trim();

    // "Re: Fwd: [list] subject"
    private static string SubjectOf(string subject)
    {
        string[] prefixes = ["re:", "fwd:", "fw:", "aw:", "wg:", "tr:", "rv:", "отв:", "ynt:", "رد:"];
        subject = subject.Trim();
        while (Array.Find(prefixes, p => subject.StartsWith(p, StringComparison.OrdinalIgnoreCase)) is { } prefix)
        {
            subject = subject[prefix.Length..].TrimStart();
        }

        return subject;
    }
}
