using Google.Protobuf.WellKnownTypes;
using Truceline.GeoZone.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.GeoZone.Tracks.Fences;

/// <summary>The shapes that a fence has one after the other: another one ends that before it, and leaves what was told in its time.</summary>
internal static class FenceShapes
{
    /// <summary>How many shapes a fence may have had.</summary>
    public const int Most = 100;

    /// <summary>A fence with the shapes that it had before. Pure.</summary>
    /// <param name="before">The fence in whose place it comes; null when there is none.</param>
    /// <param name="given">The fence; not changed.</param>
    /// <param name="from">From when its shape is so.</param>
    /// <param name="keptFrom">Of the time before, no positions are kept.</param>
    /// <exception cref="InvalidRequestException">It had too many.</exception>
    public static Fence Succeed(Fence? before, Fence given, DateTimeOffset from, DateTimeOffset keptFrom)
    {
        var fence = given.Clone();
        fence.FormerShapes.Clear();
        if (before?.Shape is null || fence.Shape is null)
            return fence;
        if (before.Shape.Equals(fence.Shape))
            fence.FormerShapes.AddRange(before.FormerShapes.Where(f => f.UntilTime.ToDateTimeOffset() > keptFrom));
        else
            fence.FormerShapes.AddRange(Until(before, from).Where(f => f.UntilTime.ToDateTimeOffset() > keptFrom));
        var violations = new FieldViolations();
        violations.AddIf(fence.FormerShapes.Count > Most, "fence.shape", $"The fence had {Most} other shapes while positions are kept; take another fence.", "TOO_MANY");
        violations.ThrowIfAny("FENCE_INVALID");
        return fence;
    }

    /// <summary>The shapes of a fence with their times.</summary>
    public static IEnumerable<(Shape Shape, DateTimeOffset From, DateTimeOffset To)> Eras(Fence fence)
    {
        var from = DateTimeOffset.MinValue;
        foreach (var former in fence.FormerShapes)
        {
            var to = former.UntilTime.ToDateTimeOffset();
            yield return (former.Shape, from, to);
            from = to;
        }
        if (fence.Shape is not null)
            yield return (fence.Shape, from, DateTimeOffset.MaxValue);
    }

    private static IEnumerable<FormerShape> Until(Fence before, DateTimeOffset end) =>
        Eras(before).Where(era => era.From < end).Select(era => new FormerShape { Shape = era.Shape, UntilTime = (era.To < end ? era.To : end).ToTimestamp() });
}
