using Truceline.GeoZone.Tracks.Course;
using Truceline.Type.V1;

namespace Truceline.GeoZone.Tracks.Absences;

/// <summary>
/// Tells when an object is not where it is expected, by its fixes up to an instant: absent for certain when a fix shows it elsewhere for as long as the rule bears, possibly absent when nothing was heard
/// of it for too long. Silence is never presence. Pure.
/// </summary>
internal static class AbsenceEvaluator
{
    /// <summary>Tells of one object at one site.</summary>
    /// <param name="site">A fence whose areas are the site; its least dwell is how long away is absent, its longest gap how long silence may last.</param>
    /// <param name="fences">A set that holds it.</param>
    /// <param name="objectId">The object.</param>
    /// <param name="fixes">Its fixes; in any order.</param>
    /// <param name="from">Before this instant nothing is told, in ticks.</param>
    /// <param name="until">Up to when is told, in ticks.</param>
    public static List<Transition> Tell(Fence site, FenceSet fences, string objectId, IEnumerable<Fix> fixes, long from, long until)
    {
        Fix[] course = [.. fixes.Where(f => f.Ticks <= until).Order().DistinctBy(f => f.Ticks)];
        var around = new Surroundings(fences);
        List<Transition> told = [];
        var state = new State();
        var next = 0;
        Fix? last = null;
        var where = Reading.Outside;
        foreach (var at in Instants(site, fences, course, from, until))
        {
            while (next < course.Length && course[next].Ticks <= at)
                last = course[next++];
            var isOpen = site.Schedule.IsOpen(at);
            var heard = last?.Ticks ?? from;
            var isSilent = at - heard >= site.Settings.MaxGap.Ticks;
            if (last is { } fix)
                where = Look(around, site, fix, at, where);
            var now = !isOpen ? Presence.NotExpected : isSilent ? Presence.Silent : last is null || where == Reading.Margin ? state.Now == Presence.NotExpected ? Presence.Unknown : state.Now
                : where >= Reading.Possible ? Presence.Present : Presence.Away;
            Change(site, objectId, ref state, now, at, last ?? new(from, 0, 0, 0), where, told);
        }
        return told;
    }

    private static void Change(Fence site, string objectId, ref State state, Presence now, long at, Fix fix, Reading where, List<Transition> told)
    {
        if (now != state.Now)
            (state.Now, state.Since, state.By) = (now, at, fix);
        switch (now)
        {
            case Presence.NotExpected:
                state.IsTold = state.IsCertain = false;
                break;
            case Presence.Present when state.IsTold:
                state.IsTold = state.IsCertain = false;
                told.Add(Of(TransitionKind.Present, where == Reading.Inside ? ZonePosition.Inside : ZonePosition.Possible, Cause(state), state, at));
                break;
            case Presence.Silent when !state.IsTold:
                state.IsTold = true;
                told.Add(Of(TransitionKind.Absent, ZonePosition.Possible, TransitionCause.Silence, state, at));
                break;
            case Presence.Away when !state.IsCertain && at - state.Since >= site.Settings.MinDwell.Ticks:
                state.IsTold = state.IsCertain = true;
                told.Add(Of(TransitionKind.Absent, ZonePosition.Inside, Cause(state), state, at));
                break;
        }

        // Who is away or back from an instant at which no fix tells of him did not move.
        static TransitionCause Cause(State s) => s.By.Ticks < s.Since ? TransitionCause.FenceChanged : TransitionCause.Moved;

        Transition Of(TransitionKind kind, ZonePosition verdict, TransitionCause cause, State s, long shown) =>
            new(objectId, site.Id, site.Areas?.Order(StringComparer.Ordinal).FirstOrDefault() ?? "", kind, verdict, cause, Math.Min(s.By.Ticks, s.Since), s.Since, shown, s.By, double.NaN);
    }

    private static Reading Look(Surroundings around, Fence site, in Fix fix, long at, Reading was)
    {
        around.Look(fix, at, 1);
        var best = Reading.Outside;
        foreach (var sight in around.Sights)
        {
            if (sight.Watch.Fence.Id == site.Id && sight.Reading > best)
                best = sight.Reading;
        }
        // Within the margin it has neither left nor come.
        return best == Reading.Margin ? was : best;
    }

    /// <summary>All instants at which something may change: fixes, the ends of silence and patience, and the times of the rule.</summary>
    private static SortedSet<long> Instants(Fence site, FenceSet fences, Fix[] course, long from, long until)
    {
        SortedSet<long> instants = [from, from + site.Settings.MaxGap.Ticks];
        foreach (var fix in course)
            instants.UnionWith([fix.Ticks, fix.Ticks + site.Settings.MaxGap.Ticks, fix.Ticks + site.Settings.MinDwell.Ticks]);
        foreach (var at in fences.AreaChanges(site).Where(at => at <= until))
            instants.UnionWith([at, at + site.Settings.MinDwell.Ticks]);
        for (var at = site.Schedule.NextChange(from - 1); at <= until; at = site.Schedule.NextChange(at))
            instants.UnionWith([at, at + site.Settings.MinDwell.Ticks]);
        instants.RemoveWhere(i => i < from || i > until);
        return instants;
    }

    private enum Presence
    {
        Unknown,
        NotExpected,
        Present,
        Away,
        Silent,
    }

    private struct State
    {
        public Presence Now;
        public long Since;
        public Fix By;
        public bool IsTold;
        public bool IsCertain;
    }
}
