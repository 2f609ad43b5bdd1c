using System.Collections.Frozen;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Claims.Grammar;

/// <summary>Cuts a sentence into clauses, one for each finite verb.</summary>
internal static class ClauseFinder
{
    private static readonly FrozenSet<string> Links = Words.Set(
        "that which who whom whose after because although though while when where if unless since as so once whether but ; : before until , -- – — … ...");
    private static readonly FrozenSet<string> Prepositions = Words.Set(
        "on in at by under since after before during until from for with within at over following amid despite last next late early earlier hours days weeks months in meanwhile however");
    private static readonly FrozenSet<string> Pronouns = Words.Set("it he she they we you i");
    private static readonly FrozenSet<string> Reports = Words.Set("say tell add warn assure inform announce claim insist deny hope fear confirm acknowledge note");
    private static readonly FrozenSet<string> Asides = Words.Set("among including notably especially particularly like such mainly mostly");
    private static readonly FrozenSet<string> Instruments = Words.Set(
        "deal agreement accord pact plan truce ceasefire statement memorandum terms document protocol treaty arrangement resolution");

    /// <summary>The clauses of the tokens [first, end), in order.</summary>
    /// <param name="words">The text.</param>
    /// <param name="first">First token.</param>
    /// <param name="end">End of the tokens, final marks excluded.</param>
    /// <param name="isDate">Whether a token belongs to an expression of time.</param>
    public static List<Clause> Find(Words words, int first, int end, Func<int, bool> isDate)
    {
        var groups = VerbGroupFinder.Find(words, first, end);
        var finite = groups.Where(g => g.IsFinite).ToList();
        var starts = new List<Opening>();
        for (var i = 0; i < finite.Count; i++)
            starts.Add(Start(words, i == 0 ? first : finite[i - 1].End, finite[i], i == 0 ? null : finite[i - 1].Lemma, finite.Count, isDate));
        var clauses = new List<Clause>();
        for (var i = 0; i < finite.Count; i++)
        {
            var (_, subject, subjectEnd, link) = starts[i];
            var until = i + 1 < finite.Count ? starts[i + 1].Boundary : end;
            until = Math.Max(TrimEnd(words, finite[i].End, until), finite[i].End);
            var leadIn = i == 0 ? LeadIn(words, first, subject) : (subject, subject);
            clauses.Add(new Clause(finite[i], subject, subjectEnd, until, link)
            {
                LeadIn = leadIn,
                IsRelative = subjectEnd < finite[i].First,
                SharesSubjectOf = subject == finite[i].First && i > 0 ? clauses[^1].SharesSubjectOf ?? clauses[^1] : null,
                Infinitives = groups.Where(g => g.Mood == VerbMood.Infinitive && g.First >= finite[i].End && g.First < until).ToList(),
            });
        }
        return clauses;
    }

    /// <summary>Where the clause of a verb is cut off from what stands before it, and where its subject begins.</summary>
    private static Opening Start(
        Words words, int left, VerbGroup verb, string? lemmaBefore, int count, Func<int, bool> isDate)
    {
        var isFirst = lemmaBefore is null;
        if (Relative(words, left, verb) is { } relative)
            return relative with { Subject = isFirst ? Math.Min(FirstSubject(words, left, relative.SubjectEnd, isDate), relative.SubjectEnd) : relative.Subject };
        if (isFirst)
            return new Opening(left, FirstSubject(words, left, verb.First, isDate), verb.First, OpeningLink(words, left, verb, count));
        var at = verb.First;
        if (at - 1 > left && Pronouns.Contains(words[at - 1]) && !Links.Contains(words[at - 2]) && words[at - 2] is not ("and" or "or" or "\""))
            return new Opening(at - 1, at - 1, at, Reports.Contains(lemmaBefore ?? "") ? "that" : Clause.Contact);
        var and = -1;
        for (var i = at - 1; i >= left; i--)
        {
            var word = words[i];
            if (word is "and" or "or" && and < 0)
                and = i;
            if (!Links.Contains(word) || IsNumberComma(words, i))
                continue;
            if (word is "," && IsListComma(words, i, and, at))
                continue;
            // "the fighters, among them the Front, must": the aside stands inside the subject.
            if (word is "," && i == at - 1 && AsideBefore(words, i, left) is { } aside)
            {
                i = aside;
                continue;
            }
            // ", and X did": the comma is part of the joint.
            var subject = i + 1;
            while (subject < at && (words[subject] is "and" or "but" or "so" or "then" or "\"" || isDate(subject)))
                subject++;
            var link = word is "," or "--" && words[i + 1] is "and" or "but" ? words[i + 1] : word;
            return new Opening(word is "after" or "before" or "since" ? SpanOfTime(words, i, left) : i, subject, at, link);
        }
        if (and >= 0)
            return new Opening(and, SkipDates(words, and + 1, at, isDate), at, words[and]);
        return new Opening(left, SkipDates(words, left, at, isDate), at, "that");
    }

