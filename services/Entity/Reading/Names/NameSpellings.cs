namespace Truceline.Entity.Reading.Names;

/// <summary>Spellings that a name has by rule: "UN" for "United Nations", British and American endings.</summary>
internal static class NameSpellings
{
    private static readonly (string One, string Other)[] Pairs =
    [
        ("United Nations ", "UN "), ("Defence", "Defense"), ("Organisation", "Organization"), ("Centre", "Center"), ("Stabilization", "Stabilisation"),
        ("Mobilization", "Mobilisation"), ("Programme", "Program"), ("Labour", "Labor"), ("Revitalised", "Revitalized"),
    ];

    /// <summary>The name and its other spellings; the name first.</summary>
    public static IEnumerable<string> Of(string name)
    {
        yield return name;
        foreach (var (one, other) in Pairs)
        {
            if (name.Contains(one, StringComparison.Ordinal))
                yield return name.Replace(one, other, StringComparison.Ordinal);
            else if (name.Contains(other, StringComparison.Ordinal))
                yield return name.Replace(other, one, StringComparison.Ordinal);
        }
    }
}
