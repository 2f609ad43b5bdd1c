using System.Runtime.CompilerServices;

namespace Truceline.Entity.Reading.Tagging;

/// <summary>What the network sees of one word, wherever it stands.</summary>
internal struct WordEntry
{
    /// <summary>Hash of the word in lower case.</summary>
    public ulong Lower;

    /// <summary>Row of its vector, which is its rank by frequency; -1 when it has none.</summary>
    public int Vector;

    public WordShape Shape;
    public LexiconFlags Lexicon;

    /// <summary>Number of hashed features in <see cref="Hashed"/>.</summary>
    public int HashedCount;
    public HashedFeatures Hashed;

    /// <summary>Whether the word is written with a capital at its beginning.</summary>
    public readonly bool IsCapitalised => (Shape & (WordShape.Capitalised | WordShape.AllCapitals | WordShape.MixedCase | WordShape.SingleCapital)) != 0;

    [InlineArray(WordFeatures.MostHashed)]
    internal struct HashedFeatures
    {
        private int _first;
    }
}
