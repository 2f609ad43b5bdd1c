using System.Buffers;
using System.Collections.Frozen;
using Truceline.Ingest.Normalising.Agencies;
using Truceline.Ingest.Normalising.Datelines;

namespace Truceline.Ingest.Normalising.Bylines;

/// <summary>Takes names out of what a byline says: "By Jane Doe and John Roe in Beirut, Example Wire". Pure; linear.</summary>
internal static class BylineText
{
    private const int Longest = 400;
    private const int LongestName = 60;
    private const int MostWords = 6;
    private const int MostNames = 12;

    private static readonly string[] Openings =
    [
        "written by ", "reported by ", "reporting by ", "report by ", "text by ", "story by ", "posted by ", "published by ", "words by ", "by: ", "by ", "author: ", "authors: ",
        "par ", "por ", "von ", "di ", "da ", "door ", "автор: ", "автор ", "авторы: ", "текст: ", "բ ", "بقلم: ", "بقلم ", "كتب: ", "كتبت: ", "كتبه ", "نویسنده: ", "מאת ", "yazan: ", "müəllif: ",
    ];

    private static readonly string[] Joints = [" and ", " & ", " with ", " avec ", " mit ", ";", ",", " et ", " y ", " und ", " e ", " i ", " и ", " та ", " ve ", " və ", " و", "、", "،", "|", "•", "·", "—", "–", " - ", "/", "\n"];

    // What follows is where, for whom, or on what.
    private static readonly string[] Cuts =
        [" in ", " at ", " on ", " for ", " from ", " near ", " reporting ", " à ", " en ", " aus ", " aboard ", " в ", " из ", " في ", " من ", "(", "[", "@", "<", " | updated", " published", " updated"];

    private static readonly FrozenSet<string> Roles =
        ("staff|staff writer|staff writers|staff reporter|staff reporters|staff correspondent|our staff reporter|our correspondent|our own correspondent|correspondent|correspondents|special correspondent"
        + "|foreign correspondent|reporter|reporters|news desk|newsdesk|web desk|web team|online desk|world desk|international desk|newsroom|news team|editor|editors|editorial|editorial team|editorial staff|editorial board"
        + "|admin|administrator|administrateur|webmaster|redaktion|redaction|rédaction|la rédaction|redacción|redazione|redação|author|unknown|anonymous|guest|contributor|contributors|news service|associated press writer"
        + "|associated press writers|ap writer|correspondant|envoyé spécial|редакция|корреспондент|التحرير|هيئة التحرير|middle east correspondent|diplomatic editor|security correspondent|defence editor|news agencies"
        + "|political editor|bureau chief|special to the post|and agencies|agencies|others|user|null|none|n/a|root|post author")
            .Split('|').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> NoName = SearchValues.Create("0123456789?!:=\"“”{}#%*");

    /// <summary>The names.</summary>
    /// <param name="text">The byline, with or without "By".</param>
    internal static Byline Read(string text)
    {
        var rest = Trim(text.Length > Longest ? text[..Longest] : text);
        rest = Trim(rest[OpeningOf(rest)..]);
        if (AgencyNames.FindInField(rest) is { } whole)
        {
            return new Byline([], whole);
        }

        var names = new List<string>();
        var agency = "";
        foreach (var part in Parts(rest))
        {
            var name = Name(part, out var named);
            agency = agency.Length > 0 ? agency : named;
            if (name.Length > 0 && names.Count < MostNames && !names.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                names.Add(name);
            }
        }

        return names.Count == 0 && agency.Length == 0 ? Byline.Nobody : new Byline(names, agency);
    }

    /// <summary>Whether a field for an author names somebody, even if not as persons are named: neither a role, an address nor nothing.</summary>
    internal static bool IsNamed(string text) =>
        text.Trim() is { Length: > 0 and <= LongestName } name && name.Any(char.IsLetter) && !Roles.Contains(Trim(name)) && !name.Contains('@', StringComparison.Ordinal)
        && !name.Contains("://", StringComparison.Ordinal) && !name.Contains('\n', StringComparison.Ordinal);

    /// <summary>Length of the "By" with which a text begins; 0 when it begins otherwise.</summary>
    internal static int OpeningOf(ReadOnlySpan<char> text)
    {
        foreach (var opening in Openings)
        {
            if (text.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            {
                return opening.Length;
            }
        }

        return 0;
    }

    private static IEnumerable<string> Parts(string text)
    {
        // "Doe, Jane" is one person; "Jane Doe, John Roe" are two.
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma > 0 && text.IndexOf(',', comma + 1) < 0 && !text[..comma].Contains(' ', StringComparison.Ordinal) && Words(text[(comma + 1)..]) == 1)
        {
            return [$"{text[(comma + 1)..].Trim()} {text[..comma].Trim()}"];
        }

        return text.Split(Joints, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Name(string part, out string agency)
    {
        agency = "";
        foreach (var cut in Cuts)
        {
            var found = part.IndexOf(cut, StringComparison.OrdinalIgnoreCase);
            part = found >= 0 ? part[..found] : part;
        }

        part = Trim(part.StartsWith("and ", StringComparison.OrdinalIgnoreCase) ? part[4..] : part);
        if (AgencyNames.FindInField(part) is { } known)
        {
            agency = known;
            return "";
        }

        return IsName(part) ? part : "";
    }

    private static bool IsName(string part) =>
        part.Length is > 1 and <= LongestName && !Roles.Contains(part) && !char.IsLower(part[0]) && char.IsLetter(part[0]) && !part.AsSpan().ContainsAny(NoName)
        && !part.Contains("//", StringComparison.Ordinal) && Words(part) <= MostWords
        && part.Split(' ').All(w => w.Length == 0 || !char.IsLower(w[0]) || w.Contains('-', StringComparison.Ordinal) || HeaderWords.IsParticle(w));

    private static int Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    private static string Trim(string text) => text.Trim(' ', '\t', '\n', '\r', '\u00A0', '.', ',', ';', ':', '-', '–', '—', '|', '*', '"', ')', '/');
}
