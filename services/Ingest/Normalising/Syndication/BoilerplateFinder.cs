using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Normalising.Bylines;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Normalising.Syndication;

/// <summary>
/// Finds what is not the story: notes of copyright and syndication, credits, promotions, headers and notes of wires. It goes line by line; a note behind the last
/// sentence of a paragraph is found too. Nothing is taken out of the text. Pure; linear.
/// </summary>
internal static class BoilerplateFinder
{
    private const int LongestNotice = 700;
    private const int LongestByline = 160;
    private const int LinesWithByline = 14;

    private static readonly FrozenDictionary<char, SyndicationPhrase[]> ByFirst = SyndicationPhrases.All
        .GroupBy(p => char.ToLowerInvariant(p.Text[0])).ToFrozenDictionary(g => g.Key, g => g.ToArray());

    // What marks a line wherever it stands in it.
    private static readonly (string Text, BoilerplateKind Kind)[] Anywhere =
    [
        ("©", BoilerplateKind.Copyright), ("(c) 20", BoilerplateKind.Copyright), ("rights reserved", BoilerplateKind.Copyright), ("syndicated feed", BoilerplateKind.Copyright),
        ("may not be published", BoilerplateKind.Copyright), ("may not be reproduced", BoilerplateKind.Copyright), ("Creative Commons", BoilerplateKind.Copyright),
        ("has not been edited by", BoilerplateKind.Copyright), ("droits réservés", BoilerplateKind.Copyright), ("derechos reservados", BoilerplateKind.Copyright),
        ("Rechte vorbehalten", BoilerplateKind.Copyright), ("права защищены", BoilerplateKind.Copyright), ("права захищені", BoilerplateKind.Copyright),
        ("الحقوق محفوظة", BoilerplateKind.Copyright), ("hakları saklıdır", BoilerplateKind.Copyright), ("diritti riservati", BoilerplateKind.Copyright),
        ("(Reporting by", BoilerplateKind.Credit), ("(Additional reporting by", BoilerplateKind.Credit), ("(Writing by", BoilerplateKind.Credit), ("(Editing by", BoilerplateKind.Credit),
        ("(With inputs from", BoilerplateKind.Credit), ("(With agency inputs", BoilerplateKind.Credit), ("(with files from", BoilerplateKind.Credit), ("contributed to this report", BoilerplateKind.Credit), ("contributed reporting", BoilerplateKind.Credit),
        ("contributed to this story", BoilerplateKind.Credit), ("contributed to this article", BoilerplateKind.Credit), ("(avec AFP", BoilerplateKind.Credit), ("(mit Material", BoilerplateKind.Credit),
        ("(END)", BoilerplateKind.WireHeader),
    ];

    // Two searches: only one of ASCII texts alone is vectorised.
    private static readonly SearchValues<string> AsciiTexts = SearchValues.Create([.. Anywhere.Select(a => a.Text).Where(t => Ascii.IsValid(t))], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> OtherTexts = SearchValues.Create([.. Anywhere.Select(a => a.Text).Where(t => !Ascii.IsValid(t))], StringComparison.Ordinal);

    /// <summary>The parts that are not the story, in the order of the text, without overlap.</summary>
    /// <param name="text">The text.</param>
    /// <param name="known">Parts that are known already; they stay.</param>
    internal static List<BoilerplatePart> Find(string text, IReadOnlyList<BoilerplatePart> known)
    {
        var parts = new List<BoilerplatePart>();
        var next = 0;
        var number = 0;
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOf('\n');
            var end = length < 0 ? text.Length : start + length;
            for (; next < known.Count && known[next].End <= start; next++)
            {
                parts.Add(known[next]);
            }

            var line = text.AsSpan(start, end - start);
            var indent = line.Length - line.TrimStart().Length;
            line = line.Trim();
            if (line.Length > 0)
            {
                number++;
                var isKnown = next < known.Count && known[next].Start < end;
                if (!isKnown && PartOf(line, number) is { } part)
                {
                    parts.Add(new BoilerplatePart(part.Kind, start + indent + part.Start, start + indent + part.End));
                }
            }

            start = end + 1;
        }

        parts.AddRange(known.Skip(next));
        return parts;
    }

    private static BoilerplatePart? PartOf(ReadOnlySpan<char> line, int number)
    {
        if (KindOf(line) is { } kind)
        {
            return new BoilerplatePart(kind, 0, line.Length);
        }

        if (number <= LinesWithByline && IsByline(line))
        {
            return new BoilerplatePart(BoilerplateKind.Credit, 0, line.Length);
        }

        var found = IndexOfNote(line);
        return found < 0 ? null : Inside(line, found);
    }

