using Truceline.Entity.Reading.Syntax;

namespace Truceline.Entity.Reading.Claims.Grammar;

/// <summary>Where parts of speech decide: which words that look like verbs are nouns, and which verbs the rules by word pass over.</summary>
internal static partial class VerbGroupFinder
{
    /// <summary>"with small arms": a present form by itself that stands as a noun behind what belongs to one.</summary>
    private static bool IsNoun(Words words, VerbGroup group) =>
        group is { Mood: VerbMood.Asserted } && group.First == group.Head && VerbLexicon.OfThirdPerson(words[group.Head]) is not null && VerbLexicon.OfPast(words[group.Head]) is null
        && words.PosAt(group.Head) is UPos.Noun && words.PosAt(group.Head - 1) is UPos.Adj or UPos.Det or UPos.Num or UPos.Adp;

    /// <summary>Whether a form fits what stands right before it, a plural before a bare form, and what follows may follow a verb.</summary>
    private static bool Agrees(Words words, int i)
    {
        var before = BeforeAdverbs(words, i);
        var fits = words.IsWord(before) && (VerbLexicon.OfPast(words[i]) is not null || IsPlural(words, before) == (VerbLexicon.OfThirdPerson(words[i]) is null));
        return fits && !words.IsNumber(i + 1) && (!words.IsWord(i + 1) || words.IsCapital(i + 1) || ObjectOpeners.Contains(words[i + 1]) || Complements.Contains(words[i + 1]) || IsAdverb(words[i + 1]) || Numbers.Contains(words[i + 1]));
    }

    /// <summary>A verb in the present or past that has a subject in the tree, though no rule by word knows it for one; null when there is none.</summary>
    private static VerbGroup? Parsed(Words words, int i, int first, int end, List<VerbGroup> groups)
    {
        if (i <= first || words.IsCapital(i) || !words.IsWord(i) || words[i].Length < 3 || !Agrees(words, i) || words.PosAt(i) is not UPos.Verb || words.TreeAt(i) is not var (tree, start) || words[i - 1] is "to" or "a" or "an" or "the" || Be.Contains(words[i - 1]) || Have.Contains(words[i - 1]))
        {
            return null;
        }
        var token = i - start;
        if (tree.RelationOf(token) is not (Relation.Root or Relation.Ccomp or Relation.Advcl or Relation.AclRelcl) || tree.OwnSubject(token) is not (>= 0 and var subject) || subject >= token || words[i].EndsWith("ing", StringComparison.Ordinal)
            || groups.Count > 0 && groups[^1].End == i && groups[^1].Mood != VerbMood.Infinitive)
        {
            return null;
        }
        var word = words[i];
        var lemma = VerbLexicon.OfPast(word) ?? VerbLexicon.OfThirdPerson(word) ?? VerbLexicon.OfBase(word);
        return lemma is null ? null : Make(words, i, i, end, lemma, VerbMood.Asserted, tree.IsNegated(token), false);
    }
}
