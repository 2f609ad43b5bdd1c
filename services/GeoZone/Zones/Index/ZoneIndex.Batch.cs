using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.Zones.Index;

/// <summary>Answers for many points: for each, where its answers end; and all answers one after the other. To be used again.</summary>
internal sealed class PointHits
{
    private int[] _ends = [];
    private int[] _shapes = [];

    /// <summary>Number of points.</summary>
    public int Points { get; private set; }

    /// <summary>The numbers of the shapes that hold a point.</summary>
    public ReadOnlySpan<int> Of(int point)
    {
        var start = point == 0 ? 0 : _ends[point - 1];
        return _shapes.AsSpan(start, _ends[point] - start);
    }

    internal int[] Ends => _ends;

    internal int[] Shapes => _shapes;

    internal void Begin(int points)
    {
        Points = points;
        if (_ends.Length < points)
            _ends = new int[points];
    }

    internal void Room(int used, int more)
    {
        if (_shapes.Length < used + more)
            Array.Resize(ref _shapes, Math.Max(2 * _shapes.Length, used + more));
    }
}

internal sealed unsafe partial class ZoneIndex
{
    private const int AtOnce = 64;

    /// <summary>
    /// The same for many points. They go down the cells side by side, so that the memory that one waits for is fetched while others are at work.
    /// </summary>
    public void Find(ReadOnlySpan<GeoPoint> points, PointHits hits)
    {
        hits.Begin(points.Length);
        var used = 0;
        for (var start = 0; start < points.Length; start += AtOnce)
        {
            hits.Room(used, AtOnce * MostHits);
            used = FindSome(points.Slice(start, Math.Min(AtOnce, points.Length - start)), hits.Ends.AsSpan(start), hits.Shapes, used);
        }
        GC.KeepAlive(this);
    }

    /// <summary>Most points that are fetched at once.</summary>
    public const int MostFetched = AtOnce;

    /// <summary>Fetches the cells of up to <see cref="MostFetched"/> points that will be asked for next.</summary>
    [SkipLocalsInit]
    public void Fetch(ReadOnlySpan<GeoPoint> points)
    {
        var xs = stackalloc long[AtOnce];
        var ys = stackalloc long[AtOnce];
        var words = stackalloc uint*[AtOnce];
        var references = stackalloc uint[AtOnce];
        var bits = stackalloc int[AtOnce];
        Descend(points, xs, ys, words, references, bits);
        GC.KeepAlive(this);
    }

    [SkipLocalsInit]
    private int FindSome(ReadOnlySpan<GeoPoint> points, Span<int> ends, int[] into, int used)
    {
        var count = points.Length;
        var xs = stackalloc long[AtOnce];
        var ys = stackalloc long[AtOnce];
        var words = stackalloc uint*[AtOnce];
        var references = stackalloc uint[AtOnce];
        var bits = stackalloc int[AtOnce];
        Descend(points, xs, ys, words, references, bits);
        fixed (int* hits = into)
        {
            for (var i = 0; i < count; i++)
            {
                var (longitude, latitude) = (points[i].Longitude, points[i].Latitude);
                if (Math.Abs(longitude) == 180)
                    used += FindAtSeam(latitude, into.AsSpan(used));
                else if (words[i] != null)
                    used += Answer(words[i], references[i], bits[i], xs[i], ys[i], longitude, latitude, hits + used);
                ends[i] = used;
            }
        }
        return used;
    }

    [SkipLocalsInit]
    private void Descend(ReadOnlySpan<GeoPoint> points, long* xs, long* ys, uint** words, uint* references, int* bits)
    {
        var count = points.Length;
        var waiting = stackalloc int[AtOnce];
        for (var i = 0; i < count; i++)
        {
            (xs[i], ys[i]) = (CellGrid.X(points[i].Longitude), CellGrid.Y(points[i].Latitude));
            Prefetch(_entries + Top(xs[i], ys[i]));
        }
        var left = 0;
        for (var i = 0; i < count; i++)
        {
            var entry = _entries[Top(xs[i], ys[i])];
            words[i] = (uint*)(entry & ~63UL);
            references[i] = ((uint)entry & 3) | (uint)(entry & 4) << 4;
            bits[i] = CellGrid.TopBits;
            waiting[left] = i;
            left += RefKind.IsNode(references[i]) ? 1 : 0;
            FetchTarget(words[i], references[i], xs[i], ys[i], bits[i]);
        }
        while (left > 0)
        {
            var still = 0;
            for (var w = 0; w < left; w++)
            {
                var i = waiting[w];
                var node = references[i];
                bits[i] -= RefKind.Step(node & 3);
                var reference = words[i][(node >> 2) + Child(xs[i], ys[i], bits[i], node & 3)];
                references[i] = reference;
                waiting[still] = i;
                still += RefKind.IsNode(reference) ? 1 : 0;
                FetchTarget(words[i], reference, xs[i], ys[i], bits[i]);
            }
            left = still;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Answer(uint* words, uint reference, int bits, long x, long y, double longitude, double latitude, int* hits) =>
        (reference & 3) == RefKind.Set
            ? CopySet(words, reference >> 2, hits, 0)
            : TestLeaf(words, reference >> 2, bits, x, y, longitude, latitude, hits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FetchTarget(uint* words, uint reference, long x, long y, int bits)
    {
        var at = words + (reference >> 2);
        var kind = reference & 3;
        if (kind == RefKind.WideNode)
            at += Child(x, y, bits - RefKind.Step(kind), kind);
        Prefetch(at);
        if (kind != RefKind.Leaf)
            return;
        Prefetch(at + 16);
        Prefetch(at + 32);
        Prefetch(at + 48);
        Prefetch(at + 64);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch(void* address)
    {
        if (Sse.IsSupported)
            Sse.Prefetch0(address);
    }
}
