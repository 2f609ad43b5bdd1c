using System.Text;

namespace Truceline.GeoZone.Maps.Sources;

/// <summary>Words for the values of enumerations, as properties show them: <c>DemilitarisedZone</c> is "demilitarised_zone".</summary>
internal static class EnumWords
{
    /// <summary>The words of all values, in their order.</summary>
    public static IReadOnlyList<string> All<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(Of).OfType<string>()];

    /// <summary>The word; null for a value that is not said.</summary>
    public static string? Of<T>(T value) where T : struct, Enum
    {
        var name = value.ToString();
        if (name == "Unspecified")
            return null;
        var word = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && word.Length > 0)
                word.Append('_');
            word.Append(char.ToLowerInvariant(letter));
        }
        return word.ToString();
    }
}
