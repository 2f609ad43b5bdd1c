namespace Truceline.Entity.Reading.Places;

/// <summary>Sets of codes of states and divisions in 64 bits: a code whose bit is not set is not in the set, one whose bit is set may be.</summary>
internal static class CodeMask
{
    /// <summary>The bit of a code.</summary>
    public static ulong Of(string code) => code.Length < 2 ? 1 : 1ul << (((code[^1] * 7) + (code[^2] * 3) + (code[0] * 19)) & 63);

    /// <summary>The bits of some codes.</summary>
    public static ulong Of(IEnumerable<string> codes)
    {
        var mask = 0ul;
        foreach (var code in codes)
            mask |= Of(code);
        return mask;
    }
}
