using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Truceline.GeoZone.Zones.Index;

/// <summary>
/// Answers exactly which shapes hold a point: an immutable snapshot, safe for concurrent use. A point on an edge belongs to the shape; longitudes -180 and +180 are one meridian.
/// A snapshot that differs in few shapes shares all cells of the top grid into which none of them reaches.
/// </summary>
internal sealed unsafe partial class ZoneIndex
{
    private readonly ZoneShape?[] _shapes;
    private readonly Block?[] _blocks;
    private readonly ulong[] _top;
    private readonly ulong* _entries;

    private ZoneIndex(ZoneShape?[] shapes, Block?[] blocks)
    {
        (_shapes, _blocks) = (shapes, blocks);
        _top = GC.AllocateArray<ulong>(blocks.Length, pinned: true);
        _entries = (ulong*)Marshal.UnsafeAddrOfPinnedArrayElement(_top, 0);
        for (var i = 0; i < blocks.Length; i++)
        {
            _top[i] = blocks[i]?.Entry ?? 0;
            MostHits = Math.Max(MostHits, 2 * (blocks[i]?.Largest ?? 0));
        }
        // Some are written at a time.
        if (MostHits > 0)
            MostHits += LeafHead.MostOwn;
    }

    /// <summary>Shapes by number; null where one was taken out.</summary>
    public ReadOnlySpan<ZoneShape?> Shapes => _shapes;

    /// <summary>No point belongs to more shapes: room for so many answers is always enough.</summary>
    public int MostHits { get; }

    /// <summary>Memory of the index without the vertices and with them, in bytes.</summary>
    public (long Cells, long Shapes) Bytes => (_blocks.Sum(b => b?.Bytes ?? 0) + 16L * _blocks.Length, _shapes.Sum(s => 8 + (s?.Bytes ?? 0)));

    /// <summary>The numbers of the shapes that hold a point, in no order.</summary>
    /// <param name="longitude">Degrees in [-180, 180].</param>
    /// <param name="latitude">Degrees in [-90, 90].</param>
    /// <param name="hits">Room for <see cref="MostHits"/> numbers.</param>
    /// <returns>How many there are.</returns>
    public int Find(double longitude, double latitude, Span<int> hits)
    {
        if (hits.Length < MostHits)
            throw new ArgumentException("There must be room for all answers.", nameof(hits));
        if (Math.Abs(longitude) == 180)
            return FindAtSeam(latitude, hits);
        fixed (int* into = hits)
        {
            var count = FindOne(longitude, latitude, into);
            GC.KeepAlive(this);
            return count;
        }
    }

    private int FindAtSeam(double latitude, Span<int> hits)
    {
        fixed (int* into = hits)
        {
            var west = FindOne(-180, latitude, into);
            var all = west + FindOne(180, latitude, into + west);
            GC.KeepAlive(this);
            hits[..all].Sort();
            var count = 0;
            for (var i = 0; i < all; i++)
            {
                if (count == 0 || hits[i] != hits[count - 1])
                    hits[count++] = hits[i];
            }
            return count;
        }
    }

