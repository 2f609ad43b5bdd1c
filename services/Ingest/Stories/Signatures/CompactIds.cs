using System.Buffers;
using System.Runtime.Intrinsics;

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
    internal CompactId Read(uint number, ReadOnlySpan<byte> place) =>
        new(Vector256.Create(place), _others.Count > 0 && _others.TryGetValue(number, out var other) ? other : null);
}

/// <summary>An id as it was read; the string is made when it is asked for.</summary>
/// <param name="hash">The bytes of a content hash.</param>
/// <param name="other">The id when it is none.</param>
internal readonly struct CompactId(Vector256<byte> hash, string? other)
{
    private const string Prefix = "sha256:";

    private readonly Vector256<byte> _hash = hash;

    /// <summary>The id.</summary>
    public override string ToString() => other ?? string.Create(Prefix.Length + (2 * CompactIds.Length), _hash, (text, hash) =>
    {
        Span<byte> bytes = stackalloc byte[CompactIds.Length];
        hash.CopyTo(bytes);
        Prefix.CopyTo(text);
        Convert.TryToHexStringLower(bytes, text[Prefix.Length..], out _);
    });
}
