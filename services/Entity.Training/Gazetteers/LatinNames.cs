using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Training.Gazetteers;

/// <summary>Chooses which further names of a place are worth keeping.</summary>
internal static class LatinNames
{
    private const int ShortestName = 3;
    private const int LongestName = 40;

    /// <summary>Names in Latin script, each spelling once, without codes and lists of words.</summary>
    public static IReadOnlyList<string> Of(string mainName, IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { NameKey.Strict(mainName) };
        return [.. names.Select(n => n.Trim()).Where(n => IsName(n) && seen.Add(NameKey.Strict(n)))];
    }

    private static bool IsName(string name) =>
        name.Length is >= ShortestName and <= LongestName
        && !name.All(c => char.IsUpper(c) || char.IsDigit(c))
        && name.All(c => c is ' ' or '-' or '\'' or '’' or '‘' or '`' or '.' || (char.IsLetter(c) && IsLatin(c)))
        && char.IsUpper(name.SkipWhile(c => !char.IsLetter(c)).FirstOrDefault());

    private static bool IsLatin(char c) => c < '\u0250' || c is >= '\u1E00' and <= '\u1EFF';
}
