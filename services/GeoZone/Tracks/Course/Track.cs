using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Truceline.GeoZone.Zones.Index;

namespace Truceline.GeoZone.Tracks.Course;

/// <summary>
/// The course of one object: its fixes within the bound of lateness and what they tell. A fix that comes late is put in its place, and what follows is told again from a state kept from before;
/// what no longer holds is cancelled. Not thread-safe.
/// </summary>
internal sealed class Track(string objectId)
{
    // States are kept this often within the bound; more of them spare replaying, and cost memory.
    private const int StatesPerBound = 2;

    // Room for a minute's fixes lies beside the track in memory.
    private const int FirstFixes = 8;

    // States of a bound of lateness, one before it and one to come.
    private const int FirstStates = StatesPerBound + 2;

    private const int Bytes = 128;

    private FenceSet _fences = FenceSet.Empty;
    private bool[]? _applies;
    private Tip _tip = new();
    private Fix[] _fixes = new Fix[FirstFixes];
    private int _count;
    private Tip[] _states = new Tip[FirstStates];
    private int _stateCount;
    private List<Transition>? _recent;
    private long _lastState;
    private long _secondState = long.MaxValue;

    public string ObjectId => objectId;

    /// <summary>Where it has come to.</summary>
    public Tip Tip => _tip;

    /// <summary>The fences that it follows.</summary>
    public FenceSet Fences => _fences;

    /// <summary>The fixes that a late one may still come before, by time.</summary>
    public ReadOnlySpan<Fix> Fixes => _fixes.AsSpan(0, _count);

    /// <summary>The state before the first of <see cref="Fixes"/>.</summary>
    public Tip Base => _stateCount > 0 ? _states[0] : new();

    /// <summary>Up to when fences were followed without a fix, in ticks.</summary>
    public long Clock { get; private set; } = long.MinValue;

    /// <summary>Begins with a state that was kept and the fixes that followed it; what they tell is not told again.</summary>
    /// <param name="objectId">The object.</param>
    /// <param name="walker">Follows the fences.</param>
    /// <param name="state">The state before the first fix.</param>
    /// <param name="fixes">Fixes by time.</param>
    /// <param name="clock">Up to when fences were followed without a fix, in ticks.</param>
    /// <param name="limits">Bounds.</param>
    public static Track Restore(string objectId, TrackWalker walker, Tip state, ReadOnlySpan<Fix> fixes, long clock, TrackLimits limits)
    {
        var track = new Track(objectId) { _fences = walker.Fences, _applies = Applies(walker.Fences, objectId), _tip = state, Clock = clock };
        track.Keep(state.Copy());
        foreach (var fix in fixes)
            track.Append(walker, fix, limits);
        if (clock != long.MinValue)
            walker.Follow(objectId, track._applies, track._tip, clock, ref track._recent);
        return track;
    }

    /// <summary>Fetches from memory what a fix will ask of it first.</summary>
    public void Fetch() => Memory.FetchObject(this, Bytes);

    /// <summary>Fetches what a fix will ask of it next, once it was fetched itself.</summary>
    public void FetchState(long ticks, TrackLimits limits)
    {
        Memory.FetchObject(objectId, 1);
        _tip.Fetch();
        if (_count == 0)
            return;
        // A fix that ends a stretch of the bound takes the first states and fixes away.
        var ending = _secondState < ticks - limits.Lateness.Ticks;
        Memory.Fetch(ref ending ? ref _fixes[0] : ref _fixes[_count - 1], (ending ? _count + 1 : 2) * Unsafe.SizeOf<Fix>());
        if (ending || _lastState < ticks - limits.Lateness.Ticks / StatesPerBound || ticks <= _tip.Reached)
            Memory.FetchObject(_states, Bytes);
    }

    /// <summary>Fetches the states that a fix at an instant will ask for, once those of the track were fetched.</summary>
    public void FetchEnding(long ticks, TrackLimits limits)
    {
        if (_secondState >= ticks - limits.Lateness.Ticks)
            return;
        for (var i = 0; i < Math.Min(2, _stateCount); i++)
            _states[i].Fetch();
    }

