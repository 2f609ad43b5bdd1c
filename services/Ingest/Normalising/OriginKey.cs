using System.Text;

namespace Truceline.Ingest.Normalising;

/// <summary>What counts as one origin: copies of one agency's report do not corroborate each other, whoever prints them. Pure.</summary>
internal static class OriginKey
{
    private const int Longest = 200;

    /// <summary>
    /// The key, lower case: the agency; else the persons of the byline in alphabetical order with their outlet behind " / "; else the outlet, else the source; empty when
    /// nothing is known. The same words in other letter case, with other white space or with "The" before the outlet give the same key.
    /// </summary>
    internal static string Of(string agency, IReadOnlyList<string> bylines, string outlet, string source)
    {
        var house = Fold(outlet.Length > 0 ? outlet : source);
        house = house.StartsWith("the ", StringComparison.Ordinal) ? house[4..] : house;
        var key = agency.Length > 0 ? Fold(agency)
            : bylines.Count == 0 ? house
            : string.Join("; ", bylines.Select(Fold).Order(StringComparer.Ordinal)) + (house.Length > 0 ? " / " + house : "");
        return key.Length <= Longest ? key : key[..(char.IsHighSurrogate(key[Longest - 1]) ? Longest - 1 : Longest)];
    }

    private static string Fold(string name) =>
        string.Join(' ', name.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
