using Truceline.Entity.Training.Tagging;

namespace Truceline.Entity.Training.UnitTests;

public sealed class ExponentialTests
{
    [Theory]
    [InlineData(0f)]
    [InlineData(1f)]
    [InlineData(-1f)]
    [InlineData(12.345f)]
    [InlineData(-39.9f)]
    [InlineData(-79f)]
    public void Of_Number_IsNearTheLibrarys(float x) => Assert.Equal(1, Exponential.Of(x) / Math.Exp(x), 1e-6);

    [Fact]
    public void Of_VeryNegative_IsZero() => Assert.Equal(0, Exponential.Of(-1000));
}
