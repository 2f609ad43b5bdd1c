namespace Truceline.Ingest.Stories.Signatures;

/// <summary>Working memory for making signatures, one a thread, so that making one allocates nothing but itself.</summary>
internal sealed class SignatureScratch
{
    /// <summary>Characters that are looked at together.</summary>
    internal const int Block = 64;

    [ThreadStatic]
    private static SignatureScratch? _current;

    /// <summary>This thread's.</summary>
    internal static SignatureScratch Current => _current ??= new SignatureScratch();

    /// <summary>The last characters of a text, padded.</summary>
    internal readonly ushort[] Tail = new ushort[Block];

    /// <summary>Characters as folded bytes; 64 more than the text has, since words are loaded whole.</summary>
    internal byte[] Folded = new byte[8 * 1024];

    /// <summary>A bit for each character that is part of a word.</summary>
    internal ulong[] WordBits = new ulong[128];

    /// <summary>A bit for each capital letter.</summary>
    internal ulong[] CapitalBits = new ulong[128];

    /// <summary>A bit for each digit.</summary>
    internal ulong[] DigitBits = new ulong[128];

    /// <summary>Where words begin and end, by turns.</summary>
    internal int[] Edges = new int[4096];

    /// <summary>Hash of each word; zeros follow.</summary>
    internal uint[] Words = new uint[2048];

    /// <summary>Number of words.</summary>
    internal int Count;

    /// <summary>Hash of the run of words that begins at each word.</summary>
    internal uint[] Runs = new uint[2048];

    /// <summary>Indexes of the words that are figures.</summary>
    internal int[] Figures = new int[2048];

    /// <summary>Number of figures.</summary>
    internal int FigureCount;

    /// <summary>Smallest run of each bin: the hash in bits 31 to 62, the index below; all 63 bits when there is none.</summary>
    internal readonly long[] Bins = new long[SketchShape.WholeBins];

    /// <summary>The record that is written.</summary>
    internal readonly byte[] Record = new byte[SignatureRecord.Length];

    /// <summary>Makes room for a piece of text.</summary>
    internal void Reserve(int characters)
    {
        var blocks = (characters / Block) + 2;
        if (WordBits.Length < blocks)
        {
            WordBits = new ulong[blocks];
            CapitalBits = new ulong[blocks];
            DigitBits = new ulong[blocks];
        }

        Grow(ref Folded, (blocks + 1) * Block, 0);
        Grow(ref Edges, characters + Block, 0);
        // Every second character may be a word.
        Grow(ref Words, Count + (characters / 2) + Block, Count);
        Grow(ref Runs, Words.Length, 0);
        Grow(ref Figures, Words.Length, FigureCount);
    }

    /// <summary>Gives back what a very long text took.</summary>
    internal void Trim()
    {
        if (Folded.Length > 256 * 1024)
        {
            _current = null;
        }
    }

    private static void Grow<T>(ref T[] array, int length, int keep)
    {
        if (array.Length < length)
        {
            var grown = new T[Math.Max(length, array.Length * 2)];
            Array.Copy(array, grown, keep);
            array = grown;
        }
    }
}
