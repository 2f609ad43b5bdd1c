using Truceline.GeoZone.Tracks.Lines;
using Truceline.Type.V1;

namespace Truceline.GeoZone.Tracks.Course;

/// <summary>What happened to an object.</summary>
internal enum TransitionKind
{
    /// <summary>It came to be inside of an area.</summary>
    Entered = 1,

    /// <summary>It came to where it may be inside: its uncertainty, or that of the area's width, does not let it be told.</summary>
    PossiblyEntered = 2,

    /// <summary>It came to be outside of an area that it was inside of, or possibly inside of.</summary>
    Exited = 3,

    /// <summary>It went through an area between two fixes, or for less than the time that counts as a stay.</summary>
    Crossed = 4,

    /// <summary>It stayed inside for as long as the fence asks.</summary>
    Dwelled = 5,

    /// <summary>It came as near to an area as the fence asks.</summary>
    Approached = 6,

    /// <summary>It left its route.</summary>
    Deviated = 7,

    /// <summary>It came to its route, for the first time or again.</summary>
    JoinedRoute = 8,

    /// <summary>Many began to move as one.</summary>
    ConvoyFormed = 9,

    /// <summary>Many no longer move as one.</summary>
    ConvoyDispersed = 10,

    /// <summary>It is not where it is expected.</summary>
    Absent = 11,

    /// <summary>It is where it is expected again.</summary>
    Present = 12,
}

/// <summary>Why a transition came about.</summary>
internal enum TransitionCause
{
    /// <summary>The object moved.</summary>
    Moved = 1,

    /// <summary>The first fix of the object shows it.</summary>
    FirstSeen = 2,

    /// <summary>The fence began, ended, opened, closed or changed its area around the object.</summary>
    FenceChanged = 3,

    /// <summary>Nothing was heard of the object.</summary>
    Silence = 4,
}

/// <summary>Something that happened to an object, as its fixes tell.</summary>
/// <param name="ObjectId">The object.</param>
/// <param name="FenceId">The fence.</param>
/// <param name="AreaKey">The area of it; empty when the fence has none.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Verdict">Inside when it is certain, possible when it may have been otherwise.</param>
/// <param name="Cause">Why.</param>
/// <param name="EarliestTicks">It was not before this instant, in ticks of UTC.</param>
/// <param name="Ticks">The first instant at which a fix shows it, in ticks of UTC.</param>
/// <param name="ShownTicks">The instant of the fix from which it was told.</param>
/// <param name="At">The fix that shows it.</param>
/// <param name="DistanceM">From that fix to the edge of what is certain, in metres, negative inside.</param>
internal sealed record Transition(
    string ObjectId, string FenceId, string AreaKey, TransitionKind Kind, ZonePosition Verdict, TransitionCause Cause,
    long EarliestTicks, long Ticks, long ShownTicks, Fix At, double DistanceM)
{
    /// <summary>Who took part, where more than one did.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>Which way a line was crossed; null of what is no line.</summary>
    public LineCrossing? Crossing { get; init; }

    /// <summary>What makes it the same transition, whatever else becomes known of it.</summary>
    public (string ObjectId, string FenceId, string AreaKey, TransitionKind Kind, long Ticks) Identity => (ObjectId, FenceId, AreaKey, Kind, Ticks);

    public bool Equals(Transition? other) => other is not null && Identity == other.Identity && Verdict == other.Verdict && Cause == other.Cause
        && EarliestTicks == other.EarliestTicks && ShownTicks == other.ShownTicks && At == other.At && DistanceM.Equals(other.DistanceM) && Members.SequenceEqual(other.Members) && Crossing == other.Crossing;

    public override int GetHashCode() => Identity.GetHashCode();
}

/// <summary>What became of a transition.</summary>
internal enum TransitionNews
{
    /// <summary>It became known.</summary>
    Opened = 1,

    /// <summary>More became known of it.</summary>
    Updated = 2,

    /// <summary>It turned out not to have been.</summary>
    Cancelled = 3,
}

/// <summary>A transition that became known, changed or turned out not to have been.</summary>
internal readonly record struct TransitionChange(TransitionNews News, Transition Transition)
{
    /// <summary>What leads from one telling of the same time to another, in the order of time.</summary>
    public static void Between(ReadOnlySpan<Transition> before, ReadOnlySpan<Transition> after, List<TransitionChange> into)
    {
        // Most fixes that come late change nothing.
        var same = 0;
        while (same < before.Length && same < after.Length && before[same].Equals(after[same]))
            same++;
        before = before[same..];
        after = after[same..];
        if (before.Length == 0)
        {
            foreach (var one in after)
                into.Add(new(TransitionNews.Opened, one));
            return;
        }
        Dictionary<(string, string, string, TransitionKind, long), Transition> known = [];
        foreach (var one in before)
            known[one.Identity] = one;
        foreach (var one in after)
        {
            if (!known.Remove(one.Identity, out var was))
                into.Add(new(TransitionNews.Opened, one));
            else if (!was.Equals(one))
                into.Add(new(TransitionNews.Updated, one));
        }
        foreach (var one in before)
        {
            if (known.ContainsKey(one.Identity))
                into.Add(new(TransitionNews.Cancelled, one));
        }
    }
}
