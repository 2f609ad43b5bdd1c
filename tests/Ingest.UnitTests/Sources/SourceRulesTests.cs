using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Sources;
using Truceline.Ingest.Sources.Fetching;
using Truceline.Ingest.Sources.Registry;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Ingest.UnitTests.Sources;

public class SourceRulesTests
{
    private static readonly FakeTimeProvider Time = new(new DateTimeOffset(2020, 3, 6, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Check_ASourceThatIsRight_FindsNothing() => Assert.Empty(Violations(Good()));

    [Theory]
    [InlineData("", "REQUIRED")]
    [InlineData("feeds", "INVALID_URL")]
    [InlineData("ftp://example.org/feed", "INVALID_URL")]
    [InlineData("https://example.org/feed#top", "INVALID_URL")]
    [InlineData("https://user@example.org/feed", "INVALID_URL")]
    [InlineData("https://example.org:6379/", "REFUSED_PORT")]
    [InlineData("http://127.0.0.1/", "REFUSED_ADDRESS")]
    [InlineData("http://[fd00::1]/", "REFUSED_ADDRESS")]
    [InlineData("http://169.254.169.254/latest", "REFUSED_ADDRESS")]
    public void Check_AnAddressThatCantBe_IsAViolation(string address, string reason)
    {
        var source = Good();
        source.Address = address;

        Assert.Equal([$"source.address {reason}"], Violations(source));
    }

    [Theory]
    [InlineData(59)]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(2_678_401)]
    public void Check_AnIntervalOutOfRange_IsAViolation(int seconds)
    {
        var source = Good();
        source.IntervalSeconds = seconds;

        Assert.Equal(["source.interval_seconds OUT_OF_RANGE"], Violations(source));
    }

    [Fact]
    public void Check_WithoutASchedule_TakesTheDefault()
    {
        var source = Good();
        source.ClearSchedule();

        Assert.Empty(Violations(source));
    }

    [Fact]
    public void Check_NoSource_IsAViolation() => Assert.Equal(["source REQUIRED"], Violations(null));

    [Fact]
    public void Check_WithAMask_LooksAtWhatItNames()
    {
        var violations = new FieldViolations();
        new UpdateSourceValidator(Rules()).Check(
            new UpdateSourceRequest { Source = new Source { Language = "e n" }, UpdateMask = new Google.Protobuf.WellKnownTypes.FieldMask { Paths = { "language" } } },
            violations);

        Assert.Equal(["source.language"], violations.All.Select(v => v.Field));
    }

    private static Source Good() => new() { Name = "A desk", Address = "https://example.org/feed", IntervalSeconds = 60, Language = "pt-BR", Outlet = "Desk" };

    private static SourceRules Rules() =>
        new(new FormatDetector([]), new AddressRules("", new SourcesOptions().AllowedPorts), Options.Create(new SourcesOptions()), Time);

    private static IEnumerable<string> Violations(Source? source)
    {
        var violations = new FieldViolations();
        new CreateSourceValidator(Rules()).Check(new CreateSourceRequest { Source = source }, violations);
        return violations.All.Select(v => $"{v.Field} {v.Reason}");
    }
}
