using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.Zones.Index;

/// <summary>
/// The measured edges of a large shape in space, for points deep inside it: groups of up to 16 pieces, each with the sphere around it, and above them spheres around 8. The chord of a geodesic
/// grows with it, so the nearest edge by the chord is the nearest; from the chord and the curvature half way follows the distance, within 0.01 % up to <see cref="FarthestM"/>.
/// </summary>
internal sealed class FarEdges
{
    /// <summary>How far it can be trusted, in metres.</summary>
    public const double FarthestM = 1_500_000;

    /// <summary>From what distance on it is exact enough, in metres.</summary>
    public const double LeastM = 50_000;

    /// <summary>What is nearer is not off by more, in metres.</summary>
    public const double OffM = 50;

    private const double Degree = Math.PI / 180;
    private const double E2 = Wgs84.F * (2 - Wgs84.F);

    // Only a shape so large in both directions has places to which all edges are far, in metres.
    private const double LeastExtentM = 200_000;

    // An edge that is straight in longitude and latitude is about straight in space along so much of it.
    private const double PieceDegrees = 0.1;

    private const int Pieces = 16, Vertices = Pieces + 1;

    // For each group 17 vertices: x, then y, then z, as parts of the sphere's radius from its middle.
    private readonly short[] _vertices;

    // Blocks of 8 spheres: 8 times x of the middle, y, z, the radius. First those of the groups, then those around blocks before; the last block holds all.
    private readonly float[] _spheres;
    private readonly int _count;

    private FarEdges(List<Vector3[]> groups)
    {
        _count = groups.Count;
        _vertices = new short[groups.Count * 3 * Vertices];
        var level = new List<Sphere>(groups.Count);
        for (var g = 0; g < groups.Count; g++)
        {
            var sphere = Sphere.Around(groups[g]);
            level.Add(sphere);
            for (var v = 0; v < Vertices; v++)
            {
                var parts = (groups[g][Math.Min(v, groups[g].Length - 1)] - sphere.Middle) / sphere.RadiusM * short.MaxValue;
                for (var axis = 0; axis < 3; axis++)
                    _vertices[(3 * g + axis) * Vertices + v] = (short)MathF.Round(parts[axis]);
            }
        }
        List<float> blocks = [];
        while (level.Count > 0)
        {
            List<Sphere> next = [];
            for (var i = 0; i < level.Count; i += EdgeGroups.Fan)
            {
                var block = level.GetRange(i, Math.Min(EdgeGroups.Fan, level.Count - i));
                next.Add(Sphere.Around(block));
                while (block.Count < EdgeGroups.Fan)
                    block.Add(new(new(float.PositiveInfinity), 0));
                for (var axis = 0; axis < 3; axis++)
                    blocks.AddRange(block.Select(s => s.Middle[axis]));
                blocks.AddRange(block.Select(s => s.RadiusM));
            }
            level = next.Count == 1 ? [] : next;
        }
        _spheres = [.. blocks];
    }

    /// <summary>Memory that it takes.</summary>
    public long Bytes => 24 + 2L * _vertices.Length + 24 + 4L * _spheres.Length + 40;

    /// <summary>Those of a shape; null when it is too small to need them.</summary>
    public static FarEdges? Of(ZoneShape shape)
    {
        var middle = Math.Cos((shape.South + shape.North) / 2 * Degree);
        if (Math.Min(shape.North - shape.South, (shape.East - shape.West) * middle) * Wgs84.A * Degree < LeastExtentM)
            return null;
        List<Vector3[]> groups = [];
        List<Vector3> chain = [];
        for (var g = 0; g < shape.Groups.Count; g++)
        {
            var (start, count) = (shape.Groups.Start(g) >> 5, shape.Groups.Start(g) & 31);
            chain.Add(Place(shape.X(start), shape.Y(start)));
            for (var e = start; e < start + count; e++)
            {
                var (x, y, dx, dy) = (shape.X(e), shape.Y(e), shape.X(e + 1) - shape.X(e), shape.Y(e + 1) - shape.Y(e));
                var pieces = Math.Max(1, (int)Math.Ceiling(Math.Max(Math.Abs(dx), Math.Abs(dy)) / PieceDegrees));
                for (var i = 1; i <= pieces; i++)
                {
                    chain.Add(Place(x + dx * i / pieces, y + dy * i / pieces));
                    if (chain.Count == Vertices)
                    {
                        groups.Add([.. chain]);
                        chain.RemoveRange(0, Pieces);
                    }
                }
            }
            if (chain.Count > 1)
                groups.Add([.. chain]);
            chain.Clear();
        }
        return groups.Count == 0 ? null : new(groups);
    }

    /// <summary>The distance from a point to the nearest edge in metres; not a number when it is more than <see cref="FarthestM"/>.</summary>
    public double DistanceM(GeoPoint point)
    {
        Span<int> first = stackalloc int[EdgeGroups.MostLevels];
        var levels = EdgeGroups.Levels(_count, first);
        var from = Place(point.Longitude, point.Latitude);
        var best = new Nearest { Squared = float.PositiveInfinity };
        Search(first, levels - 1, first[levels - 1], from, ref best);
        return Along(from, best.Place);
    }

