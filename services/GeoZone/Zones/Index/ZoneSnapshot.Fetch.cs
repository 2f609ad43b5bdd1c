using System.Runtime.InteropServices;
using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.Zones.Index;

/// <summary>A point about which will be asked, and the radius around it, in metres.</summary>
internal readonly record struct AskedPoint(GeoPoint Point, double RadiusM);

internal sealed partial class ZoneSnapshot
{
    /// <summary>Most points that are fetched at once.</summary>
    public const int MostFetched = 32;

    [ThreadStatic]
    private static (PointHits Hits, List<int> Near)? t_fetched;

    /// <summary>
    /// Fetches from memory what judging some points, or measuring distances from them, will ask for: step by step for all of them, where each would wait for its own. It changes no answer.
    /// </summary>
    /// <param name="asked">The points; at most <see cref="MostFetched"/>.</param>
    /// <param name="holding">Whether the zones that hold a point will be measured even where no edge is within the radius.</param>
    /// <returns>The shapes that were fetched, some more than once; valid until the next call on this thread.</returns>
    public ReadOnlySpan<int> Fetch(ReadOnlySpan<AskedPoint> asked, bool holding) => Fetch(asked, holding, stackalloc int[asked.Length]);

    /// <summary>The same, also telling which of the shapes are whose.</summary>
    /// <param name="asked">The points; at most <see cref="MostFetched"/>.</param>
    /// <param name="holding">Whether the zones that hold a point will be measured even where no edge is within the radius; else those with an edge within it are fetched.</param>
    /// <param name="ends">Takes for each point where its shapes end.</param>
    /// <returns>The shapes; valid until the next call on this thread.</returns>
    public ReadOnlySpan<int> Fetch(ReadOnlySpan<AskedPoint> asked, bool holding, scoped Span<int> ends)
    {
        var (hits, near) = t_fetched ??= (new(), []);
        Span<GeoPoint> points = stackalloc GeoPoint[asked.Length];
        for (var i = 0; i < asked.Length; i++)
            points[i] = asked[i].Point;
        if (holding)
            _index.Find(points, hits);
        else
            _index.Fetch(points);
        near.Clear();
        for (var i = 0; i < asked.Length; i++)
        {
            // Judging looks at the edges of a point's own cell, which was fetched.
            if (asked[i].RadiusM > 0 && !holding)
                _index.AroundEdges(points[i], asked[i].RadiusM, near);
            if (holding)
                near.AddRange(hits.Of(i));
            ends[i] = near.Count;
        }
        var found = CollectionsMarshal.AsSpan(near);
        var shapes = _index.Shapes;
        foreach (var shape in found)
            Memory.Fetch(ref _validity[shape >> 1]);
        foreach (var shape in found)
            shapes[shape]!.Fetch();
        for (var level = 0; level <= EdgeFetch.Levels; level++)
        {
            for (int i = 0, n = 0; i < asked.Length; i++)
            {
                var aspect = (float)Math.Cos(points[i].Latitude * (Math.PI / 180));
                for (; n < ends[i]; n++)
                    EdgeFetch.Fetch(shapes[found[n]]!, points[i], aspect, level);
            }
        }
        return found;
    }
}
