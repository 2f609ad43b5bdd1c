using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Training.Gazetteers;

/// <summary>Chooses which further names of a place are worth keeping.</summary>
internal static class PlaceNames
{
    private const int ShortestName = 3;
    private const int LongestName = 40;

    /// <summary>Names that a text may use, each spelling once, without codes and lists of words.</summary>
    /// <param name="mainName">The main name, which is not repeated.</param>
    /// <param name="names">Names in the order of their source.</param>
    /// <param name="anyScript">Whether Cyrillic, Arabic and Hebrew names are kept besides Latin ones; they come last.</param>
    public static IReadOnlyList<string> Of(string mainName, IEnumerable<string> names, bool anyScript = false)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { NameKey.Strict(mainName) };
        var trimmed = names.Select(n => n.Trim()).ToList();
        var latin = trimmed.Where(n => IsLatinName(n) && seen.Add(NameKey.Strict(n))).ToList();
        if (anyScript)
            latin.AddRange(trimmed.Where(n => IsNativeName(n) && seen.Add(NameKey.Strict(n))));
        return latin;
    }

    private static bool IsLatinName(string name) =>
        name.Length is >= ShortestName and <= LongestName
        && !name.All(c => char.IsUpper(c) || char.IsDigit(c))
        && name.All(c => c is ' ' or '-' or '\'' or '’' or '‘' or '`' or '.' or 'ʼ' or 'ʻ' || (char.IsLetter(c) && IsLatin(c)))
        && char.IsUpper(name.SkipWhile(c => !char.IsLetter(c)).FirstOrDefault());

    private static bool IsNativeName(string name) =>
        name.Length is >= ShortestName and <= LongestName && name.All(c => c is ' ' or '-' or '\'' or '’' || (char.IsLetter(c) && IsNative(c)));

    private static bool IsLatin(char c) => c < '\u0260' || c is >= '\u1E00' and <= '\u1EFF';

    private static bool IsNative(char c) => c is >= '\u0400' and <= '\u04FF' or >= '\u0590' and <= '\u06FF';
}
