using System.Collections.Frozen;

namespace Truceline.Entity.Reading.Claims.Grammar;

/// <summary>The sets of words of <c>Data/claims/lexicon.tsv</c>, by name.</summary>
internal static class Lexicon
{
    private static readonly FrozenDictionary<string, string> Lines =
        DataFile.Rows("claims.lexicon.tsv").ToFrozenDictionary(r => r[0], r => r[1], StringComparer.Ordinal);

    /// <summary>A set as it stands.</summary>
    public static FrozenSet<string> Set(string name) => Words.Set(Lines[name]);

    /// <summary>A set of nouns with their plurals.</summary>
    public static FrozenSet<string> Nouns(string name) =>
        List(name).SelectMany(WithPlural).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A noun in the singular and in the plural.</summary>
    public static string[] WithPlural(string noun) => [noun, Plural(noun)];

    /// <summary>The words of a line, in order.</summary>
    public static string[] List(string name) => Lines[name].Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Plural(string noun) =>
        noun.EndsWith("man", StringComparison.Ordinal) ? noun[..^2] + "en"
        : noun[^1] == 'y' && !"aeiou".Contains(noun[^2], StringComparison.Ordinal) ? noun[..^1] + "ies"
        : noun[^1] is 's' or 'x' || noun.EndsWith("ch", StringComparison.Ordinal) ? noun + "es"
        : noun + "s";
}
