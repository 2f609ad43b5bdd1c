using System.Collections.Frozen;

namespace Truceline.Entity.Reading.Quantities;

/// <summary>Signs and codes of currencies that stand before a number.</summary>
internal static class Currencies
{
    private static readonly FrozenDictionary<string, string> Signs = new Dictionary<string, string>
    {
        ["$"] = "USD",
        ["US$"] = "USD",
        ["U.S.$"] = "USD",
        ["A$"] = "AUD",
        ["AU$"] = "AUD",
        ["C$"] = "CAD",
        ["CA$"] = "CAD",
        ["NZ$"] = "NZD",
        ["HK$"] = "HKD",
        ["S$"] = "SGD",
        ["R$"] = "BRL",
        ["Rs"] = "INR",
        ["Rs."] = "INR",
        ["€"] = "EUR",
        ["£"] = "GBP",
        ["¥"] = "JPY",
        ["₽"] = "RUB",
        ["₴"] = "UAH",
        ["₪"] = "ILS",
        ["₺"] = "TRY",
        ["₹"] = "INR",
        ["₩"] = "KRW",
        ["₦"] = "NGN",
        ["₾"] = "GEL",
        ["֏"] = "AMD",
        ["₼"] = "AZN",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Codes = "USD EUR GBP JPY CHF RUB UAH ILS TRY INR KRW CNY AUD CAD SYP YER LYD SDG SSP ETB IQD IRR AFN AMD AZN GEL SAR AED QAR JOD LBP EGP NGN"
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The ISO 4217 code of what stands directly before a number, which is moved to its start; null when nothing does.</summary>
    public static string? Before(string text, ref int number)
    {
        var end = number;
        if (end > 0 && text[end - 1] is ' ' or '\u00A0')
            end--;
        if (end == 0 || (text[end - 1] < 128 && text[end - 1] != '$' && !IsRupees(text, end) && !(end < number && char.IsAsciiLetterUpper(text[end - 1]))))
            return null;
        if (end < number && char.IsAsciiLetterUpper(text[end - 1]))
        {
            var start = end - 3;
            if (start < 0 || (start > 0 && char.IsLetterOrDigit(text[start - 1])) || !Codes.Contains(text[start..end]))
                return null;
            number = start;
            return text[(end - 3)..end];
        }
        for (var length = 5; length > 0; length--)
        {
            var start = end - length;
            if (start >= 0 && Signs.TryGetValue(text[start..end], out var code) && (start == 0 || !char.IsLetterOrDigit(text[start - 1])))
            {
                number = start;
                return code;
            }
        }
        return null;
    }

    private static bool IsRupees(string text, int end) =>
        end > 1 && (text[end - 1] == 's' ? text[end - 2] == 'R' : text[end - 1] == '.' && end > 2 && text[end - 2] == 's' && text[end - 3] == 'R');

    /// <summary>Over the sign of the second number of a range ("$2-$3 million").</summary>
    public static void Skip(string text, ref int at)
    {
        if (at < text.Length && Signs.ContainsKey(text.Substring(at, 1)))
            at++;
    }
}
