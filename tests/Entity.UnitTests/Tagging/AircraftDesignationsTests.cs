using Truceline.Entity.Reading.Tagging;

namespace Truceline.Entity.UnitTests.Tagging;

public sealed class AircraftDesignationsTests
{
    [Theory]
    [InlineData("F-16")]
    [InlineData("KC-135R")]
    [InlineData("Su-34")]
    [InlineData("Mi-8MT")]
    public void Is_Designation_True(string word) => Assert.True(AircraftDesignations.Is(word));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("F-")]
    [InlineData("F-1618")]
    [InlineData("F-16abc")]
    [InlineData("covid-19")]
    [InlineData("Group-77")]
    [InlineData("al-Nusra")]
    public void Is_OtherWord_False(string word) => Assert.False(AircraftDesignations.Is(word));
}
