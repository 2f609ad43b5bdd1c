namespace Truceline.GeoZone.Tracks.Course;

/// <summary>What a fence asks of the areas that it watches.</summary>
/// <param name="MarginM">How far beyond the edge an object must be to have left, in metres; 0 or more. It keeps one at the edge from flapping.</param>
/// <param name="MinDwell">How long an object must be seen on the other side to have changed sides; 0 or more.</param>
/// <param name="Dwell">The stay that is told; null when none is.</param>
/// <param name="ApproachM">The distance to an area that is told, in metres; 0 when none is.</param>
/// <param name="MaxGap">Between fixes that are farther apart in time nothing is concluded: no way between them, no stay, no place to which a fence could come.</param>
internal sealed record FenceSettings(double MarginM, TimeSpan MinDwell, TimeSpan? Dwell, double ApproachM, TimeSpan MaxGap)
{
    public static FenceSettings Default { get; } = new(25, TimeSpan.Zero, null, 0, TimeSpan.FromMinutes(15));
}

/// <summary>A rule over areas and objects. One fence may watch a whole collection of either.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Settings">What it asks.</param>
/// <param name="Schedule">When it is in force.</param>
/// <param name="Areas">Keys of the areas that it watches, or "agreement/*" for all zones of an agreement; null for all zones.</param>
/// <param name="ObjectIds">The objects that it watches; null for all.</param>
/// <param name="ObjectPrefix">What the ids of the objects that it watches begin with; empty for all.</param>
/// <param name="IsRoute">Whether its area is the way along which the objects are to go.</param>
internal sealed record Fence(
    string Id, FenceSettings Settings, Schedule Schedule, IReadOnlySet<string>? Areas, IReadOnlySet<string>? ObjectIds, string ObjectPrefix, bool IsRoute)
{
    /// <summary>Whether it watches an object.</summary>
    public bool Watches(string objectId) =>
        objectId.StartsWith(ObjectPrefix, StringComparison.Ordinal) && (ObjectIds is null || ObjectIds.Contains(objectId));
}

/// <summary>An area that a fence watches.</summary>
/// <param name="Number">Its number in the set.</param>
/// <param name="FenceNumber">That of its fence.</param>
/// <param name="Fence">The fence.</param>
/// <param name="AreaKey">The area.</param>
internal sealed record Watch(int Number, int FenceNumber, Fence Fence, string AreaKey)
{
    public double MarginM { get; } = Fence.Settings.MarginM;

    public double ApproachM { get; } = Fence.Settings.ApproachM;

    public long MinDwellTicks { get; } = Fence.Settings.MinDwell.Ticks;

    /// <summary>The stay that is told, in ticks; <see cref="long.MaxValue"/> when none is.</summary>
    public long DwellTicks { get; } = Fence.Settings.Dwell?.Ticks ?? long.MaxValue;

    public long MaxGapTicks { get; } = Fence.Settings.MaxGap.Ticks;
}