    /// <summary>"If troops attack, …": the word that makes the first clause hang on the next; null when none does.</summary>
    private static string? OpeningLink(Words words, int first, VerbGroup verb, int count)
    {
        if (words[first] is "if" or "unless" or "when" or "while" or "although" or "though" or "because")
            return words[first];
        if (words[first] is not ("after" or "since" or "before" or "as" or "until") || count < 2)
            return null;
        for (var i = first; i < verb.First; i++)
        {
            if (words[i] == ",")
                return null;
        }
        return words[first];
    }

    /// <summary>"the convoy, which carried": the subject is the noun before the pronoun.</summary>
    private static Opening? Relative(Words words, int left, VerbGroup verb)
    {
        var pronoun = verb.First - 1;
        if (pronoun <= left || words[pronoun] is not ("who" or "which" or "that") || words[pronoun - 1] is "and" or "but" || words[pronoun - 1] == "," && words[pronoun] == "that")
            return null;
        var end = pronoun;
        while (end > left && words[end - 1] is "," or "--" or "–" or "—")
            end--;
        var first = end;
        while (first > left && words[first - 1] is not ("," or ";" or "and" or "--" or "that"))
            first--;
        return new Opening(end, first, end, words[pronoun]);
    }

    /// <summary>", five weeks after …": the comma, when a span of time leads up to the joint.</summary>
    private static int SpanOfTime(Words words, int joint, int left)
    {
        for (var i = joint - 1; i >= left && i >= joint - 5; i--)
        {
            if (words[i] == ",")
                return Units.Contains(words[joint - 1]) ? i : joint;
        }
        return joint;
    }

    private static readonly FrozenSet<string> Units = Words.Set("minutes hours hour day days week weeks month months year years shortly just");

    private static int FirstSubject(Words words, int first, int verb, Func<int, bool> isDate)
    {
        var start = first;
        while (start < verb && (words[start] is "but" or "and" or "\"" or "“" or "meanwhile" or "however" or "," || isDate(start)))
            start++;
        if (Prepositions.Contains(words[start]))
        {
            var comma = -1;
            for (var i = start; i < verb; i++)
            {
                if (words[i] == "," && !IsNumberComma(words, i))
                {
                    comma = i;
                    break;
                }
            }
            if (comma >= 0 && comma + 1 < verb)
                return comma + 1;
            // Without a comma: a date, or the agreement under which it is so.
            var at = start + 1;
            while (at < verb && (isDate(at) || words[at] is "the" && isDate(at + 1)))
                at++;
            if (at > start + 1)
                return at < verb ? at : first;
            if (words[start] == "under")
            {
                for (var i = start + 1; i < Math.Min(verb, start + 6); i++)
                {
                    if (Instruments.Contains(words[i]))
                        return i + 1 < verb ? i + 1 : first;
                }
            }
        }
        // A possessive or an apposition keeps its commas; a relative pronoun opens the subject's own clause.
        return start < verb ? start : first;
    }

    private static int SkipDates(Words words, int at, int end, Func<int, bool> isDate)
    {
        while (at < end && (isDate(at) || (words[at] == "on" && isDate(at + 1))))
            at++;
        return at;
    }

    private static (int First, int End) LeadIn(Words words, int first, int subject)
    {
        var end = subject;
        while (end > first && words[end - 1] == ",")
            end--;
        return (first, end);
    }

    /// <summary>A comma between the parts of a subject: "tanks, guns and mortars were".</summary>
    private static bool IsListComma(Words words, int comma, int and, int verb) =>
        and > comma && and < verb && words[comma + 1] is not ("and" or "but") && and - comma <= 4 && verb - and <= 4 && words[and - 1] != ",";

    /// <summary>The comma that opens the aside which the comma at an index closes; null when it closes none.</summary>
    private static int? AsideBefore(Words words, int comma, int left)
    {
        for (var i = comma - 1; i > left; i--)
        {
            if (words[i] == "," && !IsNumberComma(words, i))
                return Asides.Contains(words[i + 1]) ? i : null;
        }
        return null;
    }

    private static bool IsNumberComma(Words words, int i) =>
        words[i] == "," && words.Source.Tokens[i].Kind == TokenKind.Number;

    private readonly record struct Opening(int Boundary, int Subject, int SubjectEnd, string? Link);

    private static int TrimEnd(Words words, int first, int end)
    {
        while (end > first && (words[end - 1] is "," or ";" or ":" or "--" or "–" or "—" or "and" or "or" or "but" or "." or "!" or "?"
            or "that" or "to" or "so" or "which" or "who" or "after" or "as" or "when" or "while" or "because"))
            end--;
        return end;
    }
}
