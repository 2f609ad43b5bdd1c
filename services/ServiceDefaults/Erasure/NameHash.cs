using Truceline.ServiceDefaults.Events;

namespace Truceline.ServiceDefaults.Erasure;

/// <summary>
/// Hashes of the words of an erased name, salted with the report's id, so that a service can find the name among those that it read from the report without being
/// told it again. Pure.
/// </summary>
public static class NameHash
{
    // Initials and particles are in too many names.
    private const int ShortestWord = 3;

    /// <summary>The hashes of a name in a report, one for each of its words of three letters or digits and more.</summary>
    /// <param name="reportId">The report.</param>
    /// <param name="name">A name or contact.</param>
    public static IEnumerable<string> Of(string reportId, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Words(name).Select(word => ContentHash.Of("erased name", reportId, word)).Distinct();
    }

    /// <summary>Whether a name has a word of an erased one.</summary>
    /// <param name="reportId">The report that it was read from.</param>
    /// <param name="name">The name, or an id that is made of it.</param>
    /// <param name="hashes">Hashes of erased names.</param>
    public static bool Matches(string reportId, string name, IReadOnlySet<string> hashes)
    {
        ArgumentNullException.ThrowIfNull(hashes);
        return hashes.Count > 0 && Of(reportId, name).Any(hashes.Contains);
    }

    private static IEnumerable<string> Words(string name)
    {
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            if (i < name.Length && char.IsLetterOrDigit(name[i]))
            {
                continue;
            }

            if (i - start >= ShortestWord)
            {
                yield return name[start..i].ToLowerInvariant();
            }

            start = i + 1;
        }
    }
}
