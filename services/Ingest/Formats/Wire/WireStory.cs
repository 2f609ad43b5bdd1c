using System.Globalization;
using System.Text.RegularExpressions;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Web;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Formats.Wire;

/// <summary>Reads one story of a wire: header, headline, text, closing marks. Pure; linear.</summary>
internal static partial class WireStory
{
    private const int LongestHeadline = 180;
    private const int LinesOfHeader = 14;

    /// <summary>The story.</summary>
    /// <param name="text">The document.</param>
    /// <param name="start">Where it begins in it.</param>
    /// <param name="end">Where it ends.</param>
    internal static ReportContent Read(string text, int start, int end)
    {
        var builder = new MappedTextBuilder();
        var parts = new List<BoilerplatePart>();
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var (number, headline, stamp, inHeader) = (0, "", "", true);
        for (var at = start; at < end;)
        {
            var feed = text.IndexOf('\n', at, end - at);
            var lineEnd = feed < 0 ? end : feed;
            var raw = text.AsSpan(at, lineEnd - at);
            var line = raw.Trim("\u0001\u0002\u0003\u0004 \t\r\f");
            var kind = WireLines.KindOf(line);
            if (line.Length > 0)
            {
                inHeader = inHeader && ++number <= LinesOfHeader;
                var isHeader = kind is WireLine.Begin or WireLine.End or WireLine.Closing or WireLine.More or WireLine.Stamp or WireLine.Service or WireLine.Slug || (kind == WireLine.Field && inHeader);
                var indent = raw.IndexOf(line);
                var textStart = builder.Length;
                builder.Copy(line, at + indent);
                if (isHeader)
                {
                    parts.Add(new BoilerplatePart(BoilerplateKind.WireHeader, textStart, builder.Length));
                    Take(kind, line, fields);
                    stamp = kind == WireLine.Stamp ? line.ToString() : stamp;
                }
                else if (inHeader)
                {
                    headline = headline.Length == 0 && IsHeadline(line) ? line.Trim("^<").ToString() : headline;
                    inHeader = line.Length <= LongestHeadline && Normalising.DatelineReader.Read(line.ToString()) is null;
                }
            }

            if (feed >= 0 && builder.Length > 0)
            {
                builder.Replace("\n", feed > at && text[feed - 1] == '\r' ? feed - 1 : feed, feed > at && text[feed - 1] == '\r' ? 2 : 1);
            }

            at = lineEnd + 1;
        }

        return Content(builder.Build(), parts, fields, headline, stamp);
    }

    private static ReportContent Content(MappedText mapped, List<BoilerplatePart> parts, Dictionary<string, string> fields, string headline, string stamp)
    {
        string Of(string name) => fields.TryGetValue(name, out var value) ? value : "";
        return new ReportContent
        {
            Text = mapped,
            Boilerplate = [.. parts.Where(p => p.End <= mapped.Text.Length)],
            Title = Of("headline") is { Length: > 0 } named ? named : Of("title") is { Length: > 0 } title ? title : headline,
            Bylines = Of("byline") is { Length: > 0 } byline ? [byline] : [],
            DatelinePlace = Of("dateline"),
            Published = DateText.Read(Of("date")) ?? StampOf(stamp),
            Fields = fields,
        };
    }

    private static void Take(WireLine kind, ReadOnlySpan<char> line, Dictionary<string, string> fields)
    {
        switch (kind)
        {
            case WireLine.Field:
                var colon = line.IndexOf(':');
                fields.TryAdd(line[..colon].Trim().ToString().ToLowerInvariant(), line[(colon + 1)..].Trim().ToString());
                break;
            case WireLine.Slug:
                fields.TryAdd("slug", line.TrimStart('^').ToString());
                break;
            case WireLine.Begin when line.Length > 4:
                fields.TryAdd("transmission", line[4..].Trim().ToString());
                Service(line[4..].Trim().ToString(), fields);
                break;
            case WireLine.Service:
                fields.TryAdd("transmission", line.ToString());
                Service(line.ToString(), fields);
                break;
        }
    }

    // IPTC 7901, 2.2: source and number, priority, category, words, keyword.
    private static void Service(string line, Dictionary<string, string> fields)
    {
        if (Iptc7901().Match(line) is { Success: true } match)
        {
            fields.TryAdd("priority", match.Groups["priority"].Value);
            fields.TryAdd("category", match.Groups["category"].Value);
            fields.TryAdd("keyword", match.Groups["keyword"].Value.Trim());
        }
    }

    private static bool IsHeadline(ReadOnlySpan<char> line) =>
        line.Length is > 3 and <= LongestHeadline && line[^1] is not ('.' or ',' or ';') && line[0] is not ('(' or '*' or '-' or '#') && !line.StartsWith("By ", StringComparison.OrdinalIgnoreCase)
        && !line.StartsWith("Eds", StringComparison.OrdinalIgnoreCase) && !line.StartsWith("FOR IMMEDIATE", StringComparison.OrdinalIgnoreCase) && !line.StartsWith("EMBARGO", StringComparison.OrdinalIgnoreCase)
        && !line.StartsWith("URGENT", StringComparison.Ordinal) && line.IndexOf(' ') > 0 && Normalising.DatelineReader.Read(line.ToString()) is null;

    private static string StampOf(string stamp)
    {
        if (Sent().Match(stamp) is not { Success: true } match)
        {
            return "";
        }

        var isGroup = match.Groups["month"].Success;
        var month = isGroup ? DateTime.TryParseExact(match.Groups["month"].Value, "MMM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var named) ? named.Month : 0 : Number(match.Groups["m"]);
        var year = Number(match.Groups["y"]);
        year += year < 100 ? 2000 : 0;
        var offset = match.Groups["zone"].Value switch { "EDT" => -4, "EST" or "CDT" => -5, "CST" => -6, "PDT" => -7, "PST" => -8, "BST" or "CET" => 1, "CEST" => 2, "GMT" or "UTC" or "Z" => 0, _ => (int?)(isGroup ? 0 : null) };
        if (month is < 1 or > 12 || year is < 1900 or > 2100 || Number(match.Groups["d"]) is < 1 or > 31 || Number(match.Groups["d"]) > DateTime.DaysInMonth(year, month))
        {
            return "";
        }

        var day = new DateOnly(year, month, Number(match.Groups["d"]));
        var (hour, minute) = (Number(match.Groups["hh"]), Number(match.Groups["mm"]));
        return offset is null || !match.Groups["hh"].Success || hour > 23 || minute > 59
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + string.Create(CultureInfo.InvariantCulture, $"T{hour:00}:{minute:00}:00") + (offset == 0 ? "Z" : string.Create(CultureInfo.InvariantCulture, $"{(offset < 0 ? '-' : '+')}{Math.Abs(offset.Value):00}:00"));
    }

    private static int Number(Group group) => group.Success ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("^(?<source>[A-Z]{2,5} ?[0-9]{3,4}) (?<priority>[0-9]) (?<category>[A-Z]{1,4})(?: [0-9]{1,5})?(?<keyword>.*)$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Iptc7901();

    [GeneratedRegex("-(?<m>[0-9]{2})-(?<d>[0-9]{2})-(?<y>[0-9]{2,4})(?:T?\\s*(?<hh>[0-9]{2})(?<mm>[0-9]{2})\\s?(?<zone>[A-Z]{2,4}))?$|^(?<d>[0-9]{2})(?<hh>[0-9]{2})(?<mm>[0-9]{2})Z (?<month>[A-Z]{3}) (?<y>[0-9]{2,4})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Sent();
}
