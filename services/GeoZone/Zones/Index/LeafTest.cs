using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Truceline.GeoZone.Zones.Index;

/// <summary>Which lanes of a leaf a ray to the north meets, and of which the point is too near to tell.</summary>
internal static unsafe class LeafTest
{
    // Rounding moves a lane and a point by less than this, in units of the cell, together.
    private const float Close = 2.25f;
    private const int Beyond = 3;

    /// <summary>A bit for each lane: met by the ray; close to the straight line that goes on beyond its ends. Of lanes between two chains, and after the last, anything may be told.</summary>
    /// <param name="points">The points; lane i leads from point i to the next. Behind the last may be read as much as a vector has.</param>
    /// <param name="count">Number of lanes.</param>
    /// <param name="px">The point's coordinate to the east, in the cell's units.</param>
    /// <param name="py">Its coordinate to the north.</param>
    /// <param name="close">The lanes of whose lines it is close. Those among them are too near to tell whose <see cref="IsBeside"/> is true.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Crossings(uint* points, int count, int px, int py, out ulong close)
    {
        if (Vector512.IsHardwareAccelerated)
            return By512(points, count, px, py, out close);
        return Vector256.IsHardwareAccelerated ? By256(points, count, px, py, out close) : ByOne(points, count, px, py, out close);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong By512(uint* points, int count, int px, int py, out ulong close)
    {
        var (x, y) = (Vector512.Create(px), Vector512.Create(py));
        ulong met = 0;
        close = 0;
        for (var i = 0; i < count; i += 16)
        {
            var a = Vector512.Load(points + i);
            var b = Vector512.Load(points + i + 1);
            var x1 = (a & Vector512.Create(0xFFFFu)).AsInt32();
            var x2 = (b & Vector512.Create(0xFFFFu)).AsInt32();
            var y1 = (a >>> 16).AsInt32();
            var dx = Vector512.ConvertToSingle(x2 - x1);
            var dy = Vector512.ConvertToSingle((b >>> 16).AsInt32() - y1);
            var cross = dx * Vector512.ConvertToSingle(y1 - y) + Vector512.ConvertToSingle(x - x1) * dy;
            var first = Vector512.LessThanOrEqual(x1, x).ExtractMostSignificantBits();
            var second = Vector512.LessThanOrEqual(x2, x).ExtractMostSignificantBits();
            var left = Vector512.GreaterThan(cross, Vector512<float>.Zero).ExtractMostSignificantBits();
            // A lane that leads to the east has the points below it on its right, one that leads to the west on its left.
            met |= ((first ^ second) & ~(left ^ first)) << i;
            close |= Vector512.LessThanOrEqual(Vector512.Abs(cross), (Vector512.Abs(dx) + Vector512.Abs(dy)) * Close).ExtractMostSignificantBits() << i;
        }
        return met;
    }

    internal static ulong By256(uint* points, int count, int px, int py, out ulong close)
    {
        var (x, y) = (Vector256.Create(px), Vector256.Create(py));
        ulong met = 0;
        close = 0;
        for (var i = 0; i < count; i += 8)
        {
            var a = Vector256.Load(points + i);
            var b = Vector256.Load(points + i + 1);
            var x1 = (a & Vector256.Create(0xFFFFu)).AsInt32();
            var x2 = (b & Vector256.Create(0xFFFFu)).AsInt32();
            var y1 = (a >>> 16).AsInt32();
            var dx = Vector256.ConvertToSingle(x2 - x1);
            var dy = Vector256.ConvertToSingle((b >>> 16).AsInt32() - y1);
            var cross = dx * Vector256.ConvertToSingle(y1 - y) + Vector256.ConvertToSingle(x - x1) * dy;
            var first = Vector256.LessThanOrEqual(x1, x).ExtractMostSignificantBits();
            var second = Vector256.LessThanOrEqual(x2, x).ExtractMostSignificantBits();
            var left = Vector256.GreaterThan(cross, Vector256<float>.Zero).ExtractMostSignificantBits();
            // A lane that leads to the east has the points below it on its right, one that leads to the west on its left.
            met |= (ulong)((first ^ second) & ~(left ^ first)) << i;
            close |= (ulong)Vector256.LessThanOrEqual(Vector256.Abs(cross), (Vector256.Abs(dx) + Vector256.Abs(dy)) * Close).ExtractMostSignificantBits() << i;
        }
        return met;
    }

    internal static ulong ByOne(uint* points, int count, int px, int py, out ulong close)
    {
        ulong met = 0;
        close = 0;
        for (var i = 0; i < count; i++)
        {
            int x1 = (int)(points[i] & 0xFFFF), y1 = (int)(points[i] >> 16), x2 = (int)(points[i + 1] & 0xFFFF);
            float dx = x2 - x1, dy = (int)(points[i + 1] >> 16) - y1;
            var cross = dx * (y1 - py) + (px - x1) * dy;
            if (x1 <= px != x2 <= px && cross > 0 == x1 <= px)
                met |= 1UL << i;
            if (Math.Abs(cross) <= (Math.Abs(dx) + Math.Abs(dy)) * Close)
                close |= 1UL << i;
        }
        return met;
    }

    /// <summary>Whether a coordinate lies between both ends of a lane, or not farther beyond them than rounding may have moved them.</summary>
    public static bool IsBeside(uint first, uint second, int px)
    {
        var (a, b) = ((int)(first & 0xFFFF), (int)(second & 0xFFFF));
        return Math.Min(a, b) <= px + Beyond && Math.Max(a, b) >= px - Beyond;
    }

    /// <summary>Whether a coordinate lies between both ends of a lane whichever way both were rounded.</summary>
    public static bool IsBetweenEnds(uint first, uint second, int px)
    {
        var (a, b) = ((int)(first & 0xFFFF), (int)(second & 0xFFFF));
        return px - Math.Min(a, b) > Beyond && Math.Max(a, b) - px > Beyond;
    }

    /// <summary>The lanes from <paramref name="start"/> to <paramref name="last"/> are met.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Between(int start, int last) => (ulong.MaxValue >> (63 - last)) & (ulong.MaxValue << start);

    /// <summary>Whether an odd number of lanes is met.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsOdd(ulong mask) => (BitOperations.PopCount(mask) & 1) != 0;
}
