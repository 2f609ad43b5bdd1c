namespace Truceline.GeoZone.Tracks.Course;

/// <summary>A time of day on some days of the week.</summary>
/// <param name="Days">The days on which it begins, a bit each, Sunday the lowest; 0 stands for all.</param>
/// <param name="FromMinute">Minute of the day at which it begins, in [0, 1440).</param>
/// <param name="Minutes">How long it lasts, in (0, 1440]; it may last into the next day.</param>
internal sealed record ScheduleWindow(int Days, int FromMinute, int Minutes);

/// <summary>When a fence is in force: from an instant to another, and within it at times of the week. Pure.</summary>
/// <param name="FromTicks">The instant from which it is, in ticks of UTC.</param>
/// <param name="ToTicks">The instant from which it no longer is.</param>
/// <param name="Windows">The times of the week; always when there are none.</param>
/// <param name="OffsetMinutes">How far their clock is ahead of UTC, in minutes.</param>
internal sealed record Schedule(long FromTicks, long ToTicks, IReadOnlyList<ScheduleWindow> Windows, int OffsetMinutes)
{
    /// <summary>Without end.</summary>
    public static Schedule Always { get; } = new(long.MinValue, long.MaxValue, [], 0);

    /// <summary>Whether it is in force at an instant.</summary>
    public bool IsOpen(long ticks)
    {
        if (ticks < FromTicks || ticks >= ToTicks)
            return false;
        if (Windows.Count == 0)
            return true;
        var (day, minute) = Clock(ticks);
        return Windows.Any(w => Holds(w, day, minute));
    }

    /// <summary>The next instant after the given one at which it may change; <see cref="long.MaxValue"/> when there is none.</summary>
    public long NextChange(long ticks)
    {
        if (ticks < FromTicks)
            return FromTicks;
        if (ticks >= ToTicks)
            return long.MaxValue;
        if (Windows.Count == 0)
            return ToTicks;
        var (_, minute) = Clock(ticks);
        var dayStart = Floor(ticks + OffsetMinutes * TimeSpan.TicksPerMinute, TimeSpan.TicksPerDay) - OffsetMinutes * TimeSpan.TicksPerMinute;
        var next = ToTicks;
        foreach (var window in Windows)
        {
            foreach (var edge in new[] { window.FromMinute, (window.FromMinute + window.Minutes) % 1440 })
            {
                var at = dayStart + (edge > minute || dayStart + edge * TimeSpan.TicksPerMinute > ticks ? edge : edge + 1440) * TimeSpan.TicksPerMinute;
                next = Math.Min(next, at);
            }
        }
        return next;
    }

    public bool Equals(Schedule? other) => other is not null && FromTicks == other.FromTicks && ToTicks == other.ToTicks && OffsetMinutes == other.OffsetMinutes
        && Windows.SequenceEqual(other.Windows);

    public override int GetHashCode() => HashCode.Combine(FromTicks, ToTicks, Windows.Count, OffsetMinutes);

    private static bool Holds(ScheduleWindow window, int day, double minute)
    {
        var (sinceToday, sinceYesterday) = (minute - window.FromMinute, minute + 1440 - window.FromMinute);
        return IsOn(window, day) && sinceToday >= 0 && sinceToday < window.Minutes || IsOn(window, (day + 6) % 7) && sinceYesterday < window.Minutes;
    }

    private static bool IsOn(ScheduleWindow window, int day) => window.Days == 0 || (window.Days >> day & 1) != 0;

    private (int Day, double Minute) Clock(long ticks)
    {
        var local = ticks + OffsetMinutes * TimeSpan.TicksPerMinute;
        var days = Floor(local, TimeSpan.TicksPerDay);
        // 0001-01-01 was a Monday.
        return ((int)((days / TimeSpan.TicksPerDay + 1) % 7), (local - days) / (double)TimeSpan.TicksPerMinute);
    }

    private static long Floor(long value, long step) => value - value % step;
}
