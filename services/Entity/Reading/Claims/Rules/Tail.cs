using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Claims.Rules;

/// <summary>Cuts off what a clause only remarks at its end.</summary>
internal static class Tail
{
    /// <summary>Participles that tell the outcome of the deed and stay with it.</summary>
    private static readonly FrozenSet<string> Outcomes = Words.Set(
        "killing wounding injuring destroying damaging forcing displacing capturing detaining seizing burying trapping hitting leaving");

    /// <summary>End of a clause without a participle phrase (", raising hopes …") or apposition (", the first …") that closes it.</summary>
    public static int Cut(Words words, Clause clause)
    {
        for (var i = clause.Verb.End + 1; i < clause.End - 1; i++)
        {
            if (words[i] != ",")
                continue;
            var next = words[i + 1];
            var remarks = next is not "including" && VerbLexicon.OfProgressive(next) is not null && !Outcomes.Contains(next);
            if (remarks || next is "home" || (next is "the" or "a" && words[i + 2] is "first" or "latest" or "worst" or "biggest" or "deadliest" or "last" or "second"))
                return i;
        }
        return clause.End;
    }
}
