using System.Collections.Frozen;

namespace Truceline.Entity.Reading.Agreements.Norms;

/// <summary>Forms of the verbs that the table of actions knows, and lemmas of others by their ending.</summary>
internal static class LegalVerbs
{
    private static readonly FrozenDictionary<string, string[]> Irregular =
        DataFile.Rows("claims.obligation-verbs.tsv").ToFrozenDictionary(r => r[0], r => r, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Thirds = Table(v => Irregular.TryGetValue(v, out var r) ? r[1] : Third(v));
    private static readonly FrozenDictionary<string, string> Participles = Table(v => Irregular.TryGetValue(v, out var r) ? r[2] : Past(v));

    /// <summary>Whether the word is the base form of a known verb.</summary>
    public static bool IsBase(string word) => ActionTable.Verbs.Contains(word);

    /// <summary>The known verb whose third person the word is; null when it is none.</summary>
    public static string? OfThird(string word) => Thirds.GetValueOrDefault(word);

    /// <summary>The known verb whose participle the word is; null when it is none.</summary>
    public static string? OfParticiple(string word) => Participles.GetValueOrDefault(word);

    /// <summary>Whether the word may be a participle, of a known verb or by its ending.</summary>
    public static bool LooksLikeParticiple(string word) => Participles.ContainsKey(word) || (word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal));

    private static FrozenDictionary<string, string> Table(Func<string, string> form) =>
        ActionTable.Verbs.Concat(Irregular.Keys).Distinct().GroupBy(form).ToFrozenDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    private static string Third(string verb) =>
        EndsInConsonantY(verb) ? verb[..^1] + "ies" : verb[^1] is 's' or 'x' or 'o' || verb.EndsWith("sh", StringComparison.Ordinal) || verb.EndsWith("ch", StringComparison.Ordinal) ? verb + "es" : verb + "s";

    private static string Past(string verb) => verb[^1] == 'e' ? verb + "d" : EndsInConsonantY(verb) ? verb[..^1] + "ied" : verb + "ed";

    private static bool EndsInConsonantY(string verb) => verb[^1] == 'y' && verb.Length > 1 && !"aeiou".Contains(verb[^2], StringComparison.Ordinal);
}
