using System.Runtime.CompilerServices;

namespace Truceline.GeoZone.Zones.Index;

/// <summary>
/// The first word of a leaf: from the lowest bit six for the lanes, those between two chains included, six for the members, four for the words that name the shapes covering it; and what is
/// said by the bits above.
/// </summary>
internal readonly struct LeafHead
{
    /// <summary>Most shapes covering it that a leaf names itself.</summary>
    public const int MostOwn = 8;

    /// <summary>Most lanes of a leaf.</summary>
    public const int MostLanes = 32;

    /// <summary>Words before those that name the shapes.</summary>
    public const int Words = 2;

    /// <summary>Stands for <see cref="LaneList.Closing"/> where edges have 16 bits; edges before it fit into them.</summary>
    public const int ClosingEdge = ushort.MaxValue;

    /// <summary>The leaf is a crowded one.</summary>
    public const uint Crowded = 1u << 31;

    private const uint SetApart = 1u << 30, LongEdges = 1u << 29;

    public LeafHead(uint word) => Word = word;

    /// <param name="lanes">Number of lanes, up to <see cref="MostLanes"/>.</param>
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

    /// <summary>Whether the first edges of chains have 32 bits each.</summary>
    public bool IsLong => (Word & LongEdges) != 0;
}
