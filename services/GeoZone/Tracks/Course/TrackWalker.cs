using System.Runtime.CompilerServices;
using Truceline.GeoZone.Geodesy;
using Truceline.Type.V1;

namespace Truceline.GeoZone.Tracks.Course;

/// <summary>
/// Follows one track after another through the fences: state and fix to state and transitions. What it tells depends on the fixes in their order of time and on the fences alone. Buffers are its own: not thread-safe.
/// </summary>
internal sealed class TrackWalker
{
    // More changes of fences between two fixes are not told one by one.
    private const int MostChanges = 1_000;

    private const double LongestDegreeM = 111_700;

    // How far a look reaches beyond what matters: so many steps of the last length, if that is worth the while.
    private const double Steps = 8, LeastSafeM = 300, LongestStepM = 1_000;

    private readonly FenceSet _fences;
    private readonly Surroundings _around;
    private const int MostSpare = 1_024;

    private readonly List<int> _passed = [];
    private readonly Stack<Tip> _spare = new();
    private readonly Teller _told;
    private (long From, long To) _quiet = (1, 0);

    public TrackWalker(FenceSet fences)
    {
        (_fences, _around) = (fences, new(fences));
        _told = new(_around);
    }

    public FenceSet Fences => _fences;

    /// <summary>A state to be written over.</summary>
    public Tip Spare() => _spare.TryPop(out var tip) ? tip : new();

    /// <summary>Takes a state that nobody refers to any more.</summary>
    public void Reuse(Tip tip)
    {
        if (_spare.Count < MostSpare)
            _spare.Push(tip);
    }

    /// <summary>Fetches from memory what some looks will ask for.</summary>
    public void Fetch(ReadOnlySpan<Look> looks) => _around.Fetch(looks);

    /// <summary>The look that the next fix of a track will probably need.</summary>
    public static Look LookOf(Tip tip, in Fix fix) => new(fix, tip.HasLast ? SafeReachM(WayM(tip.Last, fix)) : LeastSafeM);

    /// <summary>Takes the next fix of a track.</summary>
    /// <param name="objectId">The object.</param>
    /// <param name="applies">Whether a fence watches the object, by the fence's number; null when all do.</param>
    /// <param name="tip">Where the track has come to; changed.</param>
    /// <param name="fix">A fix later than its last.</param>
    /// <param name="into">Takes the transitions; made when there is a first.</param>
    public void Step(string objectId, bool[]? applies, Tip tip, in Fix fix, ref List<Transition>? into)
    {
        var isChanged = tip.HasLast && HasChange(tip.Reached, fix.Ticks);
        if (isChanged)
            Follow(objectId, applies, tip, fix.Ticks, ref into);
        _told.Begin(objectId, tip, fix, into);
        if (!tip.HasLast)
            Look(applies, fix.Ticks, TransitionCause.FirstSeen);
        else if (isChanged || tip.IsPending || fix.Ticks - tip.Last.Ticks > _fences.MinGapTicks || !IsSafe(tip, fix))
            Look(applies, fix.Ticks, TransitionCause.Moved);
        else if (tip.IsWaiting)
            Wait();
        into = _told.Told;
        (tip.HasLast, tip.Last, tip.Reached) = (true, fix, fix.Ticks);
    }

    /// <summary>Follows what begins and ends around the last fix up to an instant: who stands still while a fence closes around him is inside.</summary>
    /// <param name="objectId">The object.</param>
    /// <param name="applies">Whether a fence watches the object, by the fence's number; null when all do.</param>
    /// <param name="tip">Where the track has come to; changed.</param>
    /// <param name="until">The instant, in ticks.</param>
    /// <param name="into">Takes the transitions; made when there is a first.</param>
    public void Follow(string objectId, bool[]? applies, Tip tip, long until, ref List<Transition>? into)
    {
        if (!tip.HasLast)
            return;
        var last = tip.Last.Ticks > until - _fences.MaxGapTicks ? until : tip.Last.Ticks + _fences.MaxGapTicks;
        var count = 0;
        for (var at = _fences.NextChange(tip.Reached); at <= last && count < MostChanges; at = _fences.NextChange(at), count++)
        {
            _told.Begin(objectId, tip, tip.Last with { Ticks = at }, into);
            Look(applies, at, TransitionCause.FenceChanged);
            into = _told.Told;
            tip.Reached = at;
        }
    }

