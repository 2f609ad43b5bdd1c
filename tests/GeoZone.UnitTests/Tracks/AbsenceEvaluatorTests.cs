using CsCheck;
using Truceline.GeoZone.Tracks.Absences;
using Truceline.GeoZone.Tracks.Course;
using Truceline.Type.V1;
using static Truceline.GeoZone.UnitTests.Tracks.Ground;

namespace Truceline.GeoZone.UnitTests.Tracks;

public sealed class AbsenceEvaluatorTests
{
    private static readonly FenceSettings Patient = new(20, TimeSpan.FromMinutes(10), null, 0, TimeSpan.FromHours(2));

    [Fact]
    public void Tell_WeaponThatLeavesItsStore_IsAbsentAfterTheGraceAndPresentAgain()
    {
        var told = Tell(Patient, null, 200, [At(0, 50), At(1_800, 5_000), At(2_000, 50), At(3_600, 5_000), At(5_000, 6_000), At(9_000, 50)]);

        Assert.Equal([(TransitionKind.Absent, 3_600L, ZonePosition.Inside, TransitionCause.Moved), (TransitionKind.Present, 9_000L, ZonePosition.Inside, TransitionCause.Moved)], told);
    }

    [Fact]
    public void Tell_Silence_IsNeverPresence()
    {
        Assert.Equal([(TransitionKind.Absent, 7_200L, ZonePosition.Possible, TransitionCause.Silence)], Tell(Patient, null, 300, [At(0, 50)]));
        // Of one that was never heard of neither.
        Assert.Equal([(TransitionKind.Absent, 7_200L, ZonePosition.Possible, TransitionCause.Silence)], Tell(Patient, null, 300, []));
        Assert.Empty(Tell(Patient, null, 300, [.. Enumerable.Range(0, 6).Select(i => At(3_600 * i, 50))]));
    }

    [Fact]
    public void Tell_OutsideOfItsHours_IsNotExpected()
    {
        // Expected from 08:00 to 09:00; away from 06:00 on.
        var schedule = new Schedule(0, long.MaxValue, [new(0, 8 * 60, 60)], 0);

        Assert.Equal([(TransitionKind.Absent, 7_200L, ZonePosition.Inside, TransitionCause.Moved)], Tell(Patient, schedule, 300, [.. Enumerable.Range(0, 20).Select(i => At(900 * i, 5_000))]));
    }

    [Fact]
    public void Tell_AnyOrder_TellsTheSame() => Gen.Int.Sample(
        seed =>
        {
            var random = new Random(seed);
            Fix[] fixes = [.. Enumerable.Range(0, 30).Select(_ => At(random.Next(18_000), random.Next(3) * 90, 0, random.Next(60)))];
            var expected = Tell(Patient, null, 300, fixes);
            random.Shuffle(fixes);
            Assert.Equal(expected, Tell(Patient, null, 300, [.. fixes, .. fixes.Take(5)]));
        },
        iter: 300);

    private static (TransitionKind, long, ZonePosition, TransitionCause)[] Tell(FenceSettings settings, Schedule? schedule, int minutes, Fix[] fixes)
    {
        var site = Fence(settings, schedule, "store");
        var told = AbsenceEvaluator.Tell(site, Set([site], Area("depot", 0, -100, 100, 100)), "tank-7", fixes, Start.UtcTicks, Start.AddMinutes(minutes).UtcTicks);
        return [.. told.Select(t => (t.Kind, (t.Ticks - Start.UtcTicks) / TimeSpan.TicksPerSecond, t.Verdict, t.Cause))];
    }
}
