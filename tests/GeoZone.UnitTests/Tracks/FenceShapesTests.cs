using Google.Protobuf.WellKnownTypes;
using Truceline.GeoZone.Tracks.Fences;
using Truceline.GeoZone.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.GeoZone.UnitTests.Tracks;

public sealed class FenceShapesTests
{
    private static readonly DateTimeOffset Kept = DateTimeOffset.UnixEpoch.AddDays(1_000);

    [Fact]
    public void Succeed_OneShapeAfterTheOther_KeepsEachUntilTheNext()
    {
        var third = Succeed(Succeed(Succeed(null, 1, 0), 2, 10), 3, 20);

        Assert.Equal([(1, 10), (2, 20)], Former(third));
    }

    [Fact]
    public void Succeed_FromBeforeTheLastChange_PutsItInPlaceOfWhatFollowed()
    {
        var second = Succeed(Succeed(Succeed(null, 1, 0), 2, 10), 3, 20);

        Assert.Equal([(1, 10), (2, 15)], Former(Succeed(second, 4, 15)));
        Assert.Equal([(1, 10)], Former(Succeed(second, 4, 10)));
        Assert.Equal([(1, 5)], Former(Succeed(second, 4, 5)));
        Assert.Empty(Former(Succeed(second, 4, -2_000)));
    }

    [Fact]
    public void Succeed_WithTheSameShapeOrWithoutOne_AddsNone()
    {
        var second = Succeed(Succeed(null, 1, 0), 2, 10);

        Assert.Equal([(1, 10)], Former(Succeed(second, 2, 20)));
        Assert.Empty(FenceShapes.Succeed(second, new() { Id = "a", Zones = { "x/*" } }, Kept.AddHours(20), Kept).FormerShapes);
        var claimed = new Fence { Id = "a", Shape = Circle(1), FormerShapes = { new FormerShape { Shape = Circle(9), UntilTime = Kept.AddHours(1).ToTimestamp() } } };
        Assert.Empty(FenceShapes.Succeed(null, claimed, Kept, Kept).FormerShapes);
    }

    [Fact]
    public void Succeed_MoreShapesThanAreKept_IsRefusedByField()
    {
        var fence = Succeed(null, 1, 0);
        for (var i = 1; i <= FenceShapes.Most; i++)
            fence = Succeed(fence, i % 2 + 2, i);

        var refused = Assert.Throws<InvalidRequestException>(() => Succeed(fence, 1, FenceShapes.Most + 1));
        Assert.Equal(("fence.shape", "TOO_MANY"), Assert.Single(refused.Violations) is var one ? (one.Field, one.Reason) : default);
    }

    private static Fence Succeed(Fence? before, int radiusM, int hours) => FenceShapes.Succeed(before, new() { Id = "a", Shape = Circle(radiusM) }, Kept.AddHours(hours), Kept);

    private static IEnumerable<(int, int)> Former(Fence fence) =>
        fence.FormerShapes.Select(f => ((int)f.Shape.Circle.RadiusLowM, (int)(f.UntilTime.ToDateTimeOffset() - Kept).TotalHours));

    private static Shape Circle(int radiusM) => new() { Circle = new() { Centre = new(), RadiusLowM = radiusM } };
}
