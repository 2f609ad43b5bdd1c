namespace Truceline.Entity.Reading.Tagging;

/// <summary>A run of tokens as the network sees them. Reused from text to text; not thread-safe.</summary>
internal sealed class EncodedTokens
{
    /// <summary>Number of each token's word in its <see cref="WordStore"/>.</summary>
    public int[] Words { get; private set; } = new int[256];

    /// <summary>Rows of phrases that a token belongs to: bit 0 to 15 as the first, 16 to 31 as a later one.</summary>
    public uint[] Phrases { get; private set; } = new uint[256];

    public DocumentSigns[] Signs { get; private set; } = new DocumentSigns[256];

    /// <summary>Number of tokens.</summary>
    public int Count { get; private set; }

    /// <summary>Makes room for a number of tokens and clears what was there.</summary>
    public void Reset(int count)
    {
        if (Words.Length < count)
        {
            var size = Math.Max(count, Words.Length * 2);
            (Words, Phrases, Signs) = (new int[size], new uint[size], new DocumentSigns[size]);
        }
        Count = count;
        Array.Clear(Phrases, 0, count);
        Array.Clear(Signs, 0, count);
    }
}
