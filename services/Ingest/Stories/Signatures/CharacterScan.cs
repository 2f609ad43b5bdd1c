using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Truceline.Ingest.Stories.Signatures;

/// <summary>Folds characters to bytes and tells what each is, 64 at a time.</summary>
internal static class CharacterScan
{
    /// <summary>Fills folded bytes and bits of a piece of text. False when it needs <see cref="SpacedText"/> first.</summary>
    internal static bool Fill(ReadOnlySpan<char> text, SignatureScratch scratch)
    {
        ref var source = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        var blocks = (text.Length + SignatureScratch.Block - 1) / SignatureScratch.Block;
        for (var block = 0; block < blocks; block++)
        {
            var start = block * SignatureScratch.Block;
            ref var from = ref Unsafe.Add(ref source, start);
            if (text.Length - start < SignatureScratch.Block)
            {
                Array.Clear(scratch.Tail);
                MemoryMarshal.Cast<char, ushort>(text[start..]).CopyTo(scratch.Tail);
                from = ref scratch.Tail[0];
            }

            ref var to = ref scratch.Folded[start];
            var ascii = Vector512.IsHardwareAccelerated ? Fold512(ref from, ref to, scratch, block) : Fold256(ref from, ref to, scratch, block);
            if (!ascii && !Mend(ref from, ref to, scratch, block))
            {
                return false;
            }
        }

        // A word that ends with the text ends before this.
        scratch.WordBits[blocks] = 0;
        return true;
    }

    private static bool Fold512(ref ushort from, ref byte to, SignatureScratch scratch, int block)
    {
        var first = Vector512.LoadUnsafe(ref from);
        var second = Vector512.LoadUnsafe(ref from, 32);
        var bytes = Vector512.Narrow(first, second);
        var lower = bytes | Vector512.Create((byte)0x20);
        lower.StoreUnsafe(ref to);
        var digits = Vector512.LessThan(bytes - Vector512.Create((byte)'0'), Vector512.Create((byte)10)).ExtractMostSignificantBits();
        scratch.DigitBits[block] = digits;
        scratch.CapitalBits[block] = Vector512.LessThan(bytes - Vector512.Create((byte)'A'), Vector512.Create((byte)26)).ExtractMostSignificantBits();
        scratch.WordBits[block] = digits
            | Vector512.LessThan(lower - Vector512.Create((byte)'a'), Vector512.Create((byte)26)).ExtractMostSignificantBits();
        return ((first | second) & Vector512.Create((ushort)0xFF80)) == Vector512<ushort>.Zero;
    }

    private static bool Fold256(ref ushort from, ref byte to, SignatureScratch scratch, int block)
    {
        ulong words = 0;
        ulong digits = 0;
        ulong capitals = 0;
        var all = Vector256<ushort>.Zero;
        for (var half = 0; half < SignatureScratch.Block; half += 32)
        {
            var first = Vector256.LoadUnsafe(ref from, (nuint)half);
            var second = Vector256.LoadUnsafe(ref from, (nuint)half + 16);
            all |= first | second;
            // The low bytes; other characters are mended later.
            var bytes = Vector256.Narrow(first & Vector256.Create((ushort)0xFF), second & Vector256.Create((ushort)0xFF));
            var lower = bytes | Vector256.Create((byte)0x20);
            lower.StoreUnsafe(ref to, (nuint)half);
            var digit = (ulong)Vector256.LessThan(bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)10)).ExtractMostSignificantBits();
            digits |= digit << half;
            capitals |= (ulong)Vector256.LessThan(bytes - Vector256.Create((byte)'A'), Vector256.Create((byte)26)).ExtractMostSignificantBits() << half;
            words |= (digit | Vector256.LessThan(lower - Vector256.Create((byte)'a'), Vector256.Create((byte)26)).ExtractMostSignificantBits()) << half;
        }

        scratch.WordBits[block] = words;
        scratch.DigitBits[block] = digits;
        scratch.CapitalBits[block] = capitals;
        return (all & Vector256.Create((ushort)0xFF80)) == Vector256<ushort>.Zero;
    }

    private static bool Mend(ref ushort from, ref byte to, SignatureScratch scratch, int block)
    {
        for (var i = 0; i < SignatureScratch.Block; i++)
        {
            var c = (char)Unsafe.Add(ref from, i);
            if (c < 0x80)
            {
                continue;
            }

            var kind = CharacterKinds.Of(c);
            if ((kind & CharacterKinds.Spaced) != 0)
            {
                return false;
            }

            Unsafe.Add(ref to, i) = (byte)kind;
            var bit = 1UL << i;
            scratch.DigitBits[block] &= ~bit;
            Set(ref scratch.WordBits[block], bit, kind & CharacterKinds.Word);
            Set(ref scratch.CapitalBits[block], bit, kind & CharacterKinds.Capital);
        }

        return true;
    }

    private static void Set(ref ulong bits, ulong bit, int flag) => bits = flag != 0 ? bits | bit : bits & ~bit;
}
