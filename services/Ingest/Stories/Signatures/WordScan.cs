using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Truceline.Ingest.Stories.Signatures;

/// <summary>Finds the words of a piece of text and hashes each. A word is a run of letters and digits; its hash depends on neither case nor accents.</summary>
internal static class WordScan
{
    private const ulong FirstSecret = 0x9E3779B97F4A7C15;
    private const ulong SecondSecret = 0xD6E8FEB86659FD93;

    private static ReadOnlySpan<ulong> LowMasks =>
    [
        0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue,
        ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue,
    ];

    private static ReadOnlySpan<ulong> HighMasks =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF, ulong.MaxValue,
    ];

    /// <summary>Adds the words of a piece of text to those that are there.</summary>
    internal static void Append(ReadOnlySpan<char> text, SignatureScratch scratch)
    {
        if (text.IsEmpty)
        {
            return;
        }

        scratch.Reserve(text.Length);
        if (!CharacterScan.Fill(text, scratch))
        {
            var spaced = SpacedText.Of(text);
            scratch.Reserve(spaced.Length);
            CharacterScan.Fill(spaced, scratch);
            text = spaced;
        }

        var first = scratch.Count;
        var blocks = (text.Length + SignatureScratch.Block - 1) / SignatureScratch.Block;
        scratch.Count += FindEdges(scratch, blocks) / 2;
        HashWords(scratch, first);
        MarkScan.Append(scratch, blocks, first);
    }

    internal static int FindEdges(SignatureScratch scratch, int blocks)
    {
        ref var edges = ref MemoryMarshal.GetArrayDataReference(scratch.Edges);
        ref var words = ref MemoryMarshal.GetArrayDataReference(scratch.WordBits);
        var count = 0;
        ulong carry = 0;
        // One block more, in which a word that ends with the text ends.
        for (var block = 0; block <= blocks; block++)
        {
            var bits = Unsafe.Add(ref words, block);
            var changes = bits ^ ((bits << 1) | carry);
            carry = bits >> 63;
            var start = block * SignatureScratch.Block;
            var found = BitOperations.PopCount(changes);
            // Eight at a time, whether or not there are as many: it saves most wrong guesses of where a block's last edge is.
            for (var i = 0; i < found; i += 8)
            {
                ref var edge = ref Unsafe.Add(ref edges, count + i);
                edge = start + BitOperations.TrailingZeroCount(changes);
                changes &= changes - 1;
                Unsafe.Add(ref edge, 1) = start + BitOperations.TrailingZeroCount(changes);
                changes &= changes - 1;
                Unsafe.Add(ref edge, 2) = start + BitOperations.TrailingZeroCount(changes);
                changes &= changes - 1;
                Unsafe.Add(ref edge, 3) = start + BitOperations.TrailingZeroCount(changes);
                changes &= changes - 1;
                Unsafe.Add(ref edge, 4) = start + BitOperations.TrailingZeroCount(changes);
                changes &= changes - 1;
                Unsafe.Add(ref edge, 5) = start + BitOperations.TrailingZeroCount(changes);
                changes &= changes - 1;
                Unsafe.Add(ref edge, 6) = start + BitOperations.TrailingZeroCount(changes);
                changes &= changes - 1;
                Unsafe.Add(ref edge, 7) = start + BitOperations.TrailingZeroCount(changes);
                changes &= changes - 1;
            }

            count += found;
        }

        return count;
    }

    internal static void HashWords(SignatureScratch scratch, int first)
    {
        ref var edge = ref MemoryMarshal.GetArrayDataReference(scratch.Edges);
        ref var folded = ref MemoryMarshal.GetArrayDataReference(scratch.Folded);
        ref var low = ref MemoryMarshal.GetReference(LowMasks);
        ref var high = ref MemoryMarshal.GetReference(HighMasks);
        ref var words = ref MemoryMarshal.GetArrayDataReference(scratch.Words);
        for (var i = first; i < scratch.Count; i++, edge = ref Unsafe.Add(ref edge, 2))
        {
            var length = Unsafe.Add(ref edge, 1) - edge;
            ref var start = ref Unsafe.Add(ref folded, edge);
            var mask = Math.Min(length, 16);
            var hash = Fold(
                (Load(ref start) & Unsafe.Add(ref low, mask)) ^ FirstSecret,
                (Load(ref Unsafe.Add(ref start, 8)) & Unsafe.Add(ref high, mask)) ^ SecondSecret);
            if (length > 16)
            {
                hash = HashRest(ref start, length, hash);
            }

            Unsafe.Add(ref words, i) = (uint)(hash >> 32);
        }
    }

    private static ulong HashRest(ref byte start, int length, ulong hash)
    {
        for (var at = 16; at < length; at += 8)
        {
            var rest = Math.Min(length - at, 8);
            hash = Fold(hash ^ (Load(ref Unsafe.Add(ref start, at)) & LowMasks[rest]), FirstSecret);
        }

        return hash;
    }

    private static ulong Load(ref byte at)
    {
        var value = Unsafe.ReadUnaligned<ulong>(ref at);
        return BitConverter.IsLittleEndian ? value : System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>High and low half of a product, folded into one: a fast mixing of 128 bits.</summary>
    internal static ulong Fold(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return high ^ low;
    }
}
