using System.Buffers;

namespace Truceline.Ingest.Stories.Signatures;

/// <summary>Ids in places of 32 bytes: a content hash ("sha256:" and 64 lower-case hexadecimal digits) as its bytes; anything else stays a string, beside.
/// Not thread-safe.</summary>
internal sealed class CompactIds
{
    /// <summary>Bytes of a place.</summary>
    internal const int Length = 32;

    private const string Prefix = "sha256:";
    private const int OtherBytes = 120;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");
    private readonly Dictionary<uint, string> _others = [];

    /// <summary>Bytes that ids take beside their places, about.</summary>
    internal long MemoryBytes => _others.Count * (long)OtherBytes;

    /// <summary>Writes the id with a number into its place.</summary>
    internal void Write(string id, uint number, Span<byte> place)
    {
        if (id.Length == Prefix.Length + (2 * Length) && id.StartsWith(Prefix, StringComparison.Ordinal)
            && id.AsSpan(Prefix.Length).IndexOfAnyExcept(Digits) < 0)
        {
            Convert.FromHexString(id.AsSpan(Prefix.Length), place, out _, out _);
            _others.Remove(number);
            return;
        }

        place.Clear();
        _others[number] = id;
    }

    /// <summary>The id with a number, of its place.</summary>
    internal string Read(uint number, ReadOnlySpan<byte> place) =>
        _others.Count > 0 && _others.TryGetValue(number, out var other) ? other : Written(place);

    private static string Written(ReadOnlySpan<byte> hash) => string.Create(Prefix.Length + (2 * Length), hash, (text, bytes) =>
    {
        Prefix.CopyTo(text);
        Convert.TryToHexStringLower(bytes, text[Prefix.Length..], out _);
    });
}
