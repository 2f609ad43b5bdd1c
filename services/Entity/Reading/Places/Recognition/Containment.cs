namespace Truceline.Entity.Reading.Places.Recognition;

/// <summary>
/// Reads from the text which place a place is said to lie in: "Springfield, Illinois", "Pandi in Bulacan", "Idlib (Syria)", "Aleppo's Ashrafieh district".
/// </summary>
internal static class Containment
{
    private static readonly string[] Links = [",", "in", ", in", "(", "in the", ", in the", ", near"];

    // "Israel's Gaza offensive" is nothing that Israel holds: only a kind of place behind the name says so.
    private static readonly string[] Parts =
        ["district", "province", "region", "neighbourhood", "neighborhood", "suburb", "quarter", "governorate", "county", "department", "oblast", "village", "commune", "township", "municipality"];

    /// <summary>What each name is said to lie in: the index of another, -1 for none. One before it holds it as its own part ("Aleppo's Ashrafieh district"), and that is sure.</summary>
    /// <param name="text">The text.</param>
    /// <param name="names">Names of places, in order.</param>
    public static int[] Of(string text, IReadOnlyList<TextSpan> names)
    {
        var within = new int[names.Count];
        Array.Fill(within, -1);
        for (var i = 0; i + 1 < names.Count; i++)
        {
            var between = text.AsSpan(names[i].End, Math.Max(0, names[i + 1].Start - names[i].End)).Trim();
            foreach (var link in Links)
            {
                if (between.SequenceEqual(link))
                    within[i] = i + 1;
            }
            if (between is "'s" or "’s" && IsPart(text, names[i + 1]))
                within[i + 1] = i;
        }
        return within;
    }

    private static bool IsPart(string text, TextSpan name)
    {
        var own = text.AsSpan(name.Start, name.Length);
        var after = text.AsSpan(name.End).TrimStart();
        foreach (var part in Parts)
        {
            if (own.EndsWith(part, StringComparison.Ordinal) || after.StartsWith(part, StringComparison.Ordinal) && (after.Length == part.Length || !char.IsLetter(after[part.Length])))
                return true;
        }
        return false;
    }
}
