using System.ComponentModel.DataAnnotations;

namespace Truceline.GeoZone.UnitTests;

public sealed class GeoZoneOptionsTests
{
    private static bool IsValid(GeoZoneOptions options) => Validator.TryValidateObject(options, new(options), null, validateAllProperties: true);

    [Fact]
    public void Defaults_AreAsDocumented()
    {
        var options = new GeoZoneOptions();

        Assert.Equal((7, 60), (options.NeighbourDays, options.PreparedMinutes));
        Assert.True(IsValid(options));
    }

    [Theory]
    [InlineData(6, 60)]
    [InlineData(91, 60)]
    [InlineData(7, 0)]
    [InlineData(7, 1441)]
    public void Validate_OutOfRange_IsRefused(int days, int minutes) =>
        Assert.False(IsValid(new() { NeighbourDays = days, PreparedMinutes = minutes }));
}
