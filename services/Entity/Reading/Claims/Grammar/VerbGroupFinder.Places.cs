using System.Collections.Frozen;

namespace Truceline.Entity.Reading.Claims.Grammar;

/// <summary>Where a word that may be another part of speech stands as a verb.</summary>
internal static partial class VerbGroupFinder
{
    /// <summary>"Ankara backs the rebels": a word in -s that may be a plural noun is a verb between a singular subject and the beginning of an object.</summary>
    private static bool IsThirdPerson(Words words, int i) =>
        OpensObject(words, i) && !BeforeNoun.Contains(words[i - 1]) && !words.IsNumber(i - 1) && (words.IsWord(i - 1) || words.IsCapital(i - 1))
        && (words.IsCapital(i - 1) || words[i - 1] is "it" or "he" or "she" or "who" or "which" or "that" || words[i - 1].Length > 2 && words[i - 1][^1] != 's' && !IsAdjective(words[i - 1])
            && VerbLexicon.OfPast(words[i - 1]) is null && VerbLexicon.OfParticiple(words[i - 1]) is null && VerbLexicon.OfProgressive(words[i - 1]) is null && !Be.Contains(words[i - 1]) && !Obligations.Contains(words[i - 1]) && !Possibles.Contains(words[i - 1]));

    /// <summary>Whether what stands behind a word in -s is an object: a determiner, a number, "to" with an infinitive, "that", or a name behind a name ("Ankara arms Libya").</summary>
    private static bool OpensObject(Words words, int i) =>
        ObjectOpeners.Contains(words[i + 1]) || Particles.Contains(words[i + 1]) && ObjectOpeners.Contains(words[i + 2]) || Numbers.Contains(words[i + 1]) || words.IsNumber(i + 1) && !words.IsCapital(i - 1)
        || words[i + 1] == "to" && VerbLexicon.OfBase(words[i + 2]) is not null && !words.IsCapital(i + 2) && Aims.Contains(words[i])
        || words.IsCapital(i + 1) && words.IsCapital(i - 1) && !IsDemonym(words[i - 1]);

    private static bool IsDemonym(string word) => word.EndsWith("an", StringComparison.Ordinal) || word.EndsWith("ese", StringComparison.Ordinal) || word.EndsWith("ish", StringComparison.Ordinal) || word[^1] == 'i' || word.EndsWith("ch", StringComparison.Ordinal);

    /// <summary>Verbs that an infinitive completes, in the third person.</summary>
    private static readonly FrozenSet<string> Aims = Words.Set("plans hopes aims seeks intends wants vows refuses declines threatens promises pledges agrees undertakes means tries attempts proposes offers continues begins starts fails needs expects prepares swears commits");

    private static readonly FrozenSet<string> Numbers = Words.Set("two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty hundreds thousands dozens scores more");

    /// <summary>The token before a verb, adverbs between passed over.</summary>
    private static int BeforeAdverbs(Words words, int i)
    {
        var before = i - 1;
        while (before > 0 && words[before] is not "both" && (Adverbs.Contains(words[before]) || IsAdverb(words[before])))
        {
            before--;
        }
        return before;
    }

    /// <summary>"villagers harvest their olives": a base form between a plural subject and the beginning of an object.</summary>
    private static bool IsPluralPresent(Words words, int i)
    {
        var before = BeforeAdverbs(words, i);
        var opens = ObjectOpeners.Contains(words[i + 1]) || before < i - 1 && (words.IsCapital(i + 1) || Complements.Contains(words[i + 1]));
        return opens && words.IsWord(before) && words[before] is not ("," or ")") && IsPlural(words, before) && !BeforeNoun.Contains(words[before]);
    }

    /// <summary>Whether a word in -ed that the lexicon does not know stands where a verb stands: behind a noun, a name, a pronoun or an adverb, and not before a bare noun.</summary>
    private static bool IsVerbPlace(Words words, int i) =>
        words.IsWord(i - 1) && !BeforeNoun.Contains(words[i - 1]) && !Be.Contains(words[i - 1]) && !IsAdjective(words[i - 1])
        && (!words.IsWord(i + 1) || words.IsCapital(i + 1) || words.IsNumber(i + 1) || ObjectOpeners.Contains(words[i + 1]) || Complements.Contains(words[i + 1]) || IsAdverb(words[i + 1]));

    private static bool IsAdjective(string word) =>
        word.Length > 4 && (word.EndsWith("ous", StringComparison.Ordinal) || word.EndsWith("ful", StringComparison.Ordinal) || word.EndsWith("ive", StringComparison.Ordinal) || word.EndsWith("ish", StringComparison.Ordinal));