    /// <summary>Whether nothing around a fix needs to be looked at, as far as can be told at a glance.</summary>
    public bool IsSafe(in Fix fix)
    {
        if (TrackWalker.IsSafe(_tip, fix))
            return true;
        _tip.FetchStandings();
        return false;
    }

    /// <summary>Takes a fix.</summary>
    /// <param name="walker">Follows the fences. When they are others than before, the track is told again by them first.</param>
    /// <param name="fix">The fix.</param>
    /// <param name="limits">Bounds.</param>
    /// <param name="changes">Takes what became known.</param>
    public FixOutcome Accept(TrackWalker walker, in Fix fix, TrackLimits limits, List<TransitionChange> changes)
    {
        if (!ReferenceEquals(walker.Fences, _fences))
            Adopt(walker, limits, changes);
        if (_tip.HasLast && fix.Ticks <= _tip.Reached)
            return Insert(walker, fix, limits, changes);
        var before = _recent?.Count ?? 0;
        Append(walker, fix, limits);
        if (Clock > fix.Ticks)
            walker.Follow(objectId, _applies, _tip, Clock, ref _recent);
        Open(before, changes);
        Forget(walker, limits);
        return FixOutcome.Accepted;
    }

    /// <summary>Follows fences that begin and end, up to an instant, without a fix.</summary>
    public void Advance(TrackWalker walker, long ticks, TrackLimits limits, List<TransitionChange> changes)
    {
        if (!ReferenceEquals(walker.Fences, _fences))
            Adopt(walker, limits, changes);
        if (ticks <= Clock)
            return;
        Clock = ticks;
        var before = _recent?.Count ?? 0;
        walker.Follow(objectId, _applies, _tip, ticks, ref _recent);
        Open(before, changes);
    }

    /// <summary>Goes over to other fences. What is within the bound of lateness is told again; how things stood before it is looked at anew.</summary>
    public void Adopt(TrackWalker walker, TrackLimits limits, List<TransitionChange> changes)
    {
        var (state, old) = (Base.Copy(), _fences);
        (_fences, _applies) = (walker.Fences, Applies(walker.Fences, objectId));
        Renumber(state, old, walker.Fences);
        var before = _recent?.ToArray() ?? [];
        Array.Clear(_states, 0, _stateCount);
        _stateCount = 0;
        _recent = null;
        if (state.HasLast)
            walker.Revise(objectId, _applies, state, ref _recent);
        Keep(state);
        Replay(walker, 0, limits);
        TransitionChange.Between(before, Recent(0), changes);
    }

    private static bool[]? Applies(FenceSet fences, string objectId) => fences.WatchesAll ? null : [.. fences.Fences.Select(f => f.Watches(objectId))];

    private static void Renumber(Tip tip, FenceSet from, FenceSet to)
    {
        tip.SafeM = 0;
        for (var i = tip.Count - 1; i >= 0; i--)
        {
            ref var standing = ref tip.Standings[i];
            var was = from.AllWatches[standing.Watch];
            if (to.Find(was.Fence.Id, was.AreaKey) is { } now)
                standing.Watch = now.Number;
            else
                tip.RemoveAt(i);
        }
    }

    /// <summary>Up to when a state tells, in ticks.</summary>
    private static long TicksOf(Tip state) => state.HasLast ? state.Reached : long.MinValue;

    private void Append(TrackWalker walker, in Fix fix, TrackLimits limits)
    {
        if (_stateCount == 0 || _lastState < fix.Ticks - limits.Lateness.Ticks / StatesPerBound && (_tip.HasLast || _states[_stateCount - 1].HasLast))
            Keep(_tip.CopyTo(walker.Spare()));
        if (_count == _fixes.Length)
            Array.Resize(ref _fixes, Math.Max(4, 2 * _count));
        _fixes[_count++] = fix;
        walker.Step(objectId, _applies, _tip, fix, ref _recent);
    }

