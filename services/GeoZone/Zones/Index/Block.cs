namespace Truceline.GeoZone.Zones.Index;

/// <summary>
/// What lies under one cell of the top grid, in one piece of memory that does not move, on a border of 64 bytes, shared by all snapshots in which the cell is the same. In it a reference
/// is an offset in units of four bytes times four plus its kind:
/// <list type="bullet">
/// <item>a set: the number of shapes that cover the cell whole, and their numbers; offset 0 is the empty set;</item>
/// <item>a node: 16 references, row by row from the south, in one cache line; or, where most of its children would be nodes, 256 at once;</item>
/// <item>a leaf: its <see cref="LeafHead"/>; a bit for each lane between two chains and for all behind the last; the shapes that cover the cell whole, or where their set is; the members; the points, a lane leading from
/// each to the next; the first edge of each chain. A member is its shape, times 2^24 its last lane, times 2^31 whether the cell's north-western corner belongs to it. A point is x plus y
/// times 2^16;</item>
/// <item>a crowded leaf, where too many edges meet: the number of members with <see cref="LeafHead.Crowded"/>; the offset of its set; for each member its shape with the corner's bit, the
/// number of its edges, its edges.</item>
/// </list>
/// </summary>
internal sealed class Block
{
    private readonly PinnedChunk _chunk;

    /// <param name="chunk">Where its memory is taken from, and kept.</param>
    /// <param name="entry">Where it starts, with the kind of its root.</param>
    /// <param name="bytes">Its size.</param>
    /// <param name="shapes">All shapes that reach into the cell.</param>
    /// <param name="largest">The most shapes that one point can belong to.</param>
    public Block(PinnedChunk chunk, ulong entry, int bytes, int[] shapes, int largest)
    {
        _chunk = chunk;
        (Entry, Shapes, Largest) = (entry, shapes, largest);
        Bytes = bytes + 24 + 4L * shapes.Length + 56;
    }

    /// <summary>Where the memory starts, plus the kind of its root, plus four when that starts after 64 bytes.</summary>
    public ulong Entry { get; }

    /// <summary>All shapes that reach into the cell.</summary>
    public int[] Shapes { get; }

    /// <summary>The most shapes that one point can belong to.</summary>
    public int Largest { get; }

    /// <summary>Memory that it takes.</summary>
    public long Bytes { get; }

    /// <summary>Keeps the memory alive up to here.</summary>
    public void KeepAlive() => GC.KeepAlive(_chunk);
}

/// <summary>Kinds of references.</summary>
internal static class RefKind
{
    public const uint Set = 0, Node = 1, Leaf = 2, WideNode = 3;

    /// <summary>Whether a kind is one of the nodes.</summary>
    public static bool IsNode(uint kind) => (kind & 1) != 0;

    /// <summary>Bits of a coordinate by which a node chooses the child.</summary>
    public static int Step(uint kind) => (int)kind + 1;
}
