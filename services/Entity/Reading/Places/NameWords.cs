namespace Truceline.Entity.Reading.Places;

/// <summary>The words of a name: runs of letters and digits, with the marks and apostrophes in them. Allocates nothing.</summary>
internal ref struct NameWords(ReadOnlySpan<char> name)
{
    private ReadOnlySpan<char> _rest = name;

    /// <summary>The word that <see cref="MoveNext"/> came to.</summary>
    public ReadOnlySpan<char> Current { get; private set; }

    public readonly NameWords GetEnumerator() => this;

    public bool MoveNext()
    {
        var start = 0;
        while (start < _rest.Length && !IsInWord(_rest[start]))
            start++;
        var end = start;
        while (end < _rest.Length && (IsInWord(_rest[end]) || (NameKey.IsModifier(_rest[end]) && end > start)))
            end++;
        Current = _rest[start..end];
        _rest = _rest[end..];
        return end > start;
    }

    private static bool IsInWord(char c) => (char.IsLetterOrDigit(c) && !NameKey.IsModifier(c)) || char.IsSurrogate(c);
}
