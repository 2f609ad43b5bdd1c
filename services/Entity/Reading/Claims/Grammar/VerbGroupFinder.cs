using System.Collections.Frozen;

namespace Truceline.Entity.Reading.Claims.Grammar;

/// <summary>Finds the verb groups of a sentence by its auxiliaries and by the verbs that are known, without tagging parts of speech.</summary>
internal static partial class VerbGroupFinder
{
    private static readonly FrozenSet<string> Obligations = Words.Set("will shall must 'll");
    private static readonly FrozenSet<string> Possibles = Words.Set("could might may can should cannot");
    private static readonly FrozenSet<string> Be = Words.Set("is are was were be been being am");
    private static readonly FrozenSet<string> Have = Words.Set("has have had having");
    private static readonly FrozenSet<string> Do = Words.Set("do does did");
    private static readonly FrozenSet<string> Negations = Words.Set("not never neither n't");
    private static readonly FrozenSet<string> Particles = Words.Set("back out off down up away over");
    private static readonly FrozenSet<string> Phases = Words.Set("begin start continue keep finish complete resume");

    private static readonly FrozenSet<string> Adverbs = Words.Set(
        "always often also already now still soon again then long yet just once even both each all jointly thus therefore only ever later earlier previously eventually immediately "
        + "nonetheless nevertheless however indeed meanwhile instead together further twice thrice almost since first hence perhaps maybe sometimes quite very formerly ever barely hardly scarcely rarely seldom today yesterday overnight nowhere somehow anyway besides likewise otherwise still");

    private static readonly FrozenSet<string> BeforeNoun = Words.Set(
        "the a an of his her their its our my your this these those some any no by with in at from for into on such other most all two three four five recently newly behind under against near between about without as than");

    private static readonly FrozenSet<string> AfterShot = Words.Set("it him them us down dead at and the a an two three four five six his her their its");

    /// <summary>Participles that mostly stand before a noun ("demilitarised zone") and are verbs only before an article or preposition.</summary>
    private static readonly FrozenSet<string> Attributive = Words.Set(
        "demilitarised demilitarized armed armoured disputed suspected retired guided limited combined united renewed");

    /// <summary>Verbs whose past, behind a comma, is no participle of a noun before it.</summary>
    private static readonly FrozenSet<string> Intransitive = Words.Set("say meet die perish flee fall arrive collapse drown vanish retreat surrender erupt explode succumb disappear rise fight march crash");

    private static readonly FrozenSet<string> PhraseOpeners = Words.Set("as in by on at from with under after during since");
    private static readonly FrozenSet<string> AfterVerb = Words.Set("the a an his her its their to by at on in with that this these those him them it and");

    /// <summary>The verb groups that begin in [first, end), in order, none overlapping.</summary>
    public static List<VerbGroup> Find(Words words, int first, int end)
    {
        var groups = new List<VerbGroup>();
        for (var i = first; i < end;)
        {
            var group = IsBareInfinitive(words, i, groups) ? null : At(words, i, first, end) is { } found && !IsNoun(words, found) ? found : Parsed(words, i, first, end, groups);
            if (group is null)
            {
                i++;
                continue;
            }
            groups.Add(group);
            i = group.End;
        }
        if (groups.Count == 0 && OpensSentence(words, first) && Headline(words, first, end) is { } headline)
        {
            groups.Add(headline);
        }
        return groups;
    }

    /// <summary>"to observe a truce and let aid in": a form that is also the past, but goes on with the infinitive before it.</summary>
    private static bool IsBareInfinitive(Words words, int i, List<VerbGroup> groups) =>
        groups.Count > 0 && groups[^1].Mood == VerbMood.Infinitive && words[i - 1] == "and"
        && VerbLexicon.OfBase(words[i]) is not null && VerbLexicon.OfPast(words[i]) is not null;

    private static VerbGroup? At(Words words, int i, int first, int end)
    {
        var word = words[i];
        if (!words.IsWord(i))
        {
            return null;
        }
        var contracted = word.EndsWith("n't", StringComparison.Ordinal);
        var stem = contracted ? Uncontract(word) : word;
        if (Obligations.Contains(stem))
        {
            return AfterModal(words, i, end, VerbMood.Obligation, contracted);
        }
        if (stem == "would")
        {
            return AfterModal(words, i, end, VerbMood.Would, contracted);
        }
        if (Possibles.Contains(stem) && !(stem == "may" && words.IsCapital(i)))
        {
            return AfterModal(words, i, end, VerbMood.Possible, contracted || stem == "cannot");
        }
        if (Do.Contains(stem) && Skip(words, i + 1, end, out var negated) is var base1 && VerbLexicon.OfBase(words[base1]) is { } done && base1 > i)
        {
            return base1 == i + 1 && !contracted ? null : Make(words, i, base1, end, done, VerbMood.Asserted, negated || contracted, false);
        }
        // "without a shot being fired", "having left": a participle carries no clause.
        if (stem is "being" or "having")
        {
            return AfterAuxiliary(words, i, i, end, VerbMood.Participle, false);
        }
        if (Be.Contains(stem) || Have.Contains(stem))
        {
            return AfterAuxiliary(words, i, i, end, VerbMood.Asserted, contracted);
        }
        if (word == "to")
        {
            return Infinitive(words, i, end);
        }
        return Simple(words, i, first, end);
    }

