using System.Text;
using CsCheck;

namespace Truceline.Fuzz;

/// <summary>Makes documents that are nearly right: seeds with some of their bytes changed, cut, doubled, or replaced by what parsers stumble over.</summary>
internal static class Mutations
{
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "<", ">", "&", "&#0;", "&#x110000;", "&x;", "<!DOCTYPE a [<!ENTITY x \"&x;&x;\">]>", "<![CDATA[", "]]>", "<!--", "<a>", "</a>", "<a b='", "/>", "xmlns:x=''",
            "{", "}", "[", "]", "\"", "\\u", "\\ud800", "null", "true", ",", ":", "1e999", "-", "NaN", "Infinity", "99999999999999999999", "0x1", "-0", "1,5",
            "\r\n", "\n\n", "\r", "\t", ";", "'", "=", "\0", "\u001e", "\u000b", "\uFEFF", "\u202e", "\u0301", "9999-12-31T23:59:60Z", "0000-00-00", "31.02.2018", "43360",
            "Content-Length: 1073741824\r\n", "Content-Type: multipart/mixed; boundary=\"\"\r\n", "Content-Transfer-Encoding: base64\r\n", "=?utf-8?B?////?=", "--\r\n",
            "<time>", "lat=\"91\"", "\"coordinates\":", "\"type\":\"Feature\"", "charset=utf-16", "encoding='utf-7'",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFE], [0xFE, 0xFF], [0xED, 0xA0, 0x80], [0xC3], [0xF4, 0x90, 0x80, 0x80], [0x80], [0x1F, 0x8B, 0x08],
    ];

    private delegate byte[] Change(byte[] document);

    /// <summary>Documents made of these seeds, one to eight changes away.</summary>
    internal static Gen<byte[]> Of(IReadOnlyList<byte[]> seeds)
    {
        var place = Gen.Double[0, 1];
        var changes = Gen.OneOf(
            Gen.Select(place, Gen.Byte, (at, value) => (Change)(d => Replace(d, at, 1, [value]))),
            Gen.Select(place, Gen.Int[0, Tokens.Length - 1], (at, token) => (Change)(d => Replace(d, at, 0, Tokens[token]))),
            Gen.Select(place, Gen.Int[0, Tokens.Length - 1], (at, token) => (Change)(d => Replace(d, at, Tokens[token].Length, Tokens[token]))),
            Gen.Select(place, Gen.Int[1, 200], (at, length) => (Change)(d => Replace(d, at, length, []))),
            Gen.Select(place, Gen.Int[1, 200], place, (from, length, to) => (Change)(d => Replace(d, to, 0, Part(d, from, length)))),
            Gen.Select(place, Gen.Int[0, Tokens.Length - 1], Gen.Int[2, 2000], (at, token, times) => (Change)(d => Replace(d, at, 0, Repeat(Tokens[token], times)))),
            Gen.Select(place, at => (Change)(d => Part(d, 0, (int)(at * d.Length)))),
            Gen.Select(place, Gen.Int[0, seeds.Count - 1], place, (at, other, from) => (Change)(d => [.. Part(d, 0, (int)(at * d.Length)), .. Part(seeds[other], from, seeds[other].Length)])));
        return Gen.Select(Gen.Int[0, seeds.Count - 1], changes.Array[1, 8], (seed, made) => made.Aggregate(seeds[seed], (document, change) => change(document)));
    }

    private static byte[] Part(byte[] document, double at, int length)
    {
        var from = (int)(at * document.Length);
        return document[from..Math.Min(document.Length, from + length)];
    }

    private static byte[] Replace(byte[] document, double at, int length, byte[] by)
    {
        var from = (int)(at * document.Length);
        return [.. document.AsSpan(0, from), .. by, .. document.AsSpan(Math.Min(document.Length, from + length))];
    }

    private static byte[] Repeat(byte[] token, int times) => [.. Enumerable.Repeat(token, times).SelectMany(t => t)];
}
