using Truceline.Entity.Reading;
using Truceline.Entity.UnitTests.Stories;

namespace Truceline.Entity.UnitTests.Claims;

/// <summary>Those killed and hurt, from the text to the claim.</summary>
public sealed class CasualtyTests
{
    [Theory]
    [InlineData("Gunmen killed five civilians and wounded nine in Beni on Sunday.", 5, 5, 9)]
    [InlineData("The attack killed seven and wounded 21 in Goma.", 7, 7, 21)]
    [InlineData("Rockets killed one person, wounding six.", 1, 1, 6)]
    [InlineData("The blast killed at least two people and injured nine others.", 2, null, 9)]
    [InlineData("A soldier was killed and three others were wounded.", 1, 1, 3)]
    [InlineData("Drones wounded 30 and killed two.", 2, 2, 30)]
    [InlineData("Six people, including two children, were killed in Donetsk.", 6, 6, null)]
    [InlineData("Twelve people, among them three children, were killed when a shell hit a market.", 12, 12, null)]
    [InlineData("Five soldiers and three civilians were killed in Kidal.", 8, 8, null)]
    [InlineData("Five soldiers and a civilian contractor died in Kidal.", 6, 6, null)]
    [InlineData("A mine killed five soldiers and a child in Kidal.", 6, 6, null)]
    [InlineData("At least five soldiers and three civilians were killed in Kidal.", 8, null, null)]
    public void Read_KilledAndHurt_AreCountedApartAndWhole(string text, int low, int? high, int? hurt)
    {
        var claim = Assert.Single(Read(text), c => c.Kind is ClaimKind.Event);

        Assert.Equal((low, high), (claim.Fatalities?.Low, claim.Fatalities?.High));
        Assert.Equal(hurt, claim.Injured?.Low);
    }

    [Fact]
    public void Read_AThingBesideThoseKilled_IsNotCountedWithThem() => Assert.Equal(5, Read("A mine killed five soldiers and a tank was burnt in Kidal.")[0].Fatalities?.High);

    [Theory]
    [InlineData("Ukraine shot down 22 of 28 drones.")]
    [InlineData("Air defences shot down 9 drones over Kyiv.")]
    public void Read_ThingsShotDown_AreNobodysDeath(string text) => Assert.All(Read(text), c => Assert.Null(c.Fatalities));

    [Theory]
    [InlineData("Israel denied it had bombed Tyre.")]
    [InlineData("Iran denied it has sent drones.")]
    [InlineData("Israel denied its forces had bombed Tyre.")]
    public void Read_DenialWithoutThat_IsADenialAndNoDeed(string text)
    {
        var claim = Assert.Single(Read(text));

        Assert.Equal((ClaimKind.Denial, AssertionMode.Negated), (claim.Kind, claim.Mode));
    }

    private static IReadOnlyList<ClaimDraft> Read(string text) =>
        SharedReader.Instance.Read(text, new ReadingContext(null, new DateTimeOffset(2024, 3, 12, 0, 0, 0, TimeSpan.Zero), Language: "en")).Claims;
}