    private static VerbGroup? AfterModal(Words words, int i, int end, VerbMood mood, bool negated)
    {
        var at = Skip(words, i + 1, end, out var not);
        if (at >= end || !words.IsWord(at))
        {
            return null;
        }
        if (words[at] is "be" or "have")
        {
            return AfterAuxiliary(words, i, at, end, mood, negated || not);
        }
        var lemma = VerbLexicon.OfBase(words[at]) ?? (words.IsCapital(at) ? null : words[at]);
        return lemma is null ? null : Make(words, i, at, end, lemma, mood, negated || not, false);
    }

    private static VerbGroup AfterAuxiliary(Words words, int first, int auxiliary, int end, VerbMood mood, bool negated)
    {
        var at = Skip(words, auxiliary + 1, end, out var not);
        negated |= not;
        var have = Have.Contains(words[auxiliary]) || words[auxiliary].StartsWith("ha", StringComparison.Ordinal);
        if (have && words[at] == "been" && at < end)
        {
            return AfterAuxiliary(words, first, at, end, mood, negated);
        }
        if (words[at] == "being" && at < end)
        {
            return AfterAuxiliary(words, first, at, end, mood, negated);
        }
        if (at < end && words[at] == "to" && words[auxiliary] is not ("be" or "been") && words[at + 1] == "be")
        {
            return AfterAuxiliary(words, first, at + 1, end, VerbMood.Obligation, negated);
        }
        if (at < end && words[at] == "to" && words[auxiliary] is not ("be" or "been") && VerbLexicon.OfBase(words[at + 1]) is { } owed)
        {
            return Make(words, first, at + 1, end, owed, VerbMood.Obligation, negated, false);
        }
        if (at < end && words.IsWord(at))
        {
            if (!have && (VerbLexicon.OfProgressive(words[at]) ?? VerbLexicon.GuessProgressive(words[at])) is { } going)
            {
                return Make(words, first, at, end, going, mood, negated, false);
            }
            if (VerbLexicon.OfParticiple(words[at]) is { } done && !(have && words.IsCapital(at)))
            {
                return Make(words, first, at, end, done, mood, negated, !have);
            }
        }
        return new VerbGroup(first, auxiliary, auxiliary + 1, have ? "have" : "be", null, mood, negated, false);
    }

    private static VerbGroup? Infinitive(Words words, int i, int end)
    {
        var at = i + 1;
        if (at >= end)
        {
            return null;
        }
        if (words[at] == "be" || words[at] == "have" && at + 1 < end && VerbLexicon.OfParticiple(words[at + 1]) is not null)
        {
            return AfterAuxiliary(words, i, at, end, VerbMood.Infinitive, false);
        }
        return VerbLexicon.OfBase(words[at]) is { } lemma && !words.IsCapital(at)
            ? Make(words, i, at, end, lemma, VerbMood.Infinitive, words[i - 1] == "not", false)
            : null;
    }