    private void Search(ReadOnlySpan<int> first, int level, int block, Vector3 from, ref Nearest best)
    {
        ref var spheres = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_spheres), 4 * EdgeGroups.Fan * block);
        var dx = Vector256.LoadUnsafe(ref spheres) - Vector256.Create(from.X);
        var dy = Vector256.LoadUnsafe(ref spheres, EdgeGroups.Fan) - Vector256.Create(from.Y);
        var dz = Vector256.LoadUnsafe(ref spheres, 2 * EdgeGroups.Fan) - Vector256.Create(from.Z);
        var outside = Vector256.Max(Vector256.Sqrt(dx * dx + dy * dy + dz * dz) - Vector256.LoadUnsafe(ref spheres, 3 * EdgeGroups.Fan), Vector256<float>.Zero);
        var bounds = outside * outside;
        var open = Vector256.LessThan(bounds, Vector256.Create(best.Squared)).ExtractMostSignificantBits();
        while (open != 0)
        {
            var lane = EdgeDistance.Least(bounds, open);
            open &= ~(1u << lane);
            if (!(bounds[lane] < best.Squared))
                return;
            var sphere = (block - first[level]) * EdgeGroups.Fan + lane;
            if (level > 0)
                Search(first, level - 1, first[level - 1] + sphere, from, ref best);
            else
                Measure(sphere, new(dx[lane], dy[lane], dz[lane]), Unsafe.Add(ref spheres, 3 * EdgeGroups.Fan + lane), from, ref best);
        }
    }

    /// <summary>Measures the pieces of a group, eight at a time.</summary>
    private void Measure(int group, Vector3 middle, float radiusM, Vector3 from, ref Nearest best)
    {
        ref var vertices = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_vertices), 3 * Vertices * group);
        var unit = Vector256.Create(radiusM / short.MaxValue);
        for (var i = 0; i < Pieces; i += 8)
        {
            var (ax, ay, az) = (At(ref vertices, i, middle.X, unit), At(ref vertices, Vertices + i, middle.Y, unit), At(ref vertices, 2 * Vertices + i, middle.Z, unit));
            var dx = At(ref vertices, i + 1, middle.X, unit) - ax;
            var dy = At(ref vertices, Vertices + i + 1, middle.Y, unit) - ay;
            var dz = At(ref vertices, 2 * Vertices + i + 1, middle.Z, unit) - az;
            var length = Vector256.Max(dx * dx + dy * dy + dz * dz, Vector256.Create(1e-3f));
            var part = Vector256.Min(Vector256.Max(-(ax * dx + ay * dy + az * dz) / length, Vector256<float>.Zero), Vector256<float>.One);
            var (x, y, z) = (ax + part * dx, ay + part * dy, az + part * dz);
            var squared = x * x + y * y + z * z;
            for (var open = Vector256.LessThan(squared, Vector256.Create(best.Squared)).ExtractMostSignificantBits(); open != 0; open &= open - 1)
            {
                var lane = BitOperations.TrailingZeroCount(open);
                if (squared[lane] < best.Squared)
                    best = new() { Squared = squared[lane], Place = from + new Vector3(x[lane], y[lane], z[lane]) };
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> At(ref short vertices, int vertex, float middle, Vector256<float> unit)
    {
        var parts = Vector128.LoadUnsafe(ref vertices, (nuint)vertex);
        return Vector256.Create(middle) + unit * Vector256.ConvertToSingle(Vector256.Create(Vector128.WidenLower(parts), Vector128.WidenUpper(parts)));
    }

    /// <summary>Along the ellipsoid from one end of a chord to the other, by its curvature half way in the chord's direction; in metres.</summary>
    private static double Along(Vector3 from, Vector3 to)
    {
        double x = (double)to.X - from.X, y = (double)to.Y - from.Y, z = (double)to.Z - from.Z;
        double middleX = (double)to.X + from.X, middleY = (double)to.Y + from.Y, middleZ = (double)to.Z + from.Z;
        var squared = x * x + y * y + z * z;
        var axis = Math.Max(middleX * middleX + middleY * middleY, 1);
        var east = (y * middleX - x * middleY) * (y * middleX - x * middleY) / (axis * Math.Max(squared, 1));
        var w = 1 - E2 * middleZ * middleZ / (middleZ * middleZ + axis * (1 - E2) * (1 - E2));
        var prime = Wgs84.A / Math.Sqrt(w);
        var meridian = prime * (1 - E2) / w;
        var radius = 1 / (east / prime + (1 - east) / meridian);
        var distanceM = 2 * radius * Math.Asin(Math.Min(1, Math.Sqrt(squared) / (2 * radius)));
        return distanceM <= FarthestM ? distanceM : double.NaN;
    }

    private static Vector3 Place(double longitude, double latitude)
    {
        var (sin, cos) = Math.SinCos(latitude * Degree);
        var (sinX, cosX) = Math.SinCos(longitude * Degree);
        var n = Wgs84.A / Math.Sqrt(1 - E2 * sin * sin);
        return new((float)(n * cos * cosX), (float)(n * cos * sinX), (float)(n * (1 - E2) * sin));
    }

    private struct Nearest
    {
        public float Squared;
        public Vector3 Place;
    }

    private readonly record struct Sphere(Vector3 Middle, float RadiusM)
    {
        // Places are rounded to half a metre.
        private const float RoundingM = 2;

        public static Sphere Around(Vector3[] places)
        {
            var middle = Between(places);
            return new(middle, places.Max(p => Vector3.Distance(p, middle)) * 1.0001f + RoundingM);
        }

        public static Sphere Around(List<Sphere> spheres)
        {
            var middle = Between(spheres.ConvertAll(s => s.Middle));
            return new(middle, spheres.Max(s => Vector3.Distance(s.Middle, middle) + s.RadiusM) * 1.0001f + RoundingM);
        }

        private static Vector3 Between(IReadOnlyCollection<Vector3> places) => (places.Aggregate(Vector3.Min) + places.Aggregate(Vector3.Max)) / 2;
    }
}
