using CsCheck;
using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.UnitTests.Places;

public sealed class NameKeyTests
{
    [Theory]
    [InlineData("Al-Hudaydah", "Hodeida")]
    [InlineData("Deir ez-Zor", "Dayr az Zawr")]
    [InlineData("Latakia", "Lattakiya")]
    [InlineData("Ta‘izz", "Taiz")]
    [InlineData("Sana'a", "Sanaa")]
    [InlineData("Donbas", "Donbass")]
    [InlineData("Cúcuta", "Cucuta")]
    [InlineData("Khan Shaykhun", "Khan Cheikhoun")]
    [InlineData("Kyiv", "Kiev")]
    [InlineData("Zolote", "Zolotoye")]
    [InlineData("Shyrokyne", "Shirokino")]
    [InlineData("Київ", "Kyiv")]
    [InlineData("Şuşa", "Shusha")]
    [InlineData("Çobanbey", "Chobanbey")]
    [InlineData("Bərdə", "Barda")]
    public void Loose_TwoSpellings_AreAlike(string one, string other) => Assert.Equal(NameKey.Loose(one), NameKey.Loose(other));

    [Theory]
    [InlineData("Homs", "Hama")]
    [InlineData("Aleppo", "Latakia")]
    public void Loose_TwoPlaces_Differ(string one, string other) => Assert.NotEqual(NameKey.Loose(one), NameKey.Loose(other));

    [Fact]
    public void Strict_AnyString_IsItsOwnKey() => Gen.String.Sample(s => Assert.Equal(NameKey.Strict(s), NameKey.Strict(NameKey.Strict(s))));
}
