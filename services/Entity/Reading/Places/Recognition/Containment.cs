namespace Truceline.Entity.Reading.Places.Recognition;

/// <summary>Reads from the text which place a place is said to lie in: "Springfield, Illinois", "Pandi in Bulacan", "Idlib (Syria)".</summary>
internal static class Containment
{
    private static readonly string[] Links = [",", "in", ", in", "(", "in the", ", in the", ", near"];

    /// <summary>What each name is said to lie in: the index of another, -1 for none.</summary>
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
        }
        return within;
    }
}
