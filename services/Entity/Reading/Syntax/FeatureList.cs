namespace Truceline.Entity.Reading.Syntax;

/// <summary>Collects hashes of features. Each has a number of its own, so that equal values of different features differ.</summary>
/// <param name="into">Room for them.</param>
internal ref struct FeatureList(Span<ulong> into)
{
    private const ulong Prime = 0x9E3779B97F4A7C15;
    private readonly Span<ulong> _into = into;

    /// <summary>Number of features so far.</summary>
    public int Count { get; private set; }

    public void Put(uint a) => Add(Start() ^ a);

    public void Put(uint a, uint b) => Add(Mix(Start() ^ a) ^ b);

    public void Put(uint a, uint b, uint c) => Add(Mix(Mix(Start() ^ a) ^ b) ^ c);

    public void Put(uint a, uint b, uint c, uint d) => Add(Mix(Mix(Mix(Start() ^ a) ^ b) ^ c) ^ d);

    private readonly ulong Start() => (ulong)(Count + 1) << 40;

    private void Add(ulong hash) => _into[Count++] = Mix(Mix(hash));

    private static ulong Mix(ulong hash)
    {
        hash *= Prime;
        return hash ^ (hash >> 29);
    }
}
