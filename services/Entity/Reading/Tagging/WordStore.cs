namespace Truceline.Entity.Reading.Tagging;

/// <summary>Words met so far, each encoded once. Not thread-safe.</summary>
internal sealed class WordStore(WordEncoder encoder)
{
    private ulong[] _keys = new ulong[16384];
    private int[] _slots = new int[16384];
    private WordEntry[] _entries = new WordEntry[8192];

    /// <summary>Number of words held.</summary>
    public int Count { get; private set; }

    public WordEncoder Encoder => encoder;

    /// <summary>The entry of a word by its number.</summary>
    public ref readonly WordEntry this[int word] => ref _entries[word];

    /// <summary>Number of a word, in [0, <see cref="Count"/>).</summary>
    public int Of(ReadOnlySpan<char> word)
    {
        var key = WordHash.Exact(word) | 1;
        var mask = _keys.Length - 1;
        var slot = (int)(key >> 20) & mask;
        for (; _keys[slot] != 0; slot = (slot + 1) & mask)
        {
            if (_keys[slot] == key)
                return _slots[slot];
        }
        return Add(word, key, slot);
    }

    /// <summary>Forgets all words.</summary>
    public void Clear()
    {
        Array.Clear(_keys);
        Count = 0;
    }

    private int Add(ReadOnlySpan<char> word, ulong key, int slot)
    {
        if (Count == _entries.Length)
            Array.Resize(ref _entries, Count * 2);
        _entries[Count] = encoder.Encode(word);
        (_keys[slot], _slots[slot]) = (key, Count++);
        if (Count * 2 > _keys.Length)
            Grow();
        return Count - 1;
    }

    private void Grow()
    {
        var (keys, slots) = (_keys, _slots);
        (_keys, _slots) = (new ulong[keys.Length * 2], new int[keys.Length * 2]);
        var mask = _keys.Length - 1;
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] == 0)
                continue;
            var slot = (int)(keys[i] >> 20) & mask;
            while (_keys[slot] != 0)
                slot = (slot + 1) & mask;
            (_keys[slot], _slots[slot]) = (keys[i], slots[i]);
        }
    }
}
