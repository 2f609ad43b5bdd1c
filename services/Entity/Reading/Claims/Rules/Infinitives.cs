using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Claims.Rules;

/// <summary>Tells infinitives that are promised side by side from those that state a purpose.</summary>
internal static class Infinitives
{
    /// <summary>How many words may stand between the verb of promising and its first infinitive ("agreed on Saturday in Jeddah to …").</summary>
    private const int FarthestFirst = 9;

    /// <summary>The promised infinitives of a clause with the token at which each begins.</summary>
    public static List<(int Start, VerbGroup Verb)> Coordinated(Words words, Clause clause)
    {
        var pieces = new List<(int Start, VerbGroup Verb)>();
        foreach (var infinitive in clause.Infinitives)
        {
            if (pieces.Count == 0)
            {
                if (infinitive.First - clause.Verb.End <= FarthestFirst)
                    pieces.Add((infinitive.First, infinitive));
                continue;
            }
            if (words[infinitive.First - 1] is "and" or "," || (words[infinitive.First - 1] == "also" && words[infinitive.First - 2] == "and"))
                pieces.Add((infinitive.First, infinitive));
        }
        if (pieces.Count > 0)
            pieces.AddRange(Bare(words, pieces[0].Verb.End, clause.End).Where(b => pieces.TrueForAll(p => p.Start != b.Start)));
        return [.. pieces.OrderBy(p => p.Start)];
    }

    /// <summary>"to observe a truce and let aid in", "will leave the port and hand over": the duties that follow without "to" or "will".</summary>
    public static List<(int Start, VerbGroup Verb)> Bare(Words words, int first, int end)
    {
        var found = new List<(int Start, VerbGroup Verb)>();
        for (var i = first + 1; i < end - 1; i++)
        {
            if (words[i - 1] is not ("and" or ",") || VerbLexicon.OfBase(words[i]) is not { } lemma || words[i + 1] is "of" or "and" or ",")
                continue;
            if (ActionLexicon.OfVerb(words, lemma, i, end) is not null)
                found.Add((i, new VerbGroup(i, i, i + 1, lemma, null, VerbMood.Infinitive, false, false)));
        }
        return found;
    }
}
