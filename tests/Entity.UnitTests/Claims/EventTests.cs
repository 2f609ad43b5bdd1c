using Truceline.Entity.Reading;

namespace Truceline.Entity.UnitTests.Claims;

public sealed class EventTests
{
    [Theory]
    [InlineData("Warplanes struck a depot near Tarn.", ClaimClasses.AssaultAerial)]
    [InlineData("Gunners shelled the market in Tarn.", ClaimClasses.AssaultShelling)]
    [InlineData("Militants clashed with police in Tarn.", ClaimClasses.AssaultArmed)]
    [InlineData("A car bomb exploded in Tarn.", ClaimClasses.AssaultExplosive)]
    [InlineData("Norland has sent reinforcements to Tarn.", ClaimClasses.MobilizeTroops)]
    [InlineData("The last brigade withdrew from Tarn.", ClaimClasses.RetreatWithdraw)]
    [InlineData("Guards turned back a patrol near Tarn.", ClaimClasses.RestrictMovement)]
    [InlineData("The two generals met in Tarn.", ClaimClasses.Meeting)]
    [InlineData("Envoys signed a truce in Tarn.", ClaimClasses.Agreement)]
    [InlineData("Villagers fled to Tarn.", ClaimClasses.DisplacePeople)]
    [InlineData("Police detained three reporters in Tarn.", ClaimClasses.Detain)]
    [InlineData("Trucks carrying food arrived in Tarn.", ClaimClasses.AidDelivery)]
    public void Read_Deed_HasItsClassAndPlace(string text, string expected)
    {
        var claim = new Reports(text).With("tarn", EntityType.Location, "Tarn", "city").Single();

        Assert.Equal((ClaimKind.Event, AssertionMode.Asserted, expected), (claim.Kind, claim.Mode, claim.Class));
        Assert.Equal("tarn", claim.Place);
    }

    [Theory]
    [InlineData("Norland will shell Tarn, a deserter said.")]
    [InlineData("Norland could shell Tarn.")]
    [InlineData("Norland did not shell Tarn.")]
    [InlineData("Norland has agreed to shell nobody.")]
    [InlineData("If Norland shelled Tarn, the truce would end.")]
    [InlineData("Norland denied that its gunners had shelled Tarn.")]
    public void Read_WhatIsPlannedFearedOrDenied_IsNoEvent(string text) =>
        Assert.DoesNotContain(new Reports(text).With("norland", EntityType.Location, "Norland", "country").Read(), c => c.Kind == ClaimKind.Event);

    [Fact]
    public void Read_FiguresOfAWholeWar_AreBackground()
    {
        var report = new Reports("The war has killed 9,000 people since 2004.").Counting("9,000 people", QuantityKind.Fatalities, 9_000, isBackground: true);

        var claim = report.Single();

        Assert.Equal((ClaimKind.Statement, ClaimClasses.Total, true), (claim.Kind, claim.Class, claim.Background));
        Assert.Equal(9_000, claim.Fatalities?.Low);
    }

    [Fact]
    public void Read_OldDeed_IsHistorical()
    {
        var report = new Reports("Gunners shelled the market in 2004.").On("2004", new DateOnly(2004, 6, 1));

        Assert.Equal((ClaimKind.Event, AssertionMode.Historical), (report.Single().Kind, report.Single().Mode));
    }

    [Fact]
    public void Read_DeedWithASource_KeepsSourceDateAndFigures()
    {
        var report = new Reports("Artillery fire killed at least four civilians in Tarn on Sunday, according to the Tarn Gazette.")
            .With("gazette", EntityType.Organisation, "Tarn Gazette").With("tarn", EntityType.Location, "Tarn", "city")
            .On("Sunday", new DateOnly(2021, 3, 7)).Counting("at least four civilians", QuantityKind.Fatalities, 4);

        var claim = report.Single();

        Assert.Equal("Artillery fire killed at least four civilians in Tarn on Sunday", report.EvidenceOf(claim));
        Assert.Equal((ClaimClasses.AssaultShelling, "gazette", "2021-03-07"), (claim.Class, claim.Source, claim.Date?.Value));
        Assert.Equal(4, Assert.Single(claim.Quantities).Low);
    }

    [Fact]
    public void Read_PassiveDeed_NamesTheDoerAndTheVictim()
    {
        var claim = new Reports("The Blue Brigade was attacked by the Red Front.")
            .With("blue", EntityType.ArmedGroup, "Blue Brigade").With("red", EntityType.ArmedGroup, "Red Front").Single();

        Assert.Equal(["red"], claim.Actors);
        Assert.Equal(["blue"], claim.Targets);
    }

    [Fact]
    public void Read_VictimsAndWhatKilledThem_AreOneEvent()
    {
        var report = new Reports("Nine people were killed and 20 wounded when a shell landed on the market, doctors said.");

        var claim = Assert.Single(report.Read(), c => c.Kind == ClaimKind.Event);

        Assert.Equal(ClaimClasses.AssaultShelling, claim.Class);
        Assert.Equal("Nine people were killed and 20 wounded when a shell landed on the market", report.EvidenceOf(claim));
    }

    [Fact]
    public void Read_ClauseThatOnlyDescribes_IsNoEvent() =>
        Assert.DoesNotContain(new Reports("The front should leave the villages it has seized, he said.").Read(), c => c.Kind == ClaimKind.Event);

    [Fact]
    public void Read_ConvoyHeldUpBySoldiers_IsARestrictionNotADetention() =>
        Assert.Equal(ClaimClasses.RestrictMovement, new Reports("Soldiers held up the convoy for six hours.").Single().Class);

    [Fact]
    public void Read_SecondVerbOfOneSubject_HasTheSameActor()
    {
        var claims = new Reports("The Red Front stormed a barracks and detained nine officers.").With("red", EntityType.ArmedGroup, "Red Front").Read();

        Assert.Equal([ClaimClasses.AssaultArmed, ClaimClasses.Detain], claims.Select(c => c.Class));
        Assert.All(claims, c => Assert.Equal(["red"], c.Actors));
    }

    [Fact]
    public void Read_Lead_IsDroppedWhenALaterSentenceTellsTheSame()
    {
        var report = new Reports("Envoys signed a truce. After nine hours of talks in Tarn the envoys signed a truce of ninety days.");

        var claim = Assert.Single(report.Read(), c => c.Class == ClaimClasses.Agreement);

        Assert.True(claim.Evidence.Start > 20);
    }

    [Fact]
    public void Read_ABodyThatNoNameTells_IsNotTakenForTheOneBefore()
    {
        var report = new Reports("The Northern Mission said the road was open. Shelling killed two people in Tarn, the city council said.")
            .With("mission", EntityType.Organisation, "Northern Mission").With("tarn", EntityType.Location, "Tarn", "city");

        var claim = report.Read().Single(c => c.Kind == ClaimKind.Event && c.Class == ClaimClasses.AssaultShelling);

        Assert.Null(claim.Speaker);
    }
}
