using System.Runtime.InteropServices;

namespace Truceline.GeoZone.Zones.Index;

/// <summary>
/// What lies under one cell of the top grid, in one piece of pinned memory on a border of 64 bytes, shared by all snapshots in which the cell is the same. In it a reference
/// is an offset in units of four bytes times four plus its kind:
/// <list type="bullet">
/// <item>a set: the number of shapes that cover the cell whole, and their numbers; offset 0 is the empty set;</item>
/// <item>a node: 16 references, row by row from the south, in one cache line;</item>
/// <item>a leaf: the offset of its set; the number of lanes and, times 256, of members; a member each; the first ends of the lanes; their second ends; their edges. A member is its
/// shape, times 2^24 its last lane, times 2^31 whether the cell's north-western corner belongs to it. An end is x plus y times 2^16;</item>
/// <item>a crowded leaf, where too many edges meet: the offset of its set, the number of members; for each its shape with the corner's bit, the number of its edges, its edges.</item>
/// </list>
/// </summary>
internal sealed unsafe class Block
{
    private readonly ulong[] _memory;

    private Block(ulong[] memory, ulong entry, int[] shapes, int largest)
    {
        _memory = memory;
        Entry = entry;
        Shapes = shapes;
        Largest = largest;
    }

    /// <summary>Where the memory starts, plus the kind of its root, plus four when that starts after 64 bytes.</summary>
    public ulong Entry { get; }

    /// <summary>All shapes that reach into the cell.</summary>
    public int[] Shapes { get; }

    /// <summary>The most shapes that one point can belong to.</summary>
    public int Largest { get; }

    public long Bytes => 24 + 8L * _memory.Length + 24 + 4L * Shapes.Length + 48;

    public static Block Of(ReadOnlySpan<uint> words, uint kind, bool startsLater, int[] shapes, int largest)
    {
        // Eight units to align by, and one line to read ahead into.
        var memory = GC.AllocateUninitializedArray<ulong>((words.Length + 1) / 2 + 8 + 24, pinned: true);
        var start = ((ulong)Marshal.UnsafeAddrOfPinnedArrayElement(memory, 0) + 63) & ~63UL;
        words.CopyTo(new Span<uint>((void*)start, words.Length));
        return new(memory, start | kind | (startsLater ? 4u : 0), shapes, largest);
    }
}

/// <summary>Kinds of references.</summary>
internal static class RefKind
{
    public const uint Set = 0, Node = 1, Leaf = 2, Crowded = 3;
}