    /// <summary>Whether a line says who wrote and nothing else.</summary>
    internal static bool IsByline(ReadOnlySpan<char> line) =>
        line.Length <= LongestByline && line[^1] is not ('.' or '!' or '?' or ':' or ',') && BylineText.OpeningOf(line) is > 0 and var opening
        && opening < line.Length && (char.IsUpper(line[opening]) || (!char.IsLower(line[opening]) && char.IsLetter(line[opening]))) && !line.ContainsAny("!?;\"“")
        && BylineText.Read(line.ToString()) is var byline && (byline.Names.Count > 0 || byline.Agency.Length > 0 || IsTitle(line[opening..])) && byline.Names.All(n => n.Split(' ').Length is > 1 and <= 5);

    // "By Staff Reporter": capitals throughout.
    private static bool IsTitle(ReadOnlySpan<char> rest)
    {
        for (var at = 1; at < rest.Length; at++)
        {
            if (rest[at - 1] == ' ' && char.IsLower(rest[at]))
            {
                return false;
            }
        }

        return rest.Length < 40;
    }

    private static BoilerplateKind? KindOf(ReadOnlySpan<char> line)
    {
        var bare = line.TrimStart(" \t•*>»▶►·|-–—→➤📷📸[").TrimEnd(" \t*|»]→-–—");
        return bare.Length == 0 ? null : Match(line, line) ?? (bare[0] == line[0] && bare.Length == line.Length ? null : Match(bare, line));
    }

    private static BoilerplateKind? Match(ReadOnlySpan<char> text, ReadOnlySpan<char> line)
    {
        if (!ByFirst.TryGetValue(char.ToLowerInvariant(text[0]), out var phrases))
        {
            return null;
        }

        foreach (var phrase in phrases)
        {
            if (phrase.Text.Length > text.Length || line.Length > phrase.LongestLine || !text.StartsWith(phrase.Text, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var rest = text[phrase.Text.Length..];
            var isWhole = rest.TrimStart(" .:!…>»→-–—").Length == 0;
            if (isWhole || (phrase.Scope == PhraseScope.Begins && (!char.IsLetterOrDigit(phrase.Text[^1]) || !char.IsLetterOrDigit(rest[0]) || phrase.Text[^1] > '\u2E80')))
            {
                return phrase.Kind;
            }
        }

        return null;
    }

    private static int IndexOfNote(ReadOnlySpan<char> line)
    {
        var found = line.IndexOfAny(AsciiTexts);
        var other = Ascii.IsValid(line) ? -1 : line.IndexOfAny(OtherTexts);
        return found < 0 || other < 0 ? Math.Max(found, other) : Math.Min(found, other);
    }

    /// <summary>A note within a line: the whole line when it is short, otherwise from the sentence in which the note begins.</summary>
    private static BoilerplatePart? Inside(ReadOnlySpan<char> line, int found)
    {
        var kind = BoilerplateKind.Unspecified;
        foreach (var (text, of) in Anywhere)
        {
            kind = line[found..].StartsWith(text, StringComparison.OrdinalIgnoreCase) ? of : kind;
        }

        var start = line[found] == '(' ? found : SentenceStart(line, found);
        var end = line.Length;
        if (line[found] == '(' && kind != BoilerplateKind.Copyright && line[found..].IndexOf(')') is > 0 and var close)
        {
            // What stands behind the brackets is the story again, unless it is another note.
            end = line[(found + close + 1)..].Trim(" .").Length == 0 || line[(found + close + 1)..].IndexOfAny(AsciiTexts) >= 0 ? line.Length : found + close + 1;
        }

        return end - start <= LongestNotice ? new BoilerplatePart(kind, start, end) : null;
    }

    private static int SentenceStart(ReadOnlySpan<char> line, int at)
    {
        for (var i = at - 1; i > 0; i--)
        {
            var isEnd = line[i] == ' ' && line[i - 1] is '.' or '!' or '?' or '”' or '"' or ')' or '؟' or '|' && (i < 3 || line[i - 1] != '.' || !char.IsUpper(line[i - 2]) || char.IsLetter(line[i - 3]));
            if (isEnd)
            {
                return i + 1;
            }
        }

        return 0;
    }
}