    /// <summary>Notes up to when states tell, so that most fixes need not look at them.</summary>
    private void Note() => (_lastState, _secondState) = (TicksOf(_states[_stateCount - 1]), _stateCount > 1 ? TicksOf(_states[1]) : long.MaxValue);

    private void Keep(Tip state)
    {
        if (_stateCount == _states.Length)
            Array.Resize(ref _states, 2 * _stateCount);
        _states[_stateCount++] = state;
        Note();
    }

    private FixOutcome Insert(TrackWalker walker, in Fix fix, TrackLimits limits, List<TransitionChange> changes)
    {
        if (fix.Ticks < _tip.Last.Ticks - limits.Lateness.Ticks)
            return FixOutcome.TooLate;
        var at = _count;
        while (at > 0 && _fixes[at - 1].Ticks >= fix.Ticks)
            at--;
        if (at < _count && _fixes[at].Ticks == fix.Ticks)
        {
            var order = fix.CompareTo(_fixes[at]);
            if (order >= 0)
                return order == 0 ? FixOutcome.Duplicate : FixOutcome.Superseded;
            _fixes[at] = fix;
        }
        else
        {
            if (_count == _fixes.Length)
                Array.Resize(ref _fixes, 2 * _count);
            Array.Copy(_fixes, at, _fixes, at + 1, _count++ - at);
            _fixes[at] = fix;
        }
        var state = _stateCount - 1;
        while (TicksOf(_states[state]) >= fix.Ticks)
            state--;
        var kept = Kept(TicksOf(_states[state]));
        var before = Recent(kept).ToArray();
        if (before.Length > 0)
            _recent!.RemoveRange(kept, before.Length);
        Replay(walker, state, limits);
        TransitionChange.Between(before, Recent(kept), changes);
        Forget(walker, limits);
        return FixOutcome.Accepted;
    }

    /// <summary>Tells again what follows a state.</summary>
    private void Replay(TrackWalker walker, int state, TrackLimits limits)
    {
        _states[state].CopyTo(_tip);
        Drop(walker, state + 1, _stateCount - state - 1);
        Note();
        var (all, from) = (_count, TicksOf(_tip));
        _count = 0;
        while (_count < all && _fixes[_count].Ticks <= from)
            _count++;
        // Each is put back where it stands.
        while (_count < all)
            Append(walker, _fixes[_count], limits);
        if (Clock != long.MinValue)
            walker.Follow(objectId, _applies, _tip, Clock, ref _recent);
    }

    /// <summary>Lets go of what no fix within the bound can change any more.</summary>
    private void Forget(TrackWalker walker, TrackLimits limits)
    {
        var bound = _tip.Last.Ticks - limits.Lateness.Ticks;
        if (_secondState >= bound)
            return;
        var states = 0;
        while (states + 1 < _stateCount && TicksOf(_states[states + 1]) < bound)
            states++;
        if (states == 0)
            return;
        Drop(walker, 0, states);
        Note();
        var from = TicksOf(_states[0]);
        var gone = 0;
        while (_fixes[gone].Ticks <= from)
            gone++;
        Array.Copy(_fixes, gone, _fixes, 0, _count -= gone);
        if (_recent is not null)
            _recent.RemoveRange(0, Kept(from));
        if (_recent is { Count: 0 })
            _recent = null;
    }

    private void Drop(TrackWalker walker, int from, int count)
    {
        for (var i = from; i < from + count; i++)
            walker.Reuse(_states[i]);
        Array.Copy(_states, from + count, _states, from, _stateCount - from - count);
        Array.Clear(_states, _stateCount - count, count);
        _stateCount -= count;
    }

    /// <summary>How many of the transitions were told up to an instant.</summary>
    private int Kept(long ticks)
    {
        var count = 0;
        while (count < _recent?.Count && _recent[count].ShownTicks <= ticks)
            count++;
        return count;
    }

    private ReadOnlySpan<Transition> Recent(int from) => _recent is null ? [] : CollectionsMarshal.AsSpan(_recent)[from..];

    private void Open(int from, List<TransitionChange> changes)
    {
        foreach (var one in Recent(from))
            changes.Add(new(TransitionNews.Opened, one));
    }
}
