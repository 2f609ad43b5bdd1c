using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.Zones.Index;

/// <summary>Fetches from memory what a search for the nearest edge will probably need: of many shapes at once, where each search would wait for its own.</summary>
internal static class EdgeFetch
{
    /// <summary>Levels of boxes that are gone down.</summary>
    public const int Levels = 2;

    /// <summary>Goes down so many levels that were fetched before, to the nearest box each time, and fetches what comes next.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="point">From where distances will be asked.</param>
    /// <param name="aspect">A degree of longitude there, in degrees of latitude.</param>
    /// <param name="level">How many levels, 0 to <see cref="Levels"/>.</param>
    public static void Fetch(ZoneShape shape, GeoPoint point, float aspect, int level)
    {
        ref readonly var groups = ref shape.Groups;
        Span<int> first = stackalloc int[EdgeGroups.MostLevels];
        var levels = groups.Levels(first);
        if (levels == 0 || level > levels)
            return;
        var (block, lane) = (first[levels - 1], 0);
        for (var i = 0; i < level; i++)
        {
            lane = Nearest(groups.Block(block), (float)point.Longitude, (float)point.Latitude, aspect);
            var box = (block - first[levels - 1 - i]) * EdgeGroups.Fan + lane;
            if (i == levels - 1)
            {
                FetchEdges(shape, groups.Start(Math.Min(box, groups.Count - 1)));
                return;
            }
            block = first[levels - 2 - i] + box;
        }
        groups.Fetch(block, level == levels - 1 ? (block - first[0]) * EdgeGroups.Fan : groups.Count);
    }

    private static void FetchEdges(ZoneShape shape, int group)
    {
        var (start, bytes) = (group >> 5, ((group & 31) + 1) * sizeof(double) + Memory.Line);
        ref var all = ref MemoryMarshal.GetReference(shape.Coordinates);
        Memory.Fetch(ref Unsafe.Add(ref all, start), bytes);
        Memory.Fetch(ref Unsafe.Add(ref all, shape.Count + start), bytes);
    }

    private static int Nearest(in EdgeBoxes boxes, float x, float y, float aspect)
    {
        var (px, py) = (Vector256.Create(x), Vector256.Create(y));
        var dx = Vector256.Max(Vector256.Max(boxes.West - px, px - boxes.East), Vector256<float>.Zero) * aspect;
        var dy = Vector256.Max(Vector256.Max(boxes.South - py, py - boxes.North), Vector256<float>.Zero);
        return EdgeDistance.Least(dx * dx + dy * dy, 0xFF);
    }
}
