using System.Collections.Frozen;

namespace Truceline.Entity.Reading.Agreements.Norms;

/// <summary>Which class of commitment words state: the rows of <c>Data/claims/obligation-actions.tsv</c>, the first that fits.</summary>
internal static class ActionTable
{
    private static readonly Row[] Rows = DataFile.Rows("claims.obligation-actions.tsv").Select(Row.Of).ToArray();

    /// <summary>Lemmas of all verbs of the table.</summary>
    public static FrozenSet<string> Verbs { get; } = Rows.SelectMany(r => r.Verbs).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Nouns that name the doing of something.</summary>
    public static FrozenSet<string> Nouns { get; } = Rows.SelectMany(r => r.Nouns).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The class that a verb states with words beside it; null when it states none.</summary>
    /// <param name="lemma">The verb, or a noun of action.</param>
    /// <param name="isNoun">Whether it is a noun.</param>
    /// <param name="words">Words beside it, lower case, the nearest and most telling first.</param>
    public static string? ClassOf(string lemma, bool isNoun, IReadOnlyList<string> words)
    {
        foreach (var row in Rows)
        {
            if ((isNoun ? row.Nouns : row.Verbs).Contains(lemma) && row.Fits(lemma, words))
                return row.Class;
        }
        return null;
    }

    private sealed record Row(string Class, FrozenSet<string> Verbs, FrozenSet<string> Nouns, FrozenSet<string> With, FrozenSet<string> Unless)
    {
        public static Row Of(string[] cells) => new(cells[0], Set(cells, 1), Set(cells, 2), Set(cells, 3), Set(cells, 4));

        public bool Fits(string head, IReadOnlyList<string> words)
        {
            var with = With.Count == 0 || With.Contains(head) ? 0 : IndexOf(words, With);
            if (with < 0)
                return false;
            var unless = Unless.Count == 0 ? -1 : IndexOf(words, Unless);
            // Troops before arms ("soldiers and their tanks") make a withdrawal of forces.
            return unless < 0 || (Class == ClaimClasses.WithdrawWeapons && unless > with);
        }

        private static int IndexOf(IReadOnlyList<string> words, FrozenSet<string> set)
        {
            for (var i = 0; i < words.Count; i++)
            {
                if (set.Contains(words[i]))
                    return i;
            }
            return -1;
        }

        private static FrozenSet<string> Set(string[] cells, int index) =>
            (index < cells.Length ? DataFile.List(cells[index]) : []).ToFrozenSet(StringComparer.Ordinal);
    }
}
