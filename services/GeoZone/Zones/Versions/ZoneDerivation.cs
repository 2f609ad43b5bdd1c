namespace Truceline.GeoZone.Zones.Versions;

/// <summary>Draws the eras of a zone from those of what it names: whenever one of these changes, a new era begins. Pure.</summary>
internal static class ZoneDerivation
{
    /// <param name="said">What is said of the zone, by itself.</param>
    /// <param name="find">The eras of what it names.</param>
    /// <returns>Its eras with what each is drawn from; nothing when it is nowhere then.</returns>
    public static IReadOnlyList<Era> Derive(IEnumerable<Era> said, Func<KeptKey, IReadOnlyList<Era>> find)
    {
        var eras = new List<Era>();
        foreach (var era in said)
        {
            var named = ShapeReferences.Of(era.Body.Zone!.Shape).ToDictionary(key => key, find);
            foreach (var days in Pieces(era.Days, named.Values.SelectMany(e => e)))
            {
                var drawnFrom = ShapeFilling.Fill(era.Body.Zone.Shape, key => Timeline.On(named[key], days.First));
                eras.Add(new(days, era.Body with { DrawnFrom = drawnFrom }));
            }
        }
        return Timeline.Merged(eras);
    }

    /// <summary>Cuts an interval wherever an era begins or has ended.</summary>
    private static IEnumerable<DayRange> Pieces(DayRange days, IEnumerable<Era> eras)
    {
        var cuts = eras.SelectMany(e => e.Days.Last == DateOnly.MaxValue ? [e.Days.First] : new[] { e.Days.First, e.Days.Last.AddDays(1) })
            .Where(day => day > days.First && day <= days.Last).Distinct().Order().ToList();
        var first = days.First;
        foreach (var cut in cuts)
        {
            yield return new(first, cut.AddDays(-1));
            first = cut;
        }
        yield return new(first, days.Last);
    }
}