    /// <summary>Words with which an object begins.</summary>
    private static readonly FrozenSet<string> ObjectOpeners = Words.Set(
        "the a an his her its their our my your this these those that no all any some both each every another him them us me itself himself themselves whether how what");

    /// <summary>Words that go on behind a verb without an object.</summary>
    private static readonly FrozenSet<string> Complements = Words.Set(
        "to by at on in into with from for of over under near across through along around towards toward against about as after before until since during between among behind beyond out off up down away back and or but when while because again not more than two three four five six seven eight nine ten several many most");

    /// <summary>Whether a word looks like the plural subject of the verb behind it ("villagers say").</summary>
    private static bool IsPlural(Words words, int i) =>
        words[i] is "people" or "men" or "women" or "they" or "we" or "you" or "i" or "police" or "both" or "who" or "ones" or "locals" or "children" or "there" or ")" or ","
        || words.IsCapital(i) && words[i - 1] == "and" && words.IsCapital(i - 2)
        || (words[i].Length > 3 && words[i][^1] == 's' && words[i][^2] is not ('s' or '\'' or 'u') && !IsAdverb(words[i]));

    private static bool OpensSentence(Words words, int first) => words[first - 1] is "" or "." or ":" or "!" or "?" or "–" or "—" or "--";

    /// <summary>"Sniper wounds driver", "talks collapse in Geneva": in a headline, which has no other verb, a word that may be noun or verb is the verb where a subject stands before it.</summary>
    private static VerbGroup? Headline(Words words, int first, int end)
    {
        for (var i = first + 1; i < end && words[i] is not ("," or ";" or ":" or "that" or "who" or "which"); i++)
        {
            if (words.IsCapital(i) || !words.IsWord(i) || !words.IsWord(i - 1) || BeforeNoun.Contains(words[i - 1]))
            {
                continue;
            }
            var plural = IsPlural(words, i - 1) && words[i - 1] is not ("," or ")");
            var lemma = plural && words[i + 1] is not "of" ? VerbLexicon.OfBase(words[i]) : null;
            if (lemma is null && VerbLexicon.OfThirdPerson(words[i]) is { } third && !(plural && !words.IsCapital(i - 1)) && !IsAdjective(words[i - 1]) && TakesObject(words, i, end))
            {
                lemma = third;
            }
            if (lemma is not null)
            {
                return Make(words, i, i, end, lemma, VerbMood.Asserted, false, false);
            }
        }
        return null;
    }

    /// <summary>Whether what follows can be an object or a particle and no verb of its own ("talks collapse").</summary>
    private static bool TakesObject(Words words, int i, int end) =>
        i + 1 < end && (words.IsWord(i + 1) || words.IsNumber(i + 1)) && (Particles.Contains(words[i + 1]) || words[i + 1] is "to" or "into" || !Complements.Contains(words[i + 1]) || Numbers.Contains(words[i + 1]))
        && !(VerbLexicon.OfBase(words[i + 1]) is not null && words[i][^1] == 's' && !words.IsWord(i + 2)) && !(VerbLexicon.OfBase(words[i + 1]) is not null && Complements.Contains(words[i + 2]));

    private static readonly FrozenSet<string> Binding = Words.Set("commit pledge agree promise undertake vow plan intend refuse threaten decline");
    private static readonly FrozenSet<string> FinalSaying = Words.Set("say fear believe insist maintain reckon think allege claim report suspect admit argue warn hope estimate predict assert acknowledge complain add concede contend recall testify");

    private static bool HasCommaNear(Words words, int i, int first)
    {
        for (var j = i - 2; j >= first && j >= i - 9; j--)
        {
            if (words[j] is "," or "\"" or "”")
            {
                return true;
            }
        }
        return false;
    }

    private static readonly FrozenSet<string> Bases = Lexicon.Set("bases");

    /// <summary>Behind these a word that may be noun or verb is the noun ("arms is what", "claims were").</summary>
    private static readonly FrozenSet<string> Finite = Words.Set("is are was were has have had will would shall must may might could can cannot should");

    /// <summary>"Captured soldiers", "Mixed patrols" at the beginning of a sentence: a participle before the plural noun that it describes.</summary>
    private static bool IsAttributive(Words words, int i) =>
        words[i - 1] is "" or "." or "!" or "?" && words[i].EndsWith("ed", StringComparison.Ordinal) && words[i + 1].Length > 3 && words[i + 1][^1] == 's' && words[i + 1] is not ("this" or "across" or "towards");
}
