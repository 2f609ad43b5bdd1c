using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Claims.Assertions;

/// <summary>The deeds of <c>Data/claims/deeds.tsv</c> and <c>deed-nouns.tsv</c>: which class a verb with what stands by it tells, and which a noun.</summary>
internal static class DeedLexicon
{
    private static readonly Row[] Rows = [.. DataFile.Rows("claims.deeds.tsv").Select(r => new Row(r[0], Words.Set(r[1]), At(r, 2), At(r, 3), At(r, 4)))];

    private static readonly FrozenDictionary<string, Row[]> ByVerb =
        Rows.SelectMany(r => r.Verbs.Select(v => (Verb: v, Row: r))).GroupBy(p => p.Verb).ToFrozenDictionary(g => g.Key, g => g.Select(p => p.Row).ToArray(), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Nouns =
        DataFile.Rows("claims.deed-nouns.tsv").SelectMany(r => r[1].Split(' ').SelectMany(Lexicon.WithPlural).Select(n => (Noun: n, Class: r[0])))
            .DistinctBy(p => p.Noun).ToFrozenDictionary(p => p.Noun, p => p.Class, StringComparer.Ordinal);

    private static readonly FrozenSet<string> Light = Lexicon.Set("lightverb");

    /// <summary>The class of the deed of a verb; null when the lexicon tells none.</summary>
    /// <param name="words">The text.</param>
    /// <param name="verb">The verb.</param>
    /// <param name="first">First token of its clause.</param>
    /// <param name="end">End of its clause.</param>
    public static string? Of(Words words, VerbGroup verb, int first, int end)
    {
        // "pulled them out", "blew himself up": the particle stands behind the pronoun.
        var particle = verb.Particle ?? (words[verb.End] is "him" or "her" or "them" or "it" or "us" or "himself" or "herself" or "themselves" or "itself" ? words[verb.End + 1] : words[verb.End]);
        var found = Match(words, $"{verb.Lemma}_{particle}", verb, first, end) ?? Match(words, verb.Lemma, verb, first, end);
        return found ?? (Light.Contains(verb.Lemma) ? OfLight(words, verb, first, end) : null);
    }

    /// <summary>The class of the deed that a noun tells; null when it tells none.</summary>
    public static string? OfNoun(string word) => Nouns.GetValueOrDefault(word);

    private static string? Match(Words words, string phrase, VerbGroup verb, int first, int end)
    {
        if (!ByVerb.TryGetValue(phrase, out var rows))
        {
            return null;
        }
        var patient = verb.Passive ? new { First = first, End = verb.First } : new { First = verb.End, End = end };
        foreach (var row in rows)
        {
            if ((row.Patient.Count == 0 || words.Any(patient.First, patient.End, row.Patient)) && (row.Anywhere.Count == 0 || words.Any(first, end, row.Anywhere)) && !words.Any(first, end, row.Without))
            {
                return row.Class;
            }
        }
        return null;
    }

    /// <summary>"launched an assault on", "the shelling killed six", "clashes took place": the noun tells the deed.</summary>
    private static string? OfLight(Words words, VerbGroup verb, int first, int end)
    {
        for (var i = verb.End; i < end && words[i] is not (","); i++)
        {
            if (OfNoun(words[i]) is { } done)
            {
                return done;
            }
        }
        for (var i = verb.First - 1; i >= first; i--)
        {
            if (OfNoun(words[i]) is { } told)
            {
                return told;
            }
        }
        return null;
    }

    private static FrozenSet<string> At(string[] row, int column) => row.Length <= column || row[column].Length == 0
        ? FrozenSet<string>.Empty
        : row[column].Split(' ').SelectMany(w => w[0] == '@' ? Lexicon.List(w[1..]).SelectMany(Lexicon.WithPlural) : Lexicon.WithPlural(w)).ToFrozenSet(StringComparer.Ordinal);

    private sealed record Row(string Class, FrozenSet<string> Verbs, FrozenSet<string> Patient, FrozenSet<string> Anywhere, FrozenSet<string> Without);
}