    private int FindOne(double longitude, double latitude, int* hits)
    {
        var (x, y) = (CellGrid.X(longitude), CellGrid.Y(latitude));
        var entry = _entries[Top(x, y)];
        if (entry == 0)
            return 0;
        var words = (uint*)(entry & ~63UL);
        var kind = (uint)entry & 3;
        var offset = (uint)(entry & 4) << 2;
        var bits = CellGrid.TopBits;
        while (RefKind.IsNode(kind))
        {
            bits -= RefKind.Step(kind);
            var reference = words[offset + Child(x, y, bits, kind)];
            (kind, offset) = (reference & 3, reference >> 2);
        }
        if (kind == RefKind.Set)
            return CopySet(words, offset, hits, 0);
        // Its lines are fetched side by side, before the first tells which are needed.
        Prefetch(words + offset + 16);
        Prefetch(words + offset + 32);
        return TestLeaf(words, offset, bits, x, y, longitude, latitude, hits);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Top(long x, long y) => (int)((y >> CellGrid.TopBits) << 8 | x >> CellGrid.TopBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Child(long x, long y, int bits, uint kind)
    {
        var mask = (1 << RefKind.Step(kind)) - 1;
        return (uint)((int)(y >> bits) & mask) << RefKind.Step(kind) | (uint)((int)(x >> bits) & mask);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int CopySet(uint* words, uint offset, int* hits, int at)
    {
        if (offset == 0)
            return at;
        var count = words[offset];
        for (uint i = 1; i <= count; i++)
            hits[at++] = (int)words[offset + i];
        return at;
    }

    /// <summary>Copies up to <see cref="LeafHead.MostOwn"/> words, and some behind them: there is room for them and for what follows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Copy(uint* from, int count, int* to)
    {
        Vector256.Store(Vector256.Load((int*)from), to);
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int TestLeaf(uint* words, uint offset, int bits, long x, long y, double longitude, double latitude, int* hits)
    {
        var leaf = words + offset;
        var head = new LeafHead(leaf[0]);
        if (head.IsCrowded)
            return TestCrowded(words, offset, bits, x, y, longitude, latitude, hits);
        int lanes = head.Lanes, members = head.Members, own = head.Own;
        var covering = leaf + LeafHead.Words;
        var at = head.IsSetApart ? CopySet(words, *covering, hits, 0) : Copy(covering, own, hits);
        var member = covering + own;
        var met = LeafTest.Crossings(member + members, lanes, CellGrid.Within(x, bits), CellGrid.Within(y, bits), out var close);
        var edges = ~leaf[1];
        if ((close & edges) != 0)
            return Decide(leaf, at, met, close & edges, bits, x, y, longitude, latitude, hits);
        met &= edges;
        var start = 0;
        for (var i = 0; i < members; i++)
        {
            var last = (int)(member[i] >> 24) & 63;
            hits[at] = (int)(member[i] & 0xFFFFFF);
            at += LeafTest.IsOdd(met & LeafTest.Between(start, last)) ? 1 : 0;
            start = last + 1;
        }
        return at;
    }

    private int TestCrowded(uint* words, uint offset, int bits, long x, long y, double longitude, double latitude, int* hits)
    {
        var at = CopySet(words, words[offset + 1], hits, 0);
        var members = words[offset] & ~LeafHead.Crowded;
        var member = words + offset + 2;
        for (var i = 0; i < members; i++)
        {
            var shape = (int)(member[0] & 0xFFFFFF);
            if (IsInside(shape, new((int*)member + 2, (int)member[1]), member[0] >> 31 != 0, bits, x, y, longitude, latitude))
                hits[at++] = shape;
            member += 2 + member[1];
        }
        return at;
    }

    /// <summary>The same for a point that may be too near to some lanes.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Decide(uint* leaf, int at, ulong met, ulong close, int bits, long x, long y, double longitude, double latitude, int* hits)
    {
        var view = new LeafView(leaf);
        var (near, edges) = (view.Beside(close, CellGrid.Within(x, bits)), (ulong)~leaf[1]);
        var start = 0;
        for (var i = 0; i < view.Members; i++)
        {
            var member = view.Member(i);
            var last = (int)(member >> 24) & 63;
            var own = LeafTest.Between(start, last) & edges;
            hits[at] = (int)(member & 0xFFFFFF);
            at += (near & own) == 0 ? LeafTest.IsOdd(met & own) ? 1 : 0 : IsInside(view, member, own, met, near, bits, x, y, longitude, latitude) ? 1 : 0;
            start = last + 1;
        }
        return at;
    }

    /// <summary>
    /// For a point near lanes of a member. Where it stands safely between the ends of each, only the side is to be told, which the edge itself does; else all is told from the cell's corner.
    /// </summary>
    private bool IsInside(in LeafView view, uint member, ulong own, ulong met, ulong near, int bits, long x, long y, double longitude, double latitude)
    {
        var shape = (int)(member & 0xFFFFFF);
        var asked = _shapes[shape]!;
        var px = CellGrid.Within(x, bits);
        for (var open = near & own; open != 0; open &= open - 1)
        {
            var lane = BitOperations.TrailingZeroCount(open);
            var (first, second) = view.Lane(lane);
            if (!LeafTest.IsBetweenEnds(first, second, px))
            {
                Span<int> all = stackalloc int[64];
                all = all[..BitOperations.PopCount(own)];
                view.CopyEdges(own, all);
                return IsInside(shape, all, member >> 31 != 0, bits, x, y, longitude, latitude);
            }
            var side = asked.SideBelow(view.Edge(lane), longitude, latitude);
            if (side == 0)
                return true;
            met = side > 0 ? met | 1UL << lane : met & ~(1UL << lane);
        }
        return LeafTest.IsOdd(met & own);
    }

    /// <summary>Exactly, from the cell's corner, over the edges in its box.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool IsInside(int shape, ReadOnlySpan<int> edges, bool corner, int bits, long x, long y, double longitude, double latitude)
    {
        var (cornerX, cornerY) = (CellGrid.Longitude(x >> bits << bits), CellGrid.Latitude(((y >> bits) + 1) << bits));
        var asked = _shapes[shape]!;
        return asked.IsOnEdge(edges, longitude, latitude) || asked.IsOdd(edges, longitude, latitude, cornerX, cornerY) != corner;
    }
}