    /// <summary>Looks at other fences from where a track has come to: who finds himself on the other side of an edge is there because of the fence.</summary>
    public void Revise(string objectId, bool[]? applies, Tip tip, ref List<Transition>? into)
    {
        _told.Begin(objectId, tip, tip.Last with { Ticks = tip.Reached }, into);
        Look(applies, tip.Reached, TransitionCause.FenceChanged);
        into = _told.Told;
    }

    private bool HasChange(long from, long to)
    {
        if (from >= _quiet.From && to < _quiet.To)
            return false;
        var next = _fences.NextChange(from);
        _quiet = (from, next);
        return next <= to;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsSafe(Tip tip, in Fix fix)
    {
        if (tip.SafeM <= 0)
            return false;
        var dx = fix.Longitude - tip.Centre.Longitude;
        var dy = fix.Latitude - tip.Centre.Latitude;
        var room = tip.SafeM - Math.Abs(fix.RadiusM - tip.Centre.RadiusM);
        return room > 0 && Squared(dx, dy, Math.Min(Math.Abs(fix.Latitude), Math.Abs(tip.Centre.Latitude))) < room * room;
    }

    /// <summary>Square metres: never less than the square of the way for so many degrees to the east and north, as no degree is longer; the cosine's series ends above it.</summary>
    private static double Squared(double dx, double dy, double leastLatitude)
    {
        var squared = leastLatitude * leastLatitude * (Math.PI / 180 * (Math.PI / 180));
        var (east, north) = (dx * LongestDegreeM * (1 - squared / 2 + squared * squared / 24), dy * LongestDegreeM);
        return east * east + north * north;
    }

    /// <summary>Never less than the way from one fix to another, in metres.</summary>
    private static double WayM(in Fix from, in Fix to) => Math.Sqrt(
        Squared(GeoPoint.Wrap(to.Longitude - from.Longitude), to.Latitude - from.Latitude, Math.Min(Math.Abs(from.Latitude), Math.Abs(to.Latitude))));

    private static double SafeReachM(double wayM) => wayM > LongestStepM ? LeastSafeM : Math.Max(LeastSafeM, Steps * wayM);

    private void Wait()
    {
        var (told, tip) = (_told, _told.Tip);
        for (var i = tip.Count - 1; i >= 0; i--)
        {
            ref var standing = ref tip.Standings[i];
            told.Tell(ref standing, _fences.AllWatches[standing.Watch], standing.Reading, TransitionCause.Moved);
            if (standing.IsIdle)
                tip.RemoveAt(i);
        }
        Settle(tip);
    }

    private void Look(bool[]? applies, long ticks, TransitionCause cause)
    {
        var (told, tip) = (_told, _told.Tip);
        var wayM = cause == TransitionCause.Moved ? WayM(tip.Last, told.Fix) : 0;
        _around.Look(told.Fix, ticks, SafeReachM(wayM));
        var sights = _around.Sights;
        if (cause == TransitionCause.Moved)
            Pass(applies, wayM);
        // What is out of sight is far away, or no longer in force.
        for (var i = tip.Count - 1; i >= 0; i--)
        {
            ref var standing = ref tip.Standings[i];
            if (IsSeen(sights, standing.Watch))
                continue;
            standing.IsNear = false;
            told.Tell(ref standing, _fences.AllWatches[standing.Watch], Reading.Outside, cause);
            if (standing.IsIdle)
                tip.RemoveAt(i);
        }
        foreach (var sight in sights)
        {
            if (applies is null || applies[sight.Watch.FenceNumber])
                See(sight, cause);
        }
        (tip.Centre, tip.SafeM) = (told.Fix, _around.SafeM);
        Settle(tip);
    }

    private void See(in Sight sight, TransitionCause cause)
    {
        var (told, tip) = (_told, _told.Tip);
        var at = tip.IndexOf(sight.Watch.Number);
        if (at < 0)
        {
            if (sight.Reading < Reading.Possible && !sight.IsNear)
                return;
            tip.Add(new() { Watch = sight.Watch.Number });
            at = tip.Count - 1;
        }
        ref var standing = ref tip.Standings[at];
        var wasNear = standing.IsNear;
        standing.IsNear = sight.IsNear || wasNear && !sight.IsFar;
        if (standing.IsNear && !wasNear && standing.Side == Side.Outside && sight.Reading < Reading.Possible)
            told.Approach(sight, cause);
        told.Tell(ref standing, sight.Watch, sight.Reading, cause);
        if (standing.IsIdle)
            tip.RemoveAt(at);
    }

    /// <summary>Areas that hold neither fix but lie on the way between them.</summary>
    private void Pass(bool[]? applies, double wayM)
    {
        var (tip, fix) = (_told.Tip, _told.Fix);
        var (from, to) = (tip.Last.Point, fix.Point);
        if (fix.Ticks - tip.Last.Ticks > _fences.MaxGapTicks || from == to)
            return;
        var dx = GeoPoint.Wrap(to.Longitude - from.Longitude);
        if (wayM < _around.ReachM)
        {
            // All that the way may run through is in sight.
            foreach (var sight in _around.Sights)
            {
                if (sight.Distance.PossibleM < wayM && sight.Reading < Reading.Possible)
                    Pass(applies, sight.Watch, sight.Zone, from, to);
            }
            return;
        }
        _passed.Clear();
        for (var turn = -360; turn <= 360; turn += 360)
        {
            var (west, east) = (Math.Max(-180, from.Longitude + turn + Math.Min(0, dx)), Math.Min(180, from.Longitude + turn + Math.Max(0, dx)));
            if (west <= east)
                _fences.Snapshot.Index.EdgesInBox(west, Math.Min(from.Latitude, to.Latitude), east, Math.Max(from.Latitude, to.Latitude), _passed);
        }
        _passed.Sort();
        var last = -1;
        foreach (var shape in _passed)
        {
            var zone = shape >> 1;
            if (zone == last)
                continue;
            last = zone;
            if (!_fences.IsValid(zone, fix.Ticks))
                continue;
            foreach (var watch in _fences.Of(zone))
            {
                if (watch.Fence.Schedule.IsOpen(fix.Ticks) && Sees(watch) < Reading.Possible)
                    Pass(applies, watch, zone, from, to);
            }
        }
    }

    private void Pass(bool[]? applies, Watch watch, int zone, GeoPoint from, GeoPoint to)
    {
        var tip = _told.Tip;
        if (applies is not null && !applies[watch.FenceNumber] || watch.Fence.IsRoute || _told.Fix.Ticks - tip.Last.Ticks > watch.MaxGapTicks || !IsOutside(tip, watch))
            return;
        var (inside, outer) = _fences.Snapshot.ShapesOf(zone);
        var certain = SegmentCrossing.Of(inside, from, to);
        var found = outer is null ? certain : SegmentCrossing.Of(outer, from, to);
        if (found is not { } crossing || crossing.DepthM <= watch.MarginM)
            return;
        var radiusM = Math.Max(tip.Last.RadiusM, _told.Fix.RadiusM);
        var isCertain = certain is { } sure && sure.DepthM > watch.MarginM && sure.DepthM >= radiusM;
        _told.Cross(watch, isCertain ? ZonePosition.Inside : ZonePosition.Possible, tip.Reached, _told.Fix, -(certain ?? crossing).DepthM);
    }

    private static bool IsOutside(Tip tip, Watch watch) =>
        tip.IndexOf(watch.Number) is var at && (at < 0 || tip.Standings[at] is { Side: Side.Outside, Shown: Side.Outside });

    private Reading Sees(Watch watch)
    {
        foreach (var sight in _around.Sights)
        {
            if (sight.Watch.Number == watch.Number)
                return sight.Reading;
        }
        return Reading.Outside;
    }

    private static bool IsSeen(List<Sight> sights, int watch)
    {
        foreach (var sight in sights)
        {
            if (sight.Watch.Number == watch)
                return true;
        }
        return false;
    }

    private void Settle(Tip tip)
    {
        (tip.IsWaiting, tip.IsPending) = (false, false);
        foreach (ref var standing in tip.Standings)
        {
            tip.IsPending |= standing.Shown != standing.Side;
            tip.IsWaiting |= standing.Side == Side.Inside && !standing.HasDwelled && _fences.AllWatches[standing.Watch].DwellTicks != long.MaxValue;
        }
    }
}
