using System.Text;

namespace Truceline.Entity.Training.Gazetteers;

/// <summary>Names one after another, each once, behind its length in one byte.</summary>
internal sealed class NamePool
{
    private readonly Dictionary<string, uint> _offsets = new(StringComparer.Ordinal);
    private readonly List<byte> _bytes = [];

    /// <summary>The offset of a name, which is added when it is new; what is longer than 255 bytes is cut.</summary>
    public uint Add(string name)
    {
        if (!_offsets.TryGetValue(name, out var offset))
        {
            _offsets[name] = offset = (uint)_bytes.Count;
            var cut = name;
            while (Encoding.UTF8.GetByteCount(cut) > byte.MaxValue)
                cut = cut[..^1];
            _bytes.Add((byte)Encoding.UTF8.GetByteCount(cut));
            _bytes.AddRange(Encoding.UTF8.GetBytes(cut));
        }
        return offset;
    }

    public byte[] ToArray() => [.. _bytes];
}
