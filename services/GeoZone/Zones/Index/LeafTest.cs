using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Truceline.GeoZone.Zones.Index;

/// <summary>Which lanes of a leaf a ray to the north meets, and to which the point is too near to tell.</summary>
internal static unsafe class LeafTest
{
    // Rounding moves a lane and a point by less than this, in units of the cell, together.
    private const float Near = 2.25f;
    private const int Beyond = 3;

    /// <summary>A bit for each lane: met by the ray; too near.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Crossings(uint* first, uint* second, int count, int px, int py, out ulong near)
    {
        if (Vector512.IsHardwareAccelerated)
            return By512(first, second, count, px, py, out near);
        return Vector256.IsHardwareAccelerated ? By256(first, second, count, px, py, out near) : ByOne(first, second, count, px, py, out near);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong By512(uint* first, uint* second, int count, int px, int py, out ulong near)
    {
        var (x, y) = (Vector512.Create(px), Vector512.Create(py));
        ulong met = 0, close = 0;
        for (var i = 0; i < count; i += 16)
        {
            var a = Vector512.Load(first + i);
            var b = Vector512.Load(second + i);
            var x1 = (a & Vector512.Create(0xFFFFu)).AsInt32();
            var y1 = (a >>> 16).AsInt32();
            var x2 = (b & Vector512.Create(0xFFFFu)).AsInt32();
            var dx = Vector512.ConvertToSingle(x2 - x1);
            var dy = Vector512.ConvertToSingle((b >>> 16).AsInt32() - y1);
            var cross = dx * Vector512.ConvertToSingle(y1 - y) + Vector512.ConvertToSingle(x - x1) * dy;
            var inside = Vector512.LessThanOrEqual(x1, x) & Vector512.GreaterThan(x2, x) & Vector512.GreaterThan(cross, Vector512<float>.Zero).AsInt32();
            var unsure = Vector512.LessThanOrEqual(Vector512.Abs(cross), (dx + Vector512.Abs(dy)) * Near).AsInt32()
                & Vector512.LessThanOrEqual(x1, x + Vector512.Create(Beyond)) & Vector512.GreaterThanOrEqual(x2, x - Vector512.Create(Beyond));
            met |= inside.ExtractMostSignificantBits() << i;
            close |= unsure.ExtractMostSignificantBits() << i;
        }
        var used = ulong.MaxValue >> (64 - count);
        near = close & used;
        return met & used;
    }

    internal static ulong By256(uint* first, uint* second, int count, int px, int py, out ulong near)
    {
        var (x, y) = (Vector256.Create(px), Vector256.Create(py));
        ulong met = 0, close = 0;
        for (var i = 0; i < count; i += 8)
        {
            var a = Vector256.Load(first + i);
            var b = Vector256.Load(second + i);
            var x1 = (a & Vector256.Create(0xFFFFu)).AsInt32();
            var y1 = (a >>> 16).AsInt32();
            var x2 = (b & Vector256.Create(0xFFFFu)).AsInt32();
            var dx = Vector256.ConvertToSingle(x2 - x1);
            var dy = Vector256.ConvertToSingle((b >>> 16).AsInt32() - y1);
            var cross = dx * Vector256.ConvertToSingle(y1 - y) + Vector256.ConvertToSingle(x - x1) * dy;
            var inside = Vector256.LessThanOrEqual(x1, x) & Vector256.GreaterThan(x2, x) & Vector256.GreaterThan(cross, Vector256<float>.Zero).AsInt32();
            var unsure = Vector256.LessThanOrEqual(Vector256.Abs(cross), (dx + Vector256.Abs(dy)) * Near).AsInt32()
                & Vector256.LessThanOrEqual(x1, x + Vector256.Create(Beyond)) & Vector256.GreaterThanOrEqual(x2, x - Vector256.Create(Beyond));
            met |= (ulong)inside.ExtractMostSignificantBits() << i;
            close |= (ulong)unsure.ExtractMostSignificantBits() << i;
        }
        var used = ulong.MaxValue >> (64 - count);
        near = close & used;
        return met & used;
    }

    internal static ulong ByOne(uint* first, uint* second, int count, int px, int py, out ulong near)
    {
        ulong met = 0;
        near = 0;
        for (var i = 0; i < count; i++)
        {
            int x1 = (int)(first[i] & 0xFFFF), y1 = (int)(first[i] >> 16), x2 = (int)(second[i] & 0xFFFF);
            float dx = x2 - x1, dy = (int)(second[i] >> 16) - y1;
            var cross = dx * (y1 - py) + (px - x1) * dy;
            if (x1 <= px && px < x2 && cross > 0)
                met |= 1UL << i;
            if (Math.Abs(cross) <= (dx + Math.Abs(dy)) * Near && x1 <= px + Beyond && x2 >= px - Beyond)
                near |= 1UL << i;
        }
        return met;
    }

    /// <summary>Whether a coordinate lies between both ends of a lane whichever way both were rounded.</summary>
    public static bool IsBetweenEnds(uint first, uint second, int px) => px - (int)(first & 0xFFFF) > Beyond && (int)(second & 0xFFFF) - px > Beyond;

    /// <summary>The lanes from from <paramref name="start"/> to <paramref name="last"/> are met.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Between(int start, int last) => (ulong.MaxValue >> (63 - last)) & (ulong.MaxValue << start);

    /// <summary>Whether an odd number of lanes is met.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsOdd(ulong mask) => (BitOperations.PopCount(mask) & 1) != 0;
}
