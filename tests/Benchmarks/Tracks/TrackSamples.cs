using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.Tracks.Course;

namespace Truceline.Benchmarks.Tracks;

/// <summary>One fix of an object as it arrives.</summary>
internal readonly record struct Arrival(int Object, Fix Fix);

/// <summary>
/// Objects on the move, the same for every contestant: each begins at a point around a zone, half of them within 100 m of an edge, and winds on by a step every 10 s with a radius of 10 m. One fix in twenty arrives up to 40 s
/// late, one in fifty twice. They arrive in random order within each 10 s.
/// </summary>
internal sealed class TrackSamples(int seed, GeoPoint[] starts, double stepM)
{
    private const double RadiusM = 10;
    private static readonly long Start = new DateTimeOffset(2018, 10, 15, 0, 0, 0, TimeSpan.Zero).UtcTicks;

    private readonly Random _random = new(seed);
    private readonly double[] _heading = new double[starts.Length];
    private readonly GeoPoint[] _at = [.. starts];
    private readonly Queue<List<Arrival>> _late = new([[], [], [], []]);
    private int _round;

    /// <summary>What arrives in the next 10 s.</summary>
    public Arrival[] Next()
    {
        var ticks = Start + 10 * TimeSpan.TicksPerSecond * _round++;
        List<Arrival> arriving = _late.Dequeue();
        _late.Enqueue([]);
        var later = _late.ToArray();
        for (var i = 0; i < _at.Length; i++)
        {
            _heading[i] += (_random.NextDouble() - 0.5) * (_round == 1 ? 4 * Math.PI : 0.6);
            var (sin, cos) = Math.SinCos(_heading[i]);
            var latitude = Math.Clamp(_at[i].Latitude + cos * stepM / 111_000, -85, 85);
            _at[i] = new(latitude, GeoPoint.Wrap(_at[i].Longitude + sin * stepM / (111_000 * Math.Cos(latitude * Math.PI / 180))));
            var fix = new Arrival(i, new(ticks + _random.Next((int)TimeSpan.TicksPerSecond), _at[i].Latitude, _at[i].Longitude, RadiusM));
            if (_random.Next(20) == 0)
                later[_random.Next(later.Length)].Add(fix);
            else
                arriving.Add(fix);
            if (_random.Next(50) == 0)
                arriving.Add(fix);
        }
        var all = arriving.ToArray();
        _random.Shuffle(all);
        return all;
    }
}
