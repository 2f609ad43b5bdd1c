namespace Truceline.Entity.Reading.Tagging;

/// <summary>Designations of military aircraft by their pattern: "F-16", "KC-135R", "Su-34", "Mi-8MT". Lists of them are never complete.</summary>
internal static class AircraftDesignations
{
    private const int MostDigits = 3;
    private const int LongestVariant = 2;

    private static readonly string[] Letters =
        ["A", "AC", "AH", "AN", "An", "B", "CH", "EA", "F", "HC", "Il", "Ka", "KC", "MC", "MH", "Mi", "MiG", "Mig", "MIG", "MQ", "RC", "RQ", "Su", "SU", "Tu", "TU", "UH"];

    /// <summary>Whether a word is one; it may be any word.</summary>
    public static bool Is(ReadOnlySpan<char> word)
    {
        var hyphen = word.IndexOf('-');
        if (hyphen is < 1 or > 3)
            return false;
        var rest = word[(hyphen + 1)..];
        var digits = 0;
        while (digits < rest.Length && char.IsAsciiDigit(rest[digits]))
            digits++;
        if (digits is 0 or > MostDigits || rest.Length - digits > LongestVariant || rest[digits..].ContainsAnyExceptInRange('A', 'Z'))
            return false;
        foreach (var letters in Letters)
        {
            if (word[..hyphen].SequenceEqual(letters))
                return true;
        }
        return false;
    }
}
