using System.Buffers;
using System.Collections.Frozen;
using Truceline.Ingest.Normalising.Agencies;

namespace Truceline.Ingest.Normalising;

/// <summary>A headline without the outlet that was set behind it.</summary>
/// <param name="Title">The headline.</param>
/// <param name="Outlet">The outlet that was taken off, as it names itself there; empty when none was.</param>
internal sealed record CleanTitle(string Title, string Outlet);

/// <summary>Outlets in headlines and addresses. Pure.</summary>
internal static class Outlets
{
    private const int MostWords = 5;

    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " · ", " › ", " ‹ ", " / ", " // "];

    // A last part behind a hyphen is an outlet when it has such a word.
    private static readonly FrozenSet<string> MediaWords =
        ("news|times|post|herald|tribune|daily|press|tv|radio|journal|agency|monitor|observer|gazette|guardian|mail|online|network|media|telegraph|independent|standard|chronicle|bulletin|review|magazine"
        + "|bbc|cnn|nbc|abc|cbs|npr|pbs|rfi|dw|voa|rt|trt|bfmtv|cbc|sbs|nhk|jazeera|arabiya|monde|figaro|libération|spiegel|zeitung|welt|presse|país|mundo|repubblica|corriere|hürriyet|haber|новости|известия"
        + "|коммерсантъ|правда|الجزيرة|العربية|أخبار|reuters|wire").Split('|').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> Sentence = SearchValues.Create("?!;:\"“");

    /// <summary>Takes the outlet off a headline: "Truce holds - BBC News". It is taken off when it is the outlet that is known, an agency, or looks like nothing else.</summary>
    /// <param name="title">The headline.</param>
    /// <param name="known">Outlet, source or site as far as they are known.</param>
    /// <param name="url">Address of the report; may be empty.</param>
    internal static CleanTitle Clean(string title, ReadOnlySpan<string> known, string url)
    {
        var host = HostOf(url);
        foreach (var separator in Separators)
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at <= 0)
            {
                continue;
            }

            var (head, tail) = (title[..at].Trim(), title[(at + separator.Length)..].Trim());
            if (tail.Length > 1 && head.Contains(' ', StringComparison.Ordinal) && IsOutlet(tail, separator, known, host))
            {
                return new CleanTitle(head, tail);
            }

            at = title.IndexOf(separator, StringComparison.Ordinal);
            (head, tail) = (title[..at].Trim(), title[(at + separator.Length)..].Trim());
            if (tail.Contains(' ', StringComparison.Ordinal) && IsKnown(head, known, host))
            {
                return new CleanTitle(tail, head);
            }
        }

        return new CleanTitle(title, "");
    }

    /// <summary>The host of an address without <c>www.</c>; empty when there is none.</summary>
    internal static string HostOf(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal);
        if (start <= 0)
        {
            return "";
        }

        var rest = url.AsSpan(start + 3);
        var end = rest.IndexOfAny('/', '?', '#');
        rest = end < 0 ? rest : rest[..end];
        rest = rest[(rest.LastIndexOf('@') + 1)..];
        var port = rest.IndexOf(':');
        rest = port < 0 ? rest : rest[..port];
        rest = rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? rest[4..] : rest;
        return rest.ToString().ToLowerInvariant();
    }

    private static bool IsOutlet(string tail, string separator, ReadOnlySpan<string> known, string host)
    {
        if (IsKnown(tail, known, host) || AgencyNames.Find(tail) is { Length: > 0 })
        {
            return true;
        }

        var words = tail.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= MostWords && !tail.AsSpan().ContainsAny(Sentence) && !char.IsLower(tail[0]) && !tail.Any(char.IsDigit)
            && (words.Any(MediaWords.Contains) || IsDomain(tail) || separator is " | " or " :: ");
    }

    private static bool IsDomain(string text) =>
        !text.Contains(' ', StringComparison.Ordinal) && text.LastIndexOf('.') is > 1 and var dot && dot < text.Length - 2 && text.AsSpan(dot + 1).IndexOfAnyExceptInRange('a', 'z') < 0;

    private static bool IsKnown(string part, ReadOnlySpan<string> known, string host)
    {
        var key = Key(part);
        foreach (var name in known)
        {
            var other = Key(name);
            // "BBC" is known, "BBC News" stands behind the headline, or the other way round.
            if (key.Length > 1 && other.Length > 1 && (key == other || (Math.Min(key.Length, other.Length) > 2 && (key.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(key, StringComparison.Ordinal)))))
            {
                return true;
            }
        }

        return key.Length > 3 && host.Length > 0 && host.Replace(".", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Contains(key, StringComparison.Ordinal);
    }

    private static string Key(string name)
    {
        name = name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
        return string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
    }
}
