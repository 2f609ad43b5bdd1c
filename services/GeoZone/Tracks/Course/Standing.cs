using System.Runtime.InteropServices;

namespace Truceline.GeoZone.Tracks.Course;

/// <summary>On which side of an area's edge an object stands.</summary>
internal enum Side : byte
{
    /// <summary>Outside.</summary>
    Outside,

    /// <summary>Inside or outside.</summary>
    Possible,

    /// <summary>Inside.</summary>
    Inside,
}

/// <summary>What a fix tells of an area's edge.</summary>
internal enum Reading : byte
{
    /// <summary>Outside, beyond the margin.</summary>
    Outside,

    /// <summary>Outside, but within the margin: who was in has not left.</summary>
    Margin,

    /// <summary>Inside or outside.</summary>
    Possible,

    /// <summary>Inside.</summary>
    Inside,
}

/// <summary>How an object stands towards an area that it is not simply outside of and far from.</summary>
[StructLayout(LayoutKind.Auto)]
internal record struct Standing
{
    /// <summary>Number of the watch in its <see cref="FenceSet"/>.</summary>
    public int Watch;

    /// <summary>The side that holds.</summary>
    public Side Side;

    /// <summary>The side that the last fixes show; it holds once they have shown it for long enough.</summary>
    public Side Shown;

    /// <summary>What the last fix told.</summary>
    public Reading Reading;

    /// <summary>Whether it came near and has not gone far since.</summary>
    public bool IsNear;

    /// <summary>Whether its stay was told.</summary>
    public bool HasDwelled;

    /// <summary>From when on its stay counts, in ticks.</summary>
    public long Since;

    /// <summary>The fix that showed <see cref="Shown"/> first.</summary>
    public Fix ShownBy;

    /// <summary>The last instant at which something else was seen, in ticks.</summary>
    public long ShownAfter;

    /// <summary>Distance of that fix to the edge, in metres, negative inside.</summary>
    public double ShownDistanceM;

    /// <summary>How deep inside it was at most since <see cref="Shown"/> began, in metres.</summary>
    public double DepthM;

    /// <summary>Why the side that is shown came about.</summary>
    public TransitionCause Cause;

    /// <summary>Whether there is nothing to remember.</summary>
    public readonly bool IsIdle => Side == Side.Outside && Shown == Side.Outside && !IsNear;
}
