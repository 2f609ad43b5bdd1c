using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Truceline.Ingest.Formats;

/// <summary>Makes XML of what is nearly XML without moving a character.</summary>
internal static class XmlRepair
{
    // A noncharacter that XML allows and no document holds: stands for an ampersand between Mend and Restore.
    private const char Ampersand = '\uFDD0';

    // HTML's longest name, CounterClockwiseContourIntegral, is 31 characters.
    private const int LongestName = 32;

    /// <summary>The document with the same length and lines.</summary>
    internal static string Mend(string text)
    {
        var mended = new StringBuilder(text);
        var inData = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsAllowed(text, i))
            {
                mended[i] = ' ';
            }
            else if (text[i] == '<' && text.AsSpan(i).StartsWith("<![CDATA[", StringComparison.Ordinal))
            {
                var end = text.IndexOf("]]>", i, StringComparison.Ordinal);
                inData = end < 0 ? text.Length : end;
            }
            else if (text[i] == '&' && i >= inData)
            {
                MendEntity(text, i, mended);
            }
        }

        return mended.ToString();
    }

    /// <summary>Puts the ampersands back into texts and attributes.</summary>
    internal static void Restore(XDocument document)
    {
        foreach (var node in document.DescendantNodes())
        {
            if (node is XText text && text.Value.Contains(Ampersand, StringComparison.Ordinal))
            {
                text.Value = text.Value.Replace(Ampersand, '&');
            }

            foreach (var attribute in node is XElement element ? element.Attributes() : [])
            {
                if (attribute.Value.Contains(Ampersand, StringComparison.Ordinal))
                {
                    attribute.Value = attribute.Value.Replace(Ampersand, '&');
                }
            }
        }
    }

    private static bool IsAllowed(string text, int i) =>
        XmlConvert.IsXmlChar(text[i])
        || (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
        || (char.IsLowSurrogate(text[i]) && i > 0 && char.IsHighSurrogate(text[i - 1]));

    private static void MendEntity(string text, int at, StringBuilder mended)
    {
        var end = text.AsSpan(at, Math.Min(LongestName + 2, text.Length - at)).IndexOf(';');
        var name = end < 0 ? "" : text.Substring(at + 1, end - 1);
        if (name is "lt" or "gt" or "amp" or "quot" or "apos" || IsNumber(name))
        {
            return;
        }

        var value = name.Length > 0 && name.All(char.IsAsciiLetterOrDigit) ? WebUtility.HtmlDecode($"&{name};") : "";
        if (value.Length == 0 || value[0] == '&')
        {
            mended[at] = Ampersand;
            return;
        }

        // Leading zeros fill up the place of the name; four names of two letters (le, ge, ne, pi …) leave room for the bare character only.
        var digits = char.ConvertToUtf32(value, 0).ToString(CultureInfo.InvariantCulture);
        var room = end + 1 - 3;
        var written = digits.Length <= room ? $"&#{digits.PadLeft(room, '0')};" : value.PadRight(end + 1);
        for (var i = 0; i < written.Length; i++)
        {
            mended[at + i] = written[i];
        }
    }

    private static bool IsNumber(string name)
    {
        var isHex = name.StartsWith("#x", StringComparison.OrdinalIgnoreCase);
        return name.StartsWith('#')
            && int.TryParse(name.AsSpan(isHex ? 2 : 1), isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && (value <= char.MaxValue ? XmlConvert.IsXmlChar((char)value) : value <= 0x10FFFF)
            && name.AsSpan(1).IndexOf('X') < 0;
    }
}
