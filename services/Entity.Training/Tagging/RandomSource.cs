namespace Truceline.Entity.Training.Tagging;

/// <summary>A sequence of pseudo-random numbers (SplitMix64), the same on every machine.</summary>
internal sealed class RandomSource(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>In [0, bound).</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>In [0, 1).</summary>
    public float Unit() => (Next() >> 40) * (1f / (1 << 24));

    /// <summary>Fills with numbers in [-range, range).</summary>
    public void Fill(Span<float> values, float range)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] = ((2 * Unit()) - 1) * range;
    }

    /// <summary>Puts items in a random order.</summary>
    public void Shuffle<T>(List<T> items)
    {
        for (var i = items.Count - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
