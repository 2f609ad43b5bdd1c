using System.Collections.Frozen;

namespace Truceline.Ingest.Stories.Signatures;

/// <summary>Words for numbers in some languages, by their hash. "One" is left out: it is an article and a pronoun more often.</summary>
internal static class NumberWords
{
    private const string All =
        """
        two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty
        seventy eighty ninety hundred thousand dozen deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante
        cinquante soixante cent mille dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cuarenta cincuenta cien ciento mil zwei drei vier
        fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig hundert tausend два две три четыре пять шесть семь восемь девять десять
        اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة عشرين ثلاثين
        """;

    private static readonly FrozenSet<uint> Hashes = Read();
    private static readonly ulong[] Filter = FilterOf(Hashes);

    /// <summary>Quickly: whether a word may be one of them; wrong for about one in fifty.</summary>
    internal static bool MayBe(uint word) => ((Filter[word >> 26] >> (int)((word >> 20) & 63)) & 1) != 0;

    /// <summary>Whether a word is one of them.</summary>
    internal static bool Are(uint word) => Hashes.Contains(word);

    private static FrozenSet<uint> Read()
    {
        var scratch = new SignatureScratch();
        WordScan.Append(All, scratch);
        return scratch.Words.Take(scratch.Count).ToFrozenSet();
    }

    private static ulong[] FilterOf(IEnumerable<uint> words)
    {
        var filter = new ulong[64];
        foreach (var word in words)
        {
            filter[word >> 26] |= 1UL << (int)((word >> 20) & 63);
        }

        return filter;
    }
}
