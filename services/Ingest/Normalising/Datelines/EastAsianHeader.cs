using System.Globalization;
using System.Text.RegularExpressions;
using Truceline.Ingest.Normalising.Agencies;

namespace Truceline.Ingest.Normalising.Datelines;

/// <summary>Datelines of Chinese, Korean and Japanese agencies, which set no spaces and no dash: "新华社莫斯科9月17日电", "(서울=연합뉴스)", "【モスクワ共同】".</summary>
internal static partial class EastAsianHeader
{
    private const int Longest = 60;
    private const char FirstCjk = '\u3000';

    /// <summary>The dateline; null when the line begins with none.</summary>
    internal static HeaderFound? Read(ReadOnlySpan<char> line)
    {
        if (line.Length < 4 || (line[0] < FirstCjk && (line[0] is not ('(' or '[') || line[1] < FirstCjk)))
        {
            return null;
        }

        var text = line[..Math.Min(line.Length, Longest)].ToString();
        return Of(Chinese().Match(text)) ?? Of(Korean().Match(text)) ?? Of(Japanese().Match(text)) ?? Of(JapaneseReuters().Match(text));
    }

    private static HeaderFound? Of(Match match)
    {
        if (!match.Success || AgencyNames.FindInField(match.Groups["agency"].ValueSpan) is not { } agency)
        {
            return null;
        }

        DatelineDay? day = match.Groups["d"].Success ? new DatelineDay(Number(match.Groups["y"]), Number(match.Groups["m"]), Number(match.Groups["d"])) : null;
        return new HeaderFound(0, match.Length, match.Groups["place"].Value.Trim(), day, agency);
    }

    private static int Number(Group group) => group.Success ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("^[（(【\\[]?(?<agency>新华社|新華社|中新社|中新网|中央社|法新社|路透社|美联社|塔斯社)(?:記者\\w{2,4})?(?<place>[^0-9\\s，。（(]{1,12}?)(?:(?<y>[0-9]{4})年)?(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})日(?:综合|專)?[电電讯訊][）)】\\]]?", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Chinese();

    [GeneratedRegex("^[（(\\[](?<place>[^=()\\[\\]\\s]{1,20})=(?<agency>[^=()\\[\\]\\s]{2,12})[）)\\]]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Korean();

    [GeneratedRegex("^【(?<place>[^】]{1,20}?)(?:＝|=)?(?<agency>共同通信|共同|時事通信|時事|ロイター|AFP時事|AP)】", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Japanese();

    [GeneratedRegex("^[\\[［](?<place>[^\\]］0-9]{1,30}?)\\s*(?:[0-9]{1,2}日)?\\s*(?<agency>ロイター|共同|時事)[\\]］](?:\\s*[-－])?", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex JapaneseReuters();
}
