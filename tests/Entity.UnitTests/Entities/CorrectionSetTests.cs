using CsCheck;
using Google.Protobuf.WellKnownTypes;
using Truceline.Entity.Corrections;
using Truceline.Entity.Entities;
using Truceline.Entity.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Entity.UnitTests.Entities;

public class CorrectionSetTests
{
    private static readonly string[] Reports = ["sha256:0000", "sha256:0001", "sha256:0002"];

    [Fact]
    public void EntityOf_AnyCorrectionsAndOneThatIsReverted_IsAsIfThatHadNeverBeen() =>
        Gen.Select(EvidenceWorld.Reports, Gen.Int[0, 99].Array[1, 6], Gen.Int[0, 5]).Sample((reports, choices, reverted) =>
        {
            var ids = Arrived(reports, CorrectionSet.Empty).Ids.Values.Distinct().Order().ToArray();
            var made = choices.Select((choice, i) => Made(i + 1, choice, ids)).ToList();
            var taken = made[reverted % made.Count];
            var without = made.Where(c => c != taken).ToList();
            var withReversal = without.Append(Reverted(taken)).ToList();

            Assert.Equal(
                Arrived(reports, new CorrectionSet(without)).Ids.OrderBy(i => i.Key),
                Arrived(reports, new CorrectionSet(withReversal)).Ids.OrderBy(i => i.Key));
        });

    [Fact]
    public void EntityOf_ReportsReadBeforeOrAfterTheCorrections_IsTheSame() =>
        Gen.Select(EvidenceWorld.Reports, Gen.Int[0, 99].Array[1, 6]).Sample((reports, choices) =>
        {
            var before = Arrived(reports, CorrectionSet.Empty);
            var ids = before.Ids.Values.Distinct().Order().ToArray();
            var corrections = new CorrectionSet(choices.Select((choice, i) => Made(i + 1, choice, ids)));

            var corrected = before.All.ToDictionary(a => (a.ReportId, a.LocalId), corrections.EntityOf);

            Assert.Equal(corrected.OrderBy(i => i.Key), Arrived(reports, corrections).Ids.OrderBy(i => i.Key));
        });

    [Fact]
    public void EntityOf_AnIdThatWasMergedTwice_IsTheLast()
    {
        var corrections = new CorrectionSet([Merge(1, "a", "b"), Merge(2, "b", "c")]);

        Assert.Equal(("c", "c", "c"), (corrections.EntityOf("a"), corrections.EntityOf("b"), corrections.EntityOf("c")));
    }

    [Fact]
    public void EntityOf_AReportThatIsSplitOffByName_GoesAndOthersStay()
    {
        var split = new Correction { Id = "1", Sequence = 1, Kind = CorrectionKind.Split, EntityId = "x", OtherEntityId = "y", Name = "Other" };
        var corrections = new CorrectionSet([new StoredCorrection(split) { NameKeys = new HashSet<string> { "omar sample" } }]);
        var named = EvidenceWorld.Report("a", ["OMAR Sample"])[0] with { BaseId = "x" };
        var other = EvidenceWorld.Report("b", ["Omar Tester"])[0] with { BaseId = "x" };

        Assert.Equal(("y", "x", "Other"), (corrections.EntityOf(named), corrections.EntityOf(other), corrections.NameOf("y")));
    }

    [Fact]
    public void CheckMerge_OfWhatIsPartOfAnother_SaysWhichFieldAndWhy()
    {
        var corrections = new CorrectionSet([Merge(1, "a", "b")]);

        var circle = Assert.Throws<PreconditionFailedException>(() => CorrectionRules.CheckMerge(corrections, "b", "a"));

        Assert.Equal((CorrectionRules.Merged, "into_entity_id", "a"), (circle.Reason, circle.Field, circle.Subject));
    }

    [Theory]
    [InlineData(EntityType.Person, EntityType.Location)]
    [InlineData(EntityType.ArmedGroup, EntityType.Person)]
    [InlineData(EntityType.Weapon, EntityType.Organisation)]
    public void CheckTypes_OfWhatCannotBeOne_SaysWhichField(EntityType type, EntityType into)
    {
        var error = Assert.Throws<PreconditionFailedException>(() => CorrectionRules.CheckTypes(type, "b", into));

        Assert.Equal((CorrectionRules.Unlike, "into_entity_id", "b"), (error.Reason, error.Field, error.Subject));
    }

    [Theory]
    [InlineData(EntityType.Person, EntityType.Person)]
    [InlineData(EntityType.Organisation, EntityType.ArmedGroup)]
    [InlineData(EntityType.Facility, EntityType.Location)]
    [InlineData(EntityType.Vehicle, EntityType.MilitaryPlatform)]
    public void CheckTypes_OfWhatReadingsTakeForEachOther_Passes(EntityType type, EntityType into) =>
        Assert.Null(Record.Exception(() => CorrectionRules.CheckTypes(type, "b", into)));

    [Fact]
    public void CheckRevert_OfASplitWhoseEntityWasMerged_NamesTheLaterOne()
    {
        var split = new Correction { Id = "1", Sequence = 1, Kind = CorrectionKind.Split, EntityId = "x", OtherEntityId = "y" };

        var error = Assert.Throws<PreconditionFailedException>(() => CorrectionRules.CheckRevert(split, [new StoredCorrection(split), Merge(2, "y", "z")]));

        Assert.Equal(CorrectionRules.InUse, error.Reason);
        Assert.Contains("correction 2", error.Message, StringComparison.Ordinal);
    }

    private static EvidenceWorld Arrived(IReadOnlyList<Appearance>[] reports, CorrectionSet corrections)
    {
        var world = new EvidenceWorld(corrections);
        foreach (var report in reports)
        {
            world.Arrive(report);
        }

        return world;
    }

    private static StoredCorrection Made(int sequence, int choice, string[] ids) => choice % 3 == 0
        ? new StoredCorrection(new Correction
        {
            Id = $"{sequence}",
            Sequence = sequence,
            Kind = CorrectionKind.Split,
            EntityId = ids[choice % ids.Length],
            OtherEntityId = $"split {sequence}",
        })
        { ChainIds = new HashSet<string> { Reports[choice % Reports.Length] } }
        : Merge(sequence, ids[choice % ids.Length], ids[choice / 10 % ids.Length]);

    private static StoredCorrection Merge(int sequence, string from, string into) =>
        new(new Correction { Id = $"{sequence}", Sequence = sequence, Kind = CorrectionKind.Merge, EntityId = from, OtherEntityId = into });

    private static StoredCorrection Reverted(StoredCorrection correction)
    {
        var reverted = correction.Correction.Clone();
        reverted.RevertTime = Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch);
        return correction with { Correction = reverted };
    }
}
