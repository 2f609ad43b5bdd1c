using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Email;

/// <summary>Tells an e-mail by its header fields.</summary>
internal static class EmailHead
{
    private const int MostLines = 120;

    // Only mail programs write these.
    private static readonly string[] Technical = ["received", "return-path", "message-id", "mime-version", "delivered-to", "dkim-signature", "arc-seal", "list-id", "x-mailer", "x-received", "content-transfer-encoding", "authentication-results"];
    private static readonly string[] Written = ["from", "date", "subject", "to", "cc", "reply-to", "sender"];

    /// <summary>How surely a text is an e-mail.</summary>
    internal static FormatMatch Match(ReadOnlySpan<char> text)
    {
        text = text.TrimStart("\r\n");
        if (text.StartsWith("From ") && text.IndexOf('\n') is > 0 and var line && text[..line].Contains('@'))
        {
            text = text[(line + 1)..];
        }

        var (technical, written, hasFrom) = (0, 0, false);
        for (var number = 0; number < MostLines && text.Length > 0; number++)
        {
            var end = text.IndexOf('\n');
            var field = (end < 0 ? text : text[..end]).TrimEnd('\r');
            text = end < 0 ? default : text[(end + 1)..];
            if (field.Length == 0)
            {
                break;
            }

            if (field[0] is ' ' or '\t' && number > 0)
            {
                continue;
            }

            var colon = field.IndexOf(':');
            if (colon <= 0 || field[..colon].IndexOfAnyExceptInRange('!', '~') >= 0)
            {
                return FormatMatch.None;
            }

            var name = field[..colon];
            technical += Is(name, Technical) ? 1 : 0;
            written += Is(name, Written) ? 1 : 0;
            hasFrom |= name.Equals("from", StringComparison.OrdinalIgnoreCase);
        }

        return technical > 0 && technical + written > 1 ? FormatMatch.Certain : hasFrom && written > 2 ? FormatMatch.Likely : FormatMatch.None;
    }

    private static bool Is(ReadOnlySpan<char> name, string[] names)
    {
        foreach (var other in names)
        {
            if (name.Equals(other, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
