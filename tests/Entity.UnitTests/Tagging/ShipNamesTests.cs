namespace Truceline.Entity.UnitTests.Tagging;

/// <summary>Warships and aircraft that the shipped tagger reads by the pattern of their names.</summary>
public sealed class ShipNamesTests
{
    [Theory]
    [InlineData("The strike group is led by USS Tarrant, which left port on Friday.", "MilitaryPlatform: USS Tarrant")]
    [InlineData("Two frigates, HMS Lindale and FS Courville, watched the strait.", "MilitaryPlatform: HMS Lindale", "MilitaryPlatform: FS Courville")]
    [InlineData("The destroyer USS Tarrant (DDG 91) shot down a drone.", "MilitaryPlatform: USS Tarrant", "MilitaryPlatform: DDG 91")]
    public void Tag_Warships_ArePlatforms(string text, params string[] expected)
    {
        var read = SharedTagger.Read(text);

        Assert.All(expected, e => Assert.Contains(e, read));
    }

    [Theory]
    [InlineData("THE USS IS NOT A NAME HERE.")]
    [InlineData("USS")]
    [InlineData("The prefix USS stands for a ship (or 12) of the fleet.")]
    public void Tag_PrefixWithoutName_IsNoShip(string text) =>
        Assert.DoesNotContain(SharedTagger.Read(text), m => m.StartsWith("MilitaryPlatform: USS", StringComparison.Ordinal));
}
