using System.Globalization;
using Truceline.Entity.Reading.Syntax;

namespace Truceline.Entity.UnitTests.Syntax;

/// <summary>Compares parsed sentences with annotated ones. Punctuation does not count.</summary>
internal sealed class TreeScores
{
    private static readonly HashSet<Relation> Arguments =
        [Relation.Nsubj, Relation.NsubjPass, Relation.Obj, Relation.OblAgent, Relation.Ccomp, Relation.Xcomp];

    private static readonly HashSet<Relation> ClauseHeads =
        [Relation.Root, Relation.Ccomp, Relation.Xcomp, Relation.Advcl, Relation.Acl, Relation.AclRelcl, Relation.Parataxis, Relation.Csubj];

    private int _tokens;
    private int _tags;
    private int _heads;
    private int _labelled;
    private (int Right, int Found, int Wanted) _arguments;
    private (int Right, int Found, int Wanted) _clauses;

    /// <summary>Share of tokens with the right part of speech.</summary>
    public double Tags => (double)_tags / _tokens;

    /// <summary>Share of tokens with the right head (UAS).</summary>
    public double Heads => (double)_heads / _tokens;

    /// <summary>Share of tokens with the right head and relation (LAS).</summary>
    public double Labelled => (double)_labelled / _tokens;

    /// <summary>F1 of (verb, relation, word) for subjects, objects, doers of passives and complement clauses.</summary>
    public double ArgumentF1 => F1(_arguments);

    /// <summary>F1 of clauses by their first and last token.</summary>
    public double ClauseF1 => F1(_clauses);

    /// <summary>How often each pair of a right and a given relation was mistaken.</summary>
    public Dictionary<(Relation Right, Relation Given, bool SameHead), int> Mistakes { get; } = [];

    /// <summary>Parses sentences and counts.</summary>
    public static TreeScores Of(IEnumerable<TreeExample> gold, SyntaxParser parser)
    {
        var scores = new TreeScores();
        foreach (var example in gold)
            scores.Add(example, parser.Parse(example.Words, example.Kinds));
        return scores;
    }

    /// <summary>All figures with the names of what they measure.</summary>
    public IEnumerable<(string Measure, double Value)> All() =>
        [("parts of speech", Tags), ("heads (UAS)", Heads), ("heads and relations (LAS)", Labelled), ("arguments of verbs, F1", ArgumentF1), ("clauses, F1", ClauseF1)];

    /// <summary>Counts one sentence.</summary>
    public void Add(TreeExample gold, SentenceTree parsed)
    {
        foreach (var i in gold.Content)
        {
            var (right, given) = (gold.Tokens[i], parsed[i]);
            _tokens++;
            _tags += right.Pos == given.Pos ? 1 : 0;
            _heads += right.Head == given.Head ? 1 : 0;
            _labelled += right.Head == given.Head && right.Relation == given.Relation ? 1 : 0;
            if (right.Head != given.Head || right.Relation != given.Relation)
            {
                var key = (right.Relation, given.Relation, right.Head == given.Head);
                Mistakes[key] = Mistakes.GetValueOrDefault(key) + 1;
            }
        }
        Count(ref _arguments, ArgumentsOf(gold, i => gold.Tokens[i]), ArgumentsOf(gold, i => parsed[i]));
        Count(ref _clauses, ClausesOf(gold, i => gold.Tokens[i]), ClausesOf(gold, i => parsed[i]));
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"UPOS {Tags:F3}, UAS {Heads:F3}, LAS {Labelled:F3}, arguments {ArgumentF1:F3}, clauses {ClauseF1:F3}, {_tokens} tokens");

    private static HashSet<(int, int, int)> ArgumentsOf(TreeExample gold, Func<int, SyntaxToken> of) =>
        [.. gold.Content.Where(i => Arguments.Contains(of(i).Relation)).Select(i => (of(i).Head, (int)of(i).Relation, i))];

    private static HashSet<(int, int, int)> ClausesOf(TreeExample gold, Func<int, SyntaxToken> of)
    {
        var spans = new HashSet<(int, int, int)>();
        foreach (var head in gold.Content)
        {
            var token = of(head);
            if (!ClauseHeads.Contains(token.Relation) && !(token.Relation == Relation.Conj && token.Pos == UPos.Verb))
                continue;
            var (first, last) = (head, head);
            foreach (var i in gold.Content)
            {
                if (IsUnder(i, head, of, gold.Words.Length))
                    (first, last) = (Math.Min(first, i), Math.Max(last, i));
            }
            spans.Add((first, last, head));
        }
        return spans;
    }

    private static bool IsUnder(int token, int head, Func<int, SyntaxToken> of, int most)
    {
        for (var steps = 0; token >= 0 && steps <= most; steps++)
        {
            if (token == head)
                return true;
            token = of(token).Head;
        }
        return false;
    }

    private static void Count(ref (int Right, int Found, int Wanted) counts, HashSet<(int, int, int)> gold, HashSet<(int, int, int)> found) =>
        counts = (counts.Right + gold.Count(found.Contains), counts.Found + found.Count, counts.Wanted + gold.Count);

    private static double F1((int Right, int Found, int Wanted) counts) =>
        counts.Found + counts.Wanted == 0 ? 0 : 2.0 * counts.Right / (counts.Found + counts.Wanted);
}
