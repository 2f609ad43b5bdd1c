using System.Numerics;
using System.Runtime.Intrinsics;

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

    /// <summary>How far lanes are from a point of the cell, in a plane.</summary>
    /// <param name="px">The point's coordinate to the east, in the cell's units.</param>
    /// <param name="py">Its coordinate to the north.</param>
    /// <param name="unitX">A unit to the east, in metres.</param>
    /// <param name="unitY">A unit to the north, in metres.</param>
    /// <param name="into">Room for <see cref="LeafHead.MostLanes"/>.</param>
    /// <returns>A bit for each lane that stands for an edge; the others' distances say nothing.</returns>
    public uint Distances(int px, int py, float unitX, float unitY, float* into)
    {
        var points = FirstPoint;
        var (x, y) = (Vector256.Create(px), Vector256.Create(py));
        uint closing = 0;
        for (var i = 0; i < _head.Lanes; i += 8)
        {
            var a = Vector256.Load(points + i);
            var b = Vector256.Load(points + i + 1);
            closing |= Vector256.GreaterThanOrEqual(a, Vector256.Create(LaneList.Above)).ExtractMostSignificantBits() << i;
            var ax = Vector256.ConvertToSingle((a & Vector256.Create(0xFFFFu)).AsInt32() - x) * unitX;
            var ay = Vector256.ConvertToSingle((a >>> 16).AsInt32() - y) * unitY;
            var dx = Vector256.ConvertToSingle((b & Vector256.Create(0xFFFFu)).AsInt32() - x) * unitX - ax;
            var dy = Vector256.ConvertToSingle((b >>> 16).AsInt32() - y) * unitY - ay;
            var length = Vector256.Max(dx * dx + dy * dy, Vector256.Create(1e-6f));
            var part = Vector256.Min(Vector256.Max(-(ax * dx + ay * dy) / length, Vector256<float>.Zero), Vector256<float>.One);
            var (footX, footY) = (ax + part * dx, ay + part * dy);
            Vector256.Sqrt(footX * footX + footY * footY).Store(into + i);
        }
        return ~(Breaks | closing);
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
