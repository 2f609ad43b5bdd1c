namespace Truceline.Entity.Training.Tagging.Corpora;

/// <summary>Corpora count characters in code points; the readers count in UTF-16 code units.</summary>
internal static class CodePoints
{
    /// <summary>The position in code units of each code point of a text, and its length at the end.</summary>
    public static int[] Positions(string text)
    {
        var positions = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i += i + 1 < text.Length && char.IsSurrogatePair(text, i) ? 2 : 1)
            positions.Add(i);
        positions.Add(text.Length);
        return [.. positions];
    }
}
