using System.Text;

namespace Truceline.Notification.Alerts;

/// <summary>One line for people. Pure.</summary>
internal static class Headline
{
    private const int Longest = 200;

    /// <summary>The first of the texts that is not blank, on one line, at most 200 code points; cut ones end in an ellipsis.</summary>
    internal static string Of(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                return Cut(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
            }
        }

        return "";
    }

    /// <summary>A class in words: "assault_aerial" as "assault aerial".</summary>
    internal static string Words(string @class) => @class.Replace('_', ' ');

    private static string Cut(string line)
    {
        if (line.EnumerateRunes().Count() <= Longest)
        {
            return line;
        }

        var cut = new StringBuilder();
        foreach (var rune in line.EnumerateRunes().Take(Longest - 1))
        {
            cut.Append(rune);
        }

        return cut.Append('…').ToString();
    }
}
