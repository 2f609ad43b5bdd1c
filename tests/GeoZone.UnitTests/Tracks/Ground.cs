using Truceline.GeoZone.Tracks.Course;
using Truceline.GeoZone.Zones.Index;
using Drawn = Truceline.GeoZone.UnitTests.Zones.Index.Shapes;

namespace Truceline.GeoZone.UnitTests.Tracks;

/// <summary>Areas on the equator, in metres east and north of the origin, and courses over them.</summary>
internal static class Ground
{
    private const double DegreeM = 111_319.5;

    public static readonly DateTimeOffset Start = new(2018, 10, 15, 6, 0, 0, TimeSpan.Zero);

    public static IndexedZone Area(string key, double westM, double southM, double eastM, double northM) =>
        new(key, Box(westM, southM, eastM, northM), null, DateTimeOffset.MinValue, DateTimeOffset.MaxValue);

    public static ZoneShape Box(double westM, double southM, double eastM, double northM) =>
        new([Drawn.Box(westM / DegreeM, southM / DegreeM, eastM / DegreeM, northM / DegreeM)]);

    public static Fix At(double seconds, double eastM, double northM = 0, double radiusM = 0) =>
        new(Start.AddSeconds(seconds).UtcTicks, northM / DegreeM, eastM / DegreeM, radiusM);

    public static Fence Fence(FenceSettings settings, Schedule? schedule = null, string id = "all", bool isRoute = false) =>
        new(id, settings, schedule ?? Schedule.Always, null, null, "", isRoute);

    public static FenceSet Set(IReadOnlyList<Fence> fences, params IndexedZone[] zones) => new(ZoneSnapshot.Empty.With(zones, 1), fences);

    /// <summary>What the fixes tell in the end, in whatever order they come.</summary>
    public static List<Transition> Tell(FenceSet fences, IEnumerable<Fix> fixes, TimeSpan lateness)
    {
        var engine = new TrackEngine(fences, new(lateness));
        Telling telling = new();
        foreach (var fix in fixes)
        {
            List<TransitionChange> changes = [];
            engine.Accept("tank-1", fix, changes);
            telling.Take(changes);
        }
        return telling.Holds;
    }

    /// <summary>As "Kind area second".</summary>
    public static string[] Words(IEnumerable<Transition> transitions) =>
        [.. transitions.Select(t => FormattableString.Invariant($"{t.Kind} {t.AreaKey} {(t.Ticks - Start.UtcTicks) / TimeSpan.TicksPerSecond}"))];
}

/// <summary>What holds after changes.</summary>
internal sealed class Telling
{
    private readonly List<Transition> _holds = [];

    /// <summary>By time.</summary>
    public List<Transition> Holds =>
        [.. _holds.OrderBy(t => t.Ticks).ThenBy(t => t.FenceId, StringComparer.Ordinal).ThenBy(t => t.AreaKey, StringComparer.Ordinal).ThenBy(t => t.Kind)];

    public void Take(IEnumerable<TransitionChange> changes)
    {
        foreach (var (news, transition) in changes)
        {
            var at = _holds.FindIndex(t => t.Identity == transition.Identity);
            Assert.Equal(news == TransitionNews.Opened, at < 0);
            if (at >= 0)
                _holds.RemoveAt(at);
            if (news != TransitionNews.Cancelled)
                _holds.Add(transition);
        }
    }
}