    private static VerbGroup? Simple(Words words, int i, int first, int end)
    {
        var word = words[i];
        if (words.IsCapital(i) && i > first)
        {
            return null;
        }
        if (i == first && IsAttributive(words, i))
        {
            return null;
        }
        if (VerbLexicon.OfPresent(word) is { } now && i > first && !BeforeNoun.Contains(words[i - 1]) && !words.IsNumber(i - 1) && !Finite.Contains(words[i + 1]))
        {
            return Make(words, i, i, end, now, VerbMood.Asserted, false, false);
        }
        if (word == "say" && i > first)
        {
            return Make(words, i, i, end, word, VerbMood.Asserted, false, false);
        }
        // "…, diplomats in Geneva fear."
        if (i > first + 2 && FinalSaying.Contains(word) && (i + 1 >= end || words[i + 1] is "," or ";") && !BeforeNoun.Contains(words[i - 1]) && HasCommaNear(words, i, first))
        {
            return Make(words, i, i, end, word, VerbMood.Asserted, false, false);
        }
        if (i > first && Bases.Contains(word) && IsPlural(words, BeforeAdverbs(words, i)) && !BeforeNoun.Contains(words[i - 1]))
        {
            return Make(words, i, i, end, word, VerbMood.Asserted, false, false);
        }
        // "Iran still arms": behind a name and an adverb no plural noun follows.
        if (i > first + 1 && (Adverbs.Contains(words[i - 1]) || IsAdverb(words[i - 1])) && words.IsCapital(i - 2) && VerbLexicon.OfThirdPerson(word) is { } late && ObjectOpeners.Contains(words[i + 1]))
        {
            return Make(words, i, i, end, late, VerbMood.Asserted, false, false);
        }
        if (i > first && VerbLexicon.OfThirdPerson(word) is { } third && IsThirdPerson(words, i))
        {
            return Make(words, i, i, end, third, VerbMood.Asserted, false, false);
        }
        if (i > first && words[i - 1] == "and" && Binding.Contains(word) && words[i + 1] is "to" or "not")
        {
            return Make(words, i, i, end, word, VerbMood.Asserted, false, false);
        }
        if (i > first && VerbLexicon.OfPast(word) is null && VerbLexicon.OfBase(word) is { } plural && IsPluralPresent(words, i))
        {
            return Make(words, i, i, end, plural, VerbMood.Asserted, false, false);
        }
        if ((VerbLexicon.OfPast(word) ?? (i > first && IsVerbPlace(words, i) ? VerbLexicon.GuessPast(word) : null)) is not { } past)
        {
            return VerbLexicon.OfParticiple(word) is { } loose && words[i + 1] == "by" && i > first
                ? Make(words, i, i, end, loose, VerbMood.Participle, false, true)
                : null;
        }
        if (i > first && (BeforeNoun.Contains(words[i - 1]) || words[i - 1] == "-" || words.IsNumber(i - 1) && !IsYear(words[i - 1]) && words[i + 1] != "by"))
        {
            return null;
        }
        if (Attributive.Contains(word) && words.IsWord(i + 1) && !AfterVerb.Contains(words[i + 1]))
        {
            return null;
        }
        if (word == "shot" && words.IsWord(i + 1) && !AfterShot.Contains(words[i + 1]) && !words.IsCapital(i + 1) || word == "shot" && !words.IsWord(i + 1))
        {
            return null;
        }
        // ", sealed in Havana after …": a participle that only describes.
        if (words[i - 1] == "," && i > first && PhraseOpeners.Contains(words[i + 1]) && VerbLexicon.OfParticiple(word) == past && !Intransitive.Contains(past))
        {
            return Make(words, i, i, end, past, VerbMood.Participle, false, true);
        }
        var reduced = words[i + 1] == "by" && !(past is "fall" or "rise" or "grow") && VerbLexicon.OfParticiple(word) is not null;
        return Make(words, i, i, end, past, reduced ? VerbMood.Participle : VerbMood.Asserted, words[i - 1] is "never", reduced);
    }

    private static bool IsYear(string word) => word.Length == 4 && word[0] is '1' or '2' && word.All(char.IsAsciiDigit);

    private static VerbGroup Make(Words words, int first, int head, int end, string lemma, VerbMood mood, bool negated, bool passive)
    {
        if (Phases.Contains(lemma) && head + 1 < end && VerbLexicon.OfProgressive(words[head + 1]) is { } inner)
        {
            (head, lemma) = (head + 1, inner);
        }
        var particle = head + 1 < end && Particles.Contains(words[head + 1]) ? words[head + 1] : null;
        return new VerbGroup(first, head, particle is null ? head + 1 : head + 2, lemma, particle, mood, negated, passive);
    }

    /// <summary>The next token that is neither an adverb nor a negation.</summary>
    private static int Skip(Words words, int i, int end, out bool negated)
    {
        negated = false;
        while (i < end && (Negations.Contains(words[i]) || Adverbs.Contains(words[i]) || IsAdverb(words[i]) || IsNoLonger(words, i)))
        {
            negated |= Negations.Contains(words[i]) || words[i] == "longer";
            i++;
        }
        // "has so far been released", "has for years supplied".
        if (i + 2 < end && (words[i] == "so" && words[i + 1] == "far" || words[i] == "for" && words[i + 1] is "years" or "months" or "weeks" or "decades" or "long" || words[i] == "at" && words[i + 1] is "last" or "least" || words[i] == "as" && words[i + 1] == "yet" || words[i] == "in" && words[i + 1] == "fact" || words[i] == "of" && words[i + 1] == "course"))
        {
            var at = Skip(words, i + 2, end, out var more);
            negated |= more;
            return at;
        }
        return i;
    }

    private static bool IsNoLonger(Words words, int i) =>
        (words[i] == "no" && words[i + 1] == "longer") || (words[i] == "longer" && words[i - 1] == "no");

    private static bool IsAdverb(string word) => word.Length > 4 && word.EndsWith("ly", StringComparison.Ordinal) && VerbLexicon.OfBase(word) is null;

    private static string Uncontract(string word) => word switch
    {
        "won't" => "will",
        "shan't" => "shall",
        "can't" => "can",
        _ => word[..^3],
    };
}
