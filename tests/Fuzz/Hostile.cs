using System.Text;
using Truceline.Ingest.Documents;
using Truceline.Ingest.V1;

namespace Truceline.Fuzz;

/// <summary>Makes documents that are meant to do harm.</summary>
internal static class Hostile
{
    private const int Deep = 10_000;

    private const string Bomb = "<!DOCTYPE bomb [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">"
        + "<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\"><!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\"><!ENTITY bomb \"&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;\">"
        + "<!ENTITY out SYSTEM \"file:///etc/hostname\"><!ENTITY % far SYSTEM \"http://127.0.0.1:9/far.dtd\">%far;]>";

    /// <summary>The seed with a document type of exploding and of external entities, used wherever a text begins.</summary>
    internal static byte[] WithEntityBomb(string xml)
    {
        var root = xml.IndexOf('<', xml.IndexOf("?>", StringComparison.Ordinal) is var end and >= 0 ? end + 2 : 0);
        var body = xml[root..];
        return Encoding.UTF8.GetBytes(xml[..root] + Bomb + body.Replace("</", "&bomb;&out;</", StringComparison.Ordinal));
    }

    /// <summary>What is nested 10,000 deep, by what the seed is made of.</summary>
    internal static IEnumerable<byte[]> Nested(string seed)
    {
        if (seed.TrimStart('\uFEFF', '\u001e', ' ', '\n') is ['<', ..])
        {
            // Inside the last element that closes, so that the format has begun to read.
            var close = seed.LastIndexOf("</", StringComparison.Ordinal);
            yield return Encoding.UTF8.GetBytes(seed.Insert(close, Repeat("<x>") + Repeat("</x>")));
            yield return Encoding.UTF8.GetBytes(seed.Insert(close, Repeat("<div>")));
            yield return Encoding.UTF8.GetBytes(seed.Insert(close, $"<![CDATA[{Repeat("<div>")}text]]>"));
            yield return Encoding.UTF8.GetBytes(seed.Insert(close, Repeat("&lt;div&gt;")));
        }

        var brace = seed.IndexOf('{', StringComparison.Ordinal);
        if (brace >= 0)
        {
            yield return Encoding.UTF8.GetBytes(seed.Insert(brace + 1, $"\"x\":{Repeat("[")}{Repeat("]")},"));
            yield return Encoding.UTF8.GetBytes(seed.Insert(brace + 1, Repeat("\"x\":{")));
            yield return Encoding.UTF8.GetBytes(seed.Insert(brace, Repeat("[")));
        }

        yield return Encoding.UTF8.GetBytes("Subject: x\nMIME-Version: 1.0\n" + string.Concat(Enumerable.Range(0, Deep).Select(i =>
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n"))) + "\n" + seed);
        yield return Encoding.UTF8.GetBytes(Repeat("Content-Type: message/rfc822\n\n") + seed);
        yield return Encoding.UTF8.GetBytes(seed + Repeat("\""));
        yield return Encoding.UTF8.GetBytes(seed + Repeat("("));
        yield return Encoding.UTF8.GetBytes(Repeat("> ") + seed);
    }

    /// <summary>The seed with what says that far more follows than does: a length of 1 GB in headers and in attributes.</summary>
    internal static IEnumerable<byte[]> WithLies(byte[] seed)
    {
        const string Lie = "1073741824";
        var text = Encoding.Latin1.GetString(seed);
        yield return Encoding.Latin1.GetBytes($"Content-Length: {Lie}\r\nContent-Type: text/plain; charset=utf-8\r\nSubject: x\r\n\r\n{text}");
        yield return Encoding.Latin1.GetBytes($"MIME-Version: 1.0\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Length: {Lie}\r\nContent-Transfer-Encoding: base64\r\n\r\n{text}");
        yield return Encoding.Latin1.GetBytes(System.Text.RegularExpressions.Regex.Replace(text, "(length|size|width|height|count)(\"?\\s*[=:]\\s*\"?)\\d+", "${1}${2}" + Lie));
        yield return [.. "\u0001\u0001\u0001\u0001"u8, 0x40, 0, 0, 0, .. seed];
        yield return Encoding.Latin1.GetBytes($"{Lie}\r\n{text}");
    }

    /// <summary>The seed in several encodings at once, and in one under the name of another.</summary>
    internal static IEnumerable<byte[]> InMixedEncodings(string seed)
    {
        var utf8 = Encoding.UTF8.GetBytes(seed);
        var half = utf8.Length / 2;
        yield return [.. utf8[..half], .. Encoding.Unicode.GetBytes(seed), .. utf8[half..]];
        yield return [.. utf8[..half], 0xE9, 0x93, 0xFF, 0xFE, 0x81, .. utf8[half..]];
        yield return [.. Encoding.UTF8.Preamble, .. Encoding.Unicode.GetBytes(seed)];
        yield return [.. Encoding.Unicode.Preamble, .. utf8];
        yield return [.. Encoding.BigEndianUnicode.GetBytes(seed), 0xD8];
        yield return Encoding.UTF32.GetBytes(seed);
        yield return Encoding.UTF8.GetBytes(seed.Replace("utf-8", "utf-16", StringComparison.OrdinalIgnoreCase));
        yield return Encoding.UTF8.GetBytes(seed.Replace("UTF-8", "nonsense", StringComparison.Ordinal));
    }

    /// <summary>A document of a beginning and a piece that comes again and again, made as it is read; it says that it is longer than it is.</summary>
    internal static DocumentContent Endless(string beginning, string piece, long bytes, DocumentLimits? limits = null)
    {
        var (first, again) = (Encoding.UTF8.GetBytes(beginning), Encoding.UTF8.GetBytes(piece));
        using var start = new RepeatingStream(first, again, DocumentHeads.Length);
        var head = new byte[DocumentHeads.Length];
        start.ReadExactly(head);
        return new DocumentContent(() => new RepeatingStream(first, again, bytes), DocumentHeads.Of(head, isWhole: false, new DocumentHints()), limits ?? new DocumentLimits());
    }

    private static string Repeat(string text) => string.Concat(Enumerable.Repeat(text, Deep));
}
