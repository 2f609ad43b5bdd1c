using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;
using Truceline.Entity.Reading.Claims.Speech;

namespace Truceline.Entity.Reading.Claims.Assertions.News;

/// <summary>Deeds that a noun or a participle tells within a part.</summary>
internal sealed class NounDeedRules(Words words, DateOnly reference)
{
    private static readonly FrozenSet<string> Ago = Words.Set("earlier ago");
    private static readonly FrozenSet<string> Harming = Lexicon.Set("harm");
    private static readonly FrozenSet<string> Answering = Lexicon.Set("answering");

    /// <summary>Deeds that a noun tells within a part ("the withdrawal from Khiam", "the bombing of Marquetalia in 1964").</summary>
    public IEnumerable<Assertion> NounDeeds(Part part, Assertion? whole)
    {
        if (part.Main is null || whole?.Kind is ClaimKind.Denial or ClaimKind.Commitment)
        {
            yield break;
        }
        foreach (var told in Absolute(part).Concat(Presupposed(part)))
        {
            yield return told;
        }
        for (var i = part.Start; i < part.End; i++)
        {
            var of = words[i + 1] is "of" or "in" or "from" || words[i - 1] is "'s";
            if (words[i] is not ("bombing" or "capture" or "pact" or "massacre" or "armistice" or "withdrawal" or "storming") || !of || words[i + 1] is not ("of" or "in" or "from"))
            {
                continue;
            }
            var end = i + 2;
            while (end < part.End && words[end] is not ("," or "had" or "did" or "left" or "was" or "were" or "has" or "put" or "and" or "that"))
            {
                end++;
            }
            var first = i;
            while (first > part.Start && words[first - 1] is not ("," or "after" or "since" or "by" or "of" or "with" or "to") && first > i - 4)
            {
                first--;
            }
            var tokens = new Stretch(words[i] is "bombing" or "withdrawal" ? Math.Max(first, words[i - 1] == "the" ? i - 1 : i) : first, end);
            var past = YearFinder.At(words, tokens.First, tokens.End) is { } year && year < reference.Year - 1 || words.Any(tokens.First, tokens.End, Ago);
            var certain = words[i] == "withdrawal" && first <= part.Start + 1 && whole?.Mode == AssertionMode.Negated && part.Main.Head > i && words[part.Main.First] == "did";
            if ((past || certain) && DeedClass.OfNouns(words, i, i + 1) is { } @class)
            {
                yield return Assertion.Of(ClaimKind.Event, @class, past ? AssertionMode.Historical : AssertionMode.Asserted, "noun-deed", 0.7, false) with { Tokens = tokens };
            }
        }
    }

    /// <summary>", one of them hitting a school": a deed that a participle with its own subject tells beside the verb.</summary>
    private IEnumerable<Assertion> Absolute(Part part)
    {
        for (var i = part.Main!.End; i < part.End - 4; i++)
        {
            if (words[i] != "," || words[i + 2] != "of" || words[i + 3] is not ("them" or "which" or "whom") || VerbLexicon.OfProgressive(words[i + 4]) is not { } lemma)
            {
                continue;
            }
            var verb = new VerbGroup(i + 4, i + 4, i + 5, lemma, null, VerbMood.Asserted, false, false);
            // By what arm it was done the verb of the part tells, else its own words.
            var own = DeedClass.Of(words, verb, i + 1, part.End);
            if ((own ?? (Harming.Contains(lemma) ? ClaimClasses.AssaultArmed : null)) is { } least && (DeedClass.Of(words, part) ?? least) is var @class)
            {
                yield return Assertion.Of(ClaimKind.Event, @class, AssertionMode.Asserted, "absolute-deed", 0.6, false) with { Tokens = new(i + 1, part.End) };
            }
        }
    }

    /// <summary>"to answer the raid": what is answered or avenged has happened.</summary>
    private IEnumerable<Assertion> Presupposed(Part part)
    {
        foreach (var verb in part.Groups.Where(g => Answering.Contains(g.Lemma)))
        {
            var at = verb.End + (words[verb.End] is "to" or "for" or "against" ? 1 : 0);
            if (words[at] is not ("the" or "this" or "that" or "these" or "those"))
            {
                continue;
            }
            for (var i = at + 1; i < Math.Min(at + 4, part.End); i++)
            {
                if (DeedClass.OfNouns(words, i, i + 1) is { } @class)
                {
                    yield return Assertion.Of(ClaimKind.Event, @class, AssertionMode.Asserted, "noun-deed", 0.6, false) with { Tokens = new(at, i + 1) };
                    break;
                }
            }
        }
    }
}
