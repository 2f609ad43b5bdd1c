using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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

    private const int BucketBits = 10;

    private static readonly uint[] Buckets = Read();

    /// <summary>Whether a word is one of them.</summary>
    internal static bool Contain(uint word)
    {
        ref var bucket = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Buckets), (nint)(word >> (32 - BucketBits)) * 2);
        // Both, without a branch: most words are none.
        return (bucket == word) | (Unsafe.Add(ref bucket, 1) == word);
    }

    private static uint[] Read()
    {
        var scratch = new SignatureScratch();
        WordScan.Append(All, scratch);
        var buckets = new uint[2 << BucketBits];
        foreach (var word in scratch.Words.Take(scratch.Count).Distinct())
        {
            var at = (int)(word >> (32 - BucketBits)) * 2;
            at += buckets[at] == 0 ? 0 : 1;
            buckets[at] = buckets[at] == 0 ? word : throw new InvalidOperationException("Three words for numbers share a bucket: make it larger.");
        }

        return buckets;
    }
}
