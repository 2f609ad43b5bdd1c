
namespace Truceline.Entity.Reading.Names;

/// <summary>Titles and offices that stand before a name or beside it (Data/offices.tsv).</summary>
internal sealed class Offices
{
    private static readonly HashSet<string> Prefixes = ["former", "acting", "deputy", "ex", "late", "interim", "vice", "then", "incoming", "outgoing", "top", "senior", "chief"];

    private readonly PhraseIndex<bool> _index = new();

    public Offices()
    {
        foreach (var row in DataFile.Rows("offices.tsv"))
            _index.Add(row[0], row.Length > 1 && row[1] == "honorific");
    }

    /// <summary>The title at an atom; null when there is none. An honorific ("Mr") is no office.</summary>
    public (int Last, bool IsHonorific)? TitleAt(AtomRow atoms, int first)
    {
        if (!atoms[first].IsWord || _index.Match(atoms, first, capital: false) is not { } match)
            return null;
        // "heads", "leaders": several, or a verb; before names only "Presidents" with a capital is a title.
        if (IsPlural(atoms, match.Last) && !atoms[match.Last].IsCapital)
            return null;
        return (match.Last, match.Value);
    }

    /// <summary>The role as the text gives it, from the first prefix ("deputy") on.</summary>
    public static string RoleOf(AtomRow atoms, int first, int last)
    {
        while (Prefixes.Contains(atoms[first - 1].Key) && atoms.SameSentence(first - 1, first))
            first--;
        return IsPlural(atoms, last) ? atoms.TextOf(first, last)[..^1] : atoms.TextOf(first, last).TrimEnd('.');
    }

    private static bool IsPlural(AtomRow atoms, int last) =>
        atoms[last].Key != "affairs" && atoms[last].Word.Singular is { } singular && atoms[last].Key.Length == singular.Length + 1 && !(singular.EndsWith('u') || singular.EndsWith('i'));

    /// <summary>Index of the first atom of the office with its prefixes.</summary>
    public static int FirstOf(AtomRow atoms, int first)
    {
        while (Prefixes.Contains(atoms[first - 1].Key) && atoms.SameSentence(first - 1, first))
            first--;
        return first;
    }
}
