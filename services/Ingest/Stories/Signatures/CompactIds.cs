using Truceline.ServiceDefaults.Events;

namespace Truceline.Ingest.Stories.Signatures;

/// <summary>Ids by number. A content hash ("sha256:" and 64 lower-case hexadecimal digits) takes 32 bytes, anything else stays a string. Not thread-safe.</summary>
internal sealed class CompactIds
{
    private const string Prefix = "sha256:";
    private const int HashLength = 32;
    private const int ChunkBits = 14;

    private readonly List<byte[]> _chunks = [];
    private readonly Dictionary<uint, string> _others = [];

    /// <summary>Bytes that they take, about.</summary>
    internal long MemoryBytes => ((long)_chunks.Count * HashLength << ChunkBits) + (_others.Count * 120L);

    internal string this[uint number]
    {
        get => _others.TryGetValue(number, out var other) ? other : Prefix + Convert.ToHexStringLower(At(number));
        set
        {
            while (_chunks.Count <= number >> ChunkBits)
            {
                _chunks.Add(GC.AllocateUninitializedArray<byte>(HashLength << ChunkBits));
            }

            if (IsHash(value) && Convert.FromHexString(value.AsSpan(Prefix.Length), At(number), out _, out _) == System.Buffers.OperationStatus.Done)
            {
                _others.Remove(number);
            }
            else
            {
                _others[number] = value;
            }
        }
    }

    private static bool IsHash(string id) =>
        id.Length == Prefix.Length + (2 * HashLength) && id.StartsWith(Prefix, StringComparison.Ordinal)
        && id.AsSpan(Prefix.Length).IndexOfAnyExcept(Digits) < 0;

    private static readonly System.Buffers.SearchValues<char> Digits = System.Buffers.SearchValues.Create("0123456789abcdef");

    private Span<byte> At(uint number) => _chunks[(int)(number >> ChunkBits)].AsSpan((int)(number & ((1 << ChunkBits) - 1)) * HashLength, HashLength);
}
