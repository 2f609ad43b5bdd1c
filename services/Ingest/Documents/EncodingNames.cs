using System.Text;
using System.Text.RegularExpressions;

namespace Truceline.Ingest.Documents;

/// <summary>
/// Finds an encoding by a name as documents and servers write it. Like browsers (WHATWG Encoding Standard, "names and labels") it takes the superset
/// that is meant: windows-1252 for iso-8859-1, GB 18030 for GB 2312 and GBK, code page 932 for Shift-JIS, 949 for EUC-KR.
/// </summary>
internal static partial class EncodingNames
{
    private static readonly Dictionary<string, int> CodePages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["utf8"] = 65001,
        ["utf-8"] = 65001,
        ["unicode-1-1-utf-8"] = 65001,
        ["utf8mb4"] = 65001,
        ["utf16"] = 1200,
        ["utf-16"] = 1200,
        ["utf-16le"] = 1200,
        ["ucs-2"] = 1200,
        ["unicode"] = 1200,
        ["utf-16be"] = 1201,
        ["utf-32"] = 12000,
        ["utf-32le"] = 12000,
        ["utf-32be"] = 12001,
        ["ascii"] = 1252,
        ["us-ascii"] = 1252,
        ["ansi"] = 1252,
        ["latin1"] = 1252,
        ["latin-1"] = 1252,
        ["l1"] = 1252,
        ["iso-8859-1"] = 1252,
        ["latin2"] = 28592,
        ["latin5"] = 1254,
        ["iso-8859-9"] = 1254,
        ["iso-8859-11"] = 874,
        ["tis-620"] = 874,
        ["koi8-r"] = 20866,
        ["koi8"] = 20866,
        ["koi"] = 20866,
        ["koi8-u"] = 21866,
        ["koi8-ru"] = 21866,
        ["gb2312"] = 54936,
        ["gb_2312-80"] = 54936,
        ["gbk"] = 54936,
        ["x-gbk"] = 54936,
        ["gb18030"] = 54936,
        ["cp936"] = 54936,
        ["euc-cn"] = 54936,
        ["big5"] = 950,
        ["big5-hkscs"] = 950,
        ["x-x-big5"] = 950,
        ["cp950"] = 950,
        ["shift_jis"] = 932,
        ["shift-jis"] = 932,
        ["sjis"] = 932,
        ["x-sjis"] = 932,
        ["ms932"] = 932,
        ["windows-31j"] = 932,
        ["cp932"] = 932,
        ["euc-jp"] = 51932,
        ["x-euc-jp"] = 51932,
        ["iso-2022-jp"] = 50220,
        ["euc-kr"] = 949,
        ["ks_c_5601-1987"] = 949,
        ["ksc5601"] = 949,
        ["cp949"] = 949,
        ["uhc"] = 949,
        ["iso-2022-kr"] = 50225,
        ["macintosh"] = 10000,
        ["x-mac-roman"] = 10000,
        ["x-mac-cyrillic"] = 10007,
        ["cp866"] = 866,
        ["ibm866"] = 866,
        ["dos-866"] = 866,
    };

    // The provider must be there before the first name is looked up, whoever looks it up: libraries ask Encoding too.
    static EncodingNames() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Makes the legacy code pages known to the process; done by the first use of this class at the latest.</summary>
    internal static void Register() => System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(EncodingNames).TypeHandle);

    /// <summary>The encoding of that name; null when there is none that is read (UTF-7 is not, it hides text from whoever looks at the bytes).</summary>
    /// <param name="name">As written, e.g. <c>"UTF8"</c>, <c>cp1251</c>, <c>ISO_8859-5</c>.</param>
    internal static Encoding? Find(string name)
    {
        name = name.Trim().Trim('"', '\'').Trim();
        if (CodePages.TryGetValue(name, out var page))
        {
            return Of(page);
        }

        if (Windows().Match(name) is { Success: true } windows)
        {
            return Named($"windows-{windows.Groups[1].Value}");
        }

        if (Iso().Match(name) is { Success: true } iso)
        {
            var canonical = $"iso-8859-{iso.Groups[1].Value}";
            return CodePages.TryGetValue(canonical, out page) ? Of(page) : Named(canonical);
        }

        return name.Length is 0 or > 40 || name.Contains("utf-7", StringComparison.OrdinalIgnoreCase) ? null : Named(name);
    }

    /// <summary>The encoding of a code page that is known to exist.</summary>
    internal static Encoding Of(int page) => Encoding.GetEncoding(page);

    private static Encoding? Named(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^(?:x-)?(?:cp|win|windows|ms)[-_]?(125[0-8]|874)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Windows();

    [GeneratedRegex(@"^(?:cs)?iso[-_]?8859[-_]?(\d{1,2})(?:[-_:].*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Iso();
}
