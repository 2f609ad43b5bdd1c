using Truceline.DevSidecar.Faults;

namespace Truceline.DevSidecar.UnitTests;

public class FaultValidatorTests
{
    [Fact]
    public void Check_GoodRules_HasNoViolations() => Assert.Empty(Check(
        new FaultRule(), new FaultRule { Topics = ["orders", "dead.*", "*"], Apps = ["store"], Die = 1, DieAt = DeathPoint.AfterAppend }));

    [Fact]
    public void Check_BadRules_NamesEveryMember()
    {
        var violations = Check(
            new FaultRule { Fail = 1.1, Duplicate = -0.1, Stall = double.NaN, Times = -1 },
            new FaultRule { MinDelay = TimeSpan.FromSeconds(2), Die = 0.5, Topics = ["a*b", ""], Apps = ["nobody"] },
            null!);

        Assert.Equal(
            ["0 Duplicate", "0 Fail", "0 Stall", "0 Times", "1 Apps", "1 DieAt", "1 MinDelay", "1 Topics", "1 Topics", "2 "],
            violations.Select(violation => $"{violation.Rule} {violation.Member}").Order(StringComparer.Ordinal));
        Assert.All(violations, violation => Assert.NotEmpty(violation.Reason));
    }

    [Fact]
    public void Check_TooManyRules_IsAViolationOfTheWhole()
    {
        var violation = Assert.Single(Check([.. Enumerable.Range(0, 101).Select(_ => new FaultRule())]));

        Assert.Equal((null, "Rules"), (violation.Rule, violation.Member));
    }

    private static IReadOnlyList<FaultViolation> Check(params FaultRule[] rules) =>
        FaultValidator.Check(new FaultOptions { Rules = [.. rules] }, ["store"]);
}
