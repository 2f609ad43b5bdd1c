using CsCheck;
using Truceline.Entity.Entities;

namespace Truceline.Entity.UnitTests.Entities;

public class IdentityDecisionTests
{
    [Fact]
    public void Decide_TheSameReportsInAnyOrder_GivesTheSameIds() =>
        Gen.Select(EvidenceWorld.Reports, Gen.Int[0, int.MaxValue - 1]).Sample((reports, seed) =>
        {
            var shuffled = reports.ToArray();
            new Random(seed).Shuffle(shuffled);
            var (one, other) = (new EvidenceWorld(), new EvidenceWorld());
            foreach (var report in reports)
            {
                one.Arrive(report);
            }

            foreach (var report in shuffled)
            {
                other.Arrive(report);
            }

            Assert.Equal(one.Ids.OrderBy(i => i.Key), other.Ids.OrderBy(i => i.Key));
        });

    [Fact]
    public void Decide_AReportThatIsReadAgain_ChangesNothing() =>
        Gen.Select(EvidenceWorld.Reports, Gen.Int[0, 8]).Sample((reports, again) =>
        {
            var world = new EvidenceWorld();
            foreach (var report in reports)
            {
                world.Arrive(report);
            }

            var before = world.Ids;
            world.Arrive(reports[again % reports.Length]);

            Assert.Equal(before.OrderBy(i => i.Key), world.Ids.OrderBy(i => i.Key));
        });

    [Fact]
    public void Decide_AReportWhoseEvidenceGoes_LeavesWhatWouldBeWithoutIt() =>
        EvidenceWorld.Reports.Sample(reports =>
        {
            var (world, without) = (new EvidenceWorld(), new EvidenceWorld());
            foreach (var report in reports)
            {
                world.Arrive(report);
            }

            foreach (var report in reports[1..])
            {
                without.Arrive(report);
            }

            world.Forget(reports[0][0].ReportId);

            Assert.Equal(without.Ids.OrderBy(i => i.Key), world.Ids.OrderBy(i => i.Key));
        });

    [Theory]
    [InlineData("Omar Sample", "", "Omar Sample", "SY", true)]
    [InlineData("Omar Sample", "SY", "Omár  SAMPLE", "SY", true)]
    [InlineData("Sergei Sample", "", "Sergey Sample", "", true)]
    [InlineData("Omar Sample", "SY", "Omar Sample", "YE", false)]
    [InlineData("Omar Sample", "", "Lena Sample", "", false)]
    public void Decide_TwoFullNames_AreOneWhenNothingContradicts(string name, string country, string otherName, string otherCountry, bool one)
    {
        var world = new EvidenceWorld();
        world.Arrive(EvidenceWorld.Report("a", [name], country));
        world.Arrive(EvidenceWorld.Report("b", [otherName], otherCountry, "elsewhere"));

        Assert.Equal(one, world.Ids.Values.Distinct().Count() == 1);
    }

    [Theory]
    [InlineData("", "Taiz", 5, true)]
    [InlineData("SY", "elsewhere", 5, true)]
    [InlineData("", "elsewhere", 5, false)]
    [InlineData("YE", "Taiz", 5, false)]
    [InlineData("", "Taiz", 31, false)]
    public void Decide_ASurnameAlone_IsTheOneWhoFitsTheContext(string country, string place, int day, bool one)
    {
        var world = new EvidenceWorld();
        world.Arrive(EvidenceWorld.Report("b", ["Sample"], country, place, day));
        world.Arrive(EvidenceWorld.Report("a", ["Omar Sample"], "SY"));

        Assert.Equal(one, world.Ids.Values.Distinct().Count() == 1);
    }

    [Fact]
    public void Decide_ASurnameThatFitsTwo_StaysOfItsDocumentUntilOneOfThemGoes()
    {
        var world = new EvidenceWorld();
        world.Arrive(EvidenceWorld.Report("a", ["Omar Sample"]));
        world.Arrive(EvidenceWorld.Report("b", ["Lena Sample"]));
        world.Arrive(EvidenceWorld.Report("c", ["Sample"]));
        var ofTwo = world.All.Single(a => a.ReportId == "c");
        world.Forget("b");
        var ofOne = world.All.Single(a => a.ReportId == "c");

        Assert.Equal((IdentityRules.OfItsDocument, ofTwo.LocalId), (ofTwo.Rule, ofTwo.EntityId));
        Assert.Equal((IdentityRules.ShortName, world.All.Single(a => a.ReportId == "a").EntityId), (ofOne.Rule, ofOne.EntityId));
    }

    [Fact]
    public void Decide_ANameOfSeveralCountries_IsAnEntityOfEachAndOneOfNone()
    {
        var world = new EvidenceWorld();
        world.Arrive(EvidenceWorld.Report("a", ["Omar Sample"], "SY"));
        world.Arrive(EvidenceWorld.Report("b", ["Omar Sample"]));
        world.Arrive(EvidenceWorld.Report("c", ["Omar Sample"], "YE"));

        Assert.Equal(3, world.Ids.Values.Distinct().Count());
        Assert.Equal(world.All.Single(a => a.ReportId == "b").LocalId, world.All.Single(a => a.ReportId == "b").EntityId);
    }
}
