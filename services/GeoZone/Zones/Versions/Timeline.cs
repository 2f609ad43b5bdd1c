namespace Truceline.GeoZone.Zones.Versions;

/// <summary>
/// What is known of one thing: eras that do not overlap, in the order of valid time, neighbours that say the same made one. Pure.
/// </summary>
internal static class Timeline
{
    /// <summary>What is known after something was said of an interval of valid time; of other days it stays.</summary>
    /// <param name="known">What was known before.</param>
    /// <param name="days">The interval.</param>
    /// <param name="body">What is said of it; null when it was not there then.</param>
    public static IReadOnlyList<Era> Put(IEnumerable<Era> known, DayRange days, VersionBody? body)
    {
        var eras = new List<Era>();
        foreach (var era in known)
        {
            if (era.Days.First < days.First)
                eras.Add(era with { Days = new(era.Days.First, Earlier(era.Days.Last, days.First.AddDays(-1))) });
            if (era.Days.Last > days.Last)
                eras.Add(era with { Days = new(Later(era.Days.First, days.Last.AddDays(1)), era.Days.Last) });
        }
        if (body is not null)
            eras.Add(new(days, body));
        return Merged(eras);
    }

    /// <summary>The same eras in order, neighbours that say the same made one.</summary>
    public static IReadOnlyList<Era> Merged(IEnumerable<Era> eras)
    {
        var merged = new List<Era>();
        foreach (var era in eras.OrderBy(e => e.Days.First))
        {
            if (merged.Count > 0 && merged[^1].Days.Last < DateOnly.MaxValue && merged[^1].Days.Last.AddDays(1) == era.Days.First && merged[^1].Body.Equals(era.Body))
                merged[^1] = merged[^1] with { Days = new(merged[^1].Days.First, era.Days.Last) };
            else
                merged.Add(era);
        }
        return merged;
    }

    /// <summary>What is so on a day; null when nothing is.</summary>
    public static VersionBody? On(IEnumerable<Era> eras, DateOnly day) => eras.FirstOrDefault(e => e.Days.Contains(day))?.Body;

    /// <summary>Which of the versions known are known no longer, and which eras are known in their place.</summary>
    /// <param name="known">Versions with no end of being known.</param>
    /// <param name="eras">What is known now.</param>
    public static (IReadOnlyList<KeptVersion> Superseded, IReadOnlyList<Era> Added) Difference(IReadOnlyList<KeptVersion> known, IReadOnlyList<Era> eras)
    {
        var kept = known.Where(v => eras.Any(e => e.Days == v.Days && e.Body.Equals(v.Body))).ToList();
        return ([.. known.Except(kept)], [.. eras.Where(e => !kept.Exists(v => v.Days == e.Days))]);
    }

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
