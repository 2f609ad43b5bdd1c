using System.Numerics;

namespace Truceline.GeoZone.Zones.Index;

/// <summary>What is asked of a leaf that is not crowded where its lanes alone do not tell.</summary>
internal readonly unsafe struct LeafView(uint* leaf)
{
    private readonly LeafHead _head = new(leaf[0]);

    private uint Breaks => leaf[1];

    private uint* FirstMember => leaf + LeafHead.Words + _head.Own;

    private uint* FirstPoint => FirstMember + _head.Members;

    /// <summary>How many there are.</summary>
    public int Members => _head.Members;

    /// <summary>A member, as it is kept.</summary>
    public uint Member(int index) => FirstMember[index];

    /// <summary>Those of some lanes beside which a coordinate to the east lies.</summary>
    public ulong Beside(ulong lanes, int px)
    {
        var beside = 0UL;
        for (var open = lanes; open != 0; open &= open - 1)
        {
            var (first, second) = Lane(BitOperations.TrailingZeroCount(open));
            if (LeafTest.IsBeside(first, second, px))
                beside |= open & (0 - open);
        }
        return beside;
    }

    /// <summary>The ends of a lane.</summary>
    public (uint First, uint Second) Lane(int lane) => (FirstPoint[lane], FirstPoint[lane + 1]);

    /// <summary>The edge of a lane, or <see cref="LaneList.Closing"/>.</summary>
    public int Edge(int lane)
    {
        var before = Breaks & ((1u << lane) - 1);
        var chain = BitOperations.PopCount(before);
        var chains = FirstPoint + _head.Lanes + 1;
        var first = _head.IsLong ? (int)chains[chain] : ((ushort*)chains)[chain];
        return first == (_head.IsLong ? LaneList.Closing : LeafHead.ClosingEdge) ? LaneList.Closing : first + lane - (32 - BitOperations.LeadingZeroCount(before));
    }

    /// <summary>Writes out the edges of some lanes.</summary>
    /// <param name="lanes">A bit for each.</param>
    /// <param name="into">Room for as many.</param>
    public void CopyEdges(ulong lanes, Span<int> into)
    {
        for (var i = 0; lanes != 0; lanes &= lanes - 1)
            into[i++] = Edge(BitOperations.TrailingZeroCount(lanes));
    }
}
