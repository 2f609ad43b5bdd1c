using Truceline.Type.V1;

namespace Truceline.GeoZone.Tracks.Course;

/// <summary>Tells what one fix of a track means for one standing after another. Used again for every fix: not thread-safe.</summary>
internal sealed class Teller(Surroundings around)
{
    private string _objectId = "";
    private Fix _fix;

    /// <summary>The track.</summary>
    public Tip Tip { get; private set; } = null!;

    /// <summary>The fix.</summary>
    public ref readonly Fix Fix => ref _fix;

    /// <summary>What was told; null when nothing was.</summary>
    public List<Transition>? Told { get; private set; }

    public void Begin(string objectId, Tip tip, in Fix fix, List<Transition>? told) => (_objectId, Tip, _fix, Told) = (objectId, tip, fix, told);

    /// <summary>Takes what the fix tells of an area's edge.</summary>
    public void Tell(ref Standing standing, Watch watch, Reading reading, TransitionCause cause)
    {
        standing.Reading = reading;
        var isGap = Tip.HasLast && _fix.Ticks - Tip.Last.Ticks > watch.MaxGapTicks;
        var target = Target(standing, reading);
        if (target == standing.Side)
        {
            if (standing is { Side: Side.Outside, Shown: Side.Inside } && standing.DepthM > watch.MarginM && !watch.Fence.IsRoute)
                Cross(watch, ZonePosition.Inside, standing.ShownAfter, standing.ShownBy, -standing.DepthM);
            standing.Shown = standing.Side;
            Stay(ref standing, watch, isGap);
            return;
        }
        if (standing.Shown != target || isGap)
        {
            (standing.Shown, standing.ShownBy, standing.ShownDistanceM, standing.Cause, standing.DepthM) = (target, _fix, around.DistanceM(watch, _fix), cause, 0);
            standing.ShownAfter = cause == TransitionCause.Moved ? Tip.Reached : _fix.Ticks;
        }
        if (target == Side.Inside && watch.MinDwellTicks > 0)
            standing.DepthM = Math.Max(standing.DepthM, -around.DistanceM(watch, _fix) - _fix.RadiusM);
        if (_fix.Ticks - standing.ShownBy.Ticks >= watch.MinDwellTicks)
            Settle(ref standing, watch);
    }

    /// <summary>Tells that the object came near.</summary>
    public void Approach(in Sight sight, TransitionCause cause) => Add(new(_objectId, sight.Watch.Fence.Id, sight.Watch.AreaKey, TransitionKind.Approached,
        sight.Distance.PossibleM + _fix.RadiusM <= sight.Watch.ApproachM ? ZonePosition.Inside : ZonePosition.Possible, cause,
        cause == TransitionCause.Moved ? Tip.Reached : _fix.Ticks, _fix.Ticks, _fix.Ticks, _fix, around.DistanceM(sight.Watch, _fix)));

    /// <summary>Tells that the object went through.</summary>
    public void Cross(Watch watch, ZonePosition verdict, long after, in Fix by, double distanceM) => Add(new(
        _objectId, watch.Fence.Id, watch.AreaKey, TransitionKind.Crossed, verdict, TransitionCause.Moved, after, by.Ticks, _fix.Ticks, by, distanceM));

    // Who is inside stays so while it may be; who is possibly inside or outside needs to be seen inside.
    private static Side Target(in Standing standing, Reading reading) => reading switch
    {
        Reading.Inside => Side.Inside,
        Reading.Possible => standing.Side == Side.Inside || standing.Shown == Side.Inside ? Side.Inside : Side.Possible,
        Reading.Margin => standing.Side,
        _ => Side.Outside,
    };

    private void Stay(ref Standing standing, Watch watch, bool isGap)
    {
        if (standing.Side != Side.Inside || standing.HasDwelled)
            return;
        if (isGap)
            standing.Since = _fix.Ticks;
        if (_fix.Ticks - standing.Since < watch.DwellTicks)
            return;
        standing.HasDwelled = true;
        var at = standing.Since + watch.DwellTicks;
        Add(new(_objectId, watch.Fence.Id, watch.AreaKey, TransitionKind.Dwelled, ZonePosition.Inside, TransitionCause.Moved, at, at, _fix.Ticks, _fix, double.NaN));
    }

    private void Settle(ref Standing standing, Watch watch)
    {
        var was = standing.Side;
        (standing.Side, standing.Since, standing.HasDwelled) = (standing.Shown, standing.ShownBy.Ticks, false);
        var kind = (standing.Side, watch.Fence.IsRoute) switch
        {
            (Side.Inside, true) => TransitionKind.JoinedRoute,
            (Side.Inside, false) => TransitionKind.Entered,
            (Side.Outside, true) => TransitionKind.Deviated,
            (Side.Outside, false) => TransitionKind.Exited,
            _ => TransitionKind.PossiblyEntered,
        };
        var verdict = standing.Side == Side.Possible || was == Side.Possible && standing.Side == Side.Outside ? ZonePosition.Possible : ZonePosition.Inside;
        // Who may have come to his route has not come to it, and who may have been on it has not left it.
        if (!watch.Fence.IsRoute || verdict == ZonePosition.Inside)
        {
            Add(new(_objectId, watch.Fence.Id, watch.AreaKey, kind, verdict, standing.Cause, standing.ShownAfter, standing.ShownBy.Ticks, _fix.Ticks,
                standing.ShownBy, standing.ShownDistanceM));
        }
        if (standing.Side == Side.Inside)
            Stay(ref standing, watch, false);
    }

    private void Add(Transition transition) => (Told ??= []).Add(transition);
}
