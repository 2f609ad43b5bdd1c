using System.Runtime.CompilerServices;

namespace Truceline.GeoZone.Zones.Index;

/// <summary>The first word of a leaf: from the lowest bit six for the lanes, six for the members, four for the words that name the shapes covering it; and what is said by the bits above.</summary>
internal readonly struct LeafHead
{
    /// <summary>Most shapes covering it that a leaf names itself.</summary>
    public const int MostOwn = 8;

    /// <summary>Stands for the edge of a lane that closes an area along the top, where edges have 16 bits; edges before it fit into them.</summary>
    public const int ClosingEdge = ushort.MaxValue;

    /// <summary>The leaf is a crowded one.</summary>
    public const uint Crowded = 1u << 31;

    private const uint SetApart = 1u << 30, LongEdges = 1u << 29;

    public LeafHead(uint word) => Word = word;

    /// <param name="lanes">Number of lanes, below 64.</param>
    /// <param name="members">Number of members, below 64.</param>
    /// <param name="own">Words that name the shapes covering it.</param>
    /// <param name="isSetApart">Whether the one word is the offset of a set.</param>
    /// <param name="isLong">Whether edges have 32 bits each.</param>
    public LeafHead(int lanes, int members, int own, bool isSetApart, bool isLong) =>
        Word = (uint)(lanes | members << 6 | own << 12) | (isSetApart ? SetApart : 0) | (isLong ? LongEdges : 0);

    public uint Word { get; }

    public int Lanes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (int)Word & 63;
    }

    public int Members
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (int)(Word >> 6) & 63;
    }

    public int Own
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (int)(Word >> 12) & 15;
    }

    /// <summary>Neither crowded nor with a set apart.</summary>
    public bool IsPlain
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (Word & (Crowded | SetApart)) == 0;
    }

    public bool IsCrowded => (Word & Crowded) != 0;

    public bool IsSetApart => (Word & SetApart) != 0;

    /// <summary>Writes out the edges of some lanes.</summary>
    /// <param name="edges">The leaf's edges.</param>
    /// <param name="start">The first lane.</param>
    /// <param name="into">Room for as many as are wanted.</param>
    public unsafe void CopyEdges(uint* edges, int start, Span<int> into)
    {
        for (var i = 0; i < into.Length; i++)
            into[i] = Edge(edges, start + i);
    }

    /// <summary>The edge of a lane, or <see cref="LaneList.Closing"/>.</summary>
    public unsafe int Edge(uint* edges, int lane)
    {
        if ((Word & LongEdges) != 0)
            return (int)edges[lane];
        var edge = ((ushort*)edges)[lane];
        return edge == ClosingEdge ? LaneList.Closing : edge;
    }
}
