namespace Truceline.Entity.Reading.Tagging;

/// <summary>
/// A read-only table from the hash of a word or phrase to a number. Keys are kept as 32-bit fingerprints: of a thousand million strange words
/// one is taken for a known one. Immutable, thread-safe.
/// </summary>
internal sealed class WordTable
{
    private readonly uint[] _fingerprints;
    private readonly int[] _values;
    private readonly int _mask;

    private WordTable(uint[] fingerprints, int[] values)
    {
        _fingerprints = fingerprints;
        _values = values;
        _mask = fingerprints.Length - 1;
    }

    /// <summary>Builds a table; of two entries with one hash the first stays.</summary>
    public static WordTable Of(IReadOnlyList<KeyValuePair<ulong, int>> entries)
    {
        var size = 16;
        while (size < entries.Count * 3 / 2)
            size *= 2;
        var table = new WordTable(new uint[size], new int[size]);
        foreach (var (hash, value) in entries)
            table.Add(Fingerprint(hash), (int)hash, value);
        return table;
    }

    /// <summary>The number of a hash, or <paramref name="otherwise"/>.</summary>
    public int Find(ulong hash, int otherwise)
    {
        var fingerprint = Fingerprint(hash);
        for (var slot = (int)hash & _mask; _fingerprints[slot] != 0; slot = (slot + 1) & _mask)
        {
            if (_fingerprints[slot] == fingerprint)
                return _values[slot];
        }
        return otherwise;
    }

    public void Write(BinaryWriter writer)
    {
        var used = Enumerable.Range(0, _fingerprints.Length).Where(i => _fingerprints[i] != 0).ToList();
        writer.Write(_fingerprints.Length);
        writer.Write(used.Count);
        foreach (var slot in used)
        {
            writer.Write7BitEncodedInt(slot);
            writer.Write(_fingerprints[slot]);
            writer.Write7BitEncodedInt(_values[slot]);
        }
    }

    /// <exception cref="InvalidDataException">The bytes are no table.</exception>
    public static WordTable Read(BinaryReader reader)
    {
        var (size, count) = (reader.ReadInt32(), reader.ReadInt32());
        if (size is < 16 or > 1 << 24 || (size & (size - 1)) != 0 || count < 0 || count >= size)
            throw new InvalidDataException("A word table of the model has an impossible size.");
        var table = new WordTable(new uint[size], new int[size]);
        for (var i = 0; i < count; i++)
        {
            var slot = reader.Read7BitEncodedInt() & (size - 1);
            table._fingerprints[slot] = reader.ReadUInt32();
            table._values[slot] = reader.Read7BitEncodedInt();
        }
        return table;
    }

    private static uint Fingerprint(ulong hash) => (uint)(hash >> 32) | 1;

    private void Add(uint fingerprint, int home, int value)
    {
        var slot = home & _mask;
        for (; _fingerprints[slot] != 0; slot = (slot + 1) & _mask)
        {
            if (_fingerprints[slot] == fingerprint)
                return;
        }
        _fingerprints[slot] = fingerprint;
        _values[slot] = value;
    }
}
