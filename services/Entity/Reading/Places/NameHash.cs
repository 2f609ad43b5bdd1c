using System.Text;
using Truceline.Entity.Reading.Names;

namespace Truceline.Entity.Reading.Places;

/// <summary>
/// Hashes of a name, grown word by word: of its loose key, by which places are looked up, and of its strict key, which tells an exact spelling.
/// The default value is that of no words. Both are FNV-1a; what is written to the compiled gazetteer rests on them.
/// </summary>
internal struct NameHash
{
    private const ulong LooseOffset = 14695981039346656037;
    private const ulong LoosePrime = 1099511628211;
    private const uint StrictOffset = 2166136261;
    private const uint StrictPrime = 16777619;

    private ulong _loose;
    private uint _strict;

    /// <summary>Words added, articles included.</summary>
    public int Words { get; private set; }

    /// <summary>Letters of the loose key.</summary>
    public int LooseLength { get; private set; }

    /// <summary>Hash of the loose key.</summary>
    public readonly ulong Loose => Mix(_loose ^ LooseOffset);

    /// <summary>A short hash of the strict key, [0, 2047].</summary>
    public readonly uint Check
    {
        get
        {
            var hash = _strict ^ StrictOffset;
            return (hash ^ (hash >> 11) ^ (hash >> 22)) & 0x7FF;
        }
    }

    /// <summary>The hashes of a name.</summary>
    public static NameHash Of(ReadOnlySpan<char> name)
    {
        var hash = default(NameHash);
        foreach (var word in new NameWords(name))
            hash.Add(Word.Of(word));
        return hash;
    }

    /// <summary>Hash of a loose key or skeleton.</summary>
    public static ulong OfKey(ReadOnlySpan<char> key)
    {
        var hash = 0ul;
        foreach (var c in key)
            hash = Next(hash, c);
        return Mix(hash ^ LooseOffset);
    }

    /// <summary>Adds the next word.</summary>
    /// <param name="word">As the text has it.</param>
    /// <param name="key">Takes the letters of the loose key when given.</param>
    public void Add(ReadOnlySpan<char> word, StringBuilder? key = null)
    {
        Span<char> strict = stackalloc char[NameFolding.LongestWord];
        var length = 0;
        if (Words > 0)
            AddStrict(' ');
        foreach (var c in word)
        {
            if (NameKey.IsModifier(c))
                continue;
            var folded = c < '\u0080' ? char.ToLowerInvariant(c) : NameKey.Base(c);
            AddStrict(folded);
            if (length < strict.Length)
                strict[length++] = folded;
        }
        Words++;
        // A name that is articles and nothing else has no loose key.
        if (NameFolding.IsArticle(strict[..length]))
            return;
        Span<char> loose = stackalloc char[NameFolding.LongestWord];
        foreach (var c in loose[..NameFolding.Loose(word, loose)])
        {
            _loose = Next(_loose, c);
            LooseLength++;
            key?.Append(c);
        }
    }

    /// <summary>Adds the next word.</summary>
    public void Add(Word word)
    {
        // Most names that are looked for have one word.
        if (Words == 0 && LooseLength == 0)
            this = word.Alone;
        else
            Add(word.Folded, word.Loose);
    }

    /// <summary>Adds the next word by its letters.</summary>
    /// <param name="strict">As the strict hash takes them.</param>
    /// <param name="loose">As the loose hash takes them.</param>
    public void Add(string strict, string loose)
    {
        if (Words > 0)
            AddStrict(' ');
        foreach (var c in strict)
            AddStrict(c);
        Words++;
        foreach (var c in loose)
            _loose = Next(_loose, c);
        LooseLength += loose.Length;
    }

    /// <summary>The letters that a word adds to the strict hash, and those that it adds to the loose one: none for an article.</summary>
    public static (string Strict, string Loose) Fold(ReadOnlySpan<char> word)
    {
        var strict = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (!NameKey.IsModifier(c))
                strict.Append(c < '\u0080' ? char.ToLowerInvariant(c) : NameKey.Base(c));
        }
        var folded = strict.ToString();
        Span<char> loose = stackalloc char[NameFolding.LongestWord];
        return (folded, NameFolding.IsArticle(folded) ? "" : new string(loose[..NameFolding.Loose(word, loose)]));
    }

    /// <summary>Adds an ending to the last word: the possessive one of "Queen Anne's".</summary>
    public void AddEnding(ReadOnlySpan<char> ending)
    {
        foreach (var c in ending)
        {
            if (NameKey.IsModifier(c))
                continue;
            AddStrict(char.ToLowerInvariant(c));
            _loose = Next(_loose, char.ToLowerInvariant(c));
            LooseLength++;
        }
    }

    private void AddStrict(char c) => _strict = ((_strict ^ StrictOffset ^ c) * StrictPrime) ^ StrictOffset;

    private static ulong Next(ulong hash, char c) => ((hash ^ LooseOffset ^ c) * LoosePrime) ^ LooseOffset;

    private static ulong Mix(ulong hash)
    {
        hash ^= hash >> 33;
        hash *= 0xFF51AFD7ED558CCD;
        hash ^= hash >> 33;
        hash *= 0xC4CEB9FE1A85EC53;
        return hash ^ (hash >> 33);
    }
}
