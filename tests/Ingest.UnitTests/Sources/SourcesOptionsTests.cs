using System.ComponentModel.DataAnnotations;
using Truceline.Ingest.Sources;
using Truceline.Ingest.Sources.Fetching;

namespace Truceline.Ingest.UnitTests.Sources;

public class SourcesOptionsTests
{
    [Fact]
    public void Defaults_AreValid()
    {
        var options = new SourcesOptions();

        Assert.True(Validator.TryValidateObject(options, new ValidationContext(options), [], validateAllProperties: true));
        Assert.True(AddressRules.AreReadable(options));
    }

    [Fact]
    public void Defaults_AreThoseThatAreDocumented()
    {
        var options = new SourcesOptions();

        Assert.Equal(
            ("", "80,443,8080,8443", 10_000, 900, 60, 60, 1, 8, 1),
            (options.AllowedNetworks, options.AllowedPorts, options.MaxSources, options.DefaultIntervalSeconds, options.ShortestIntervalSeconds,
                options.CronSpreadSeconds, options.PollSeconds, options.MaxConcurrentFetches, options.HostPauseSeconds));
        Assert.Equal(
            (10, 60, 120, 5, 8 * 1024 * 1024, 100, 300, 21_600, 86_400, 3600, 100),
            (options.ConnectTimeoutSeconds, options.FetchTimeoutSeconds, options.IntakeTimeoutSeconds, options.MaxRedirects, options.BodyBytes,
                options.ExpansionRatio, options.BackOffSeconds, options.LongestBackOffSeconds, options.LongestRetryAfterSeconds,
                options.LongestFreshnessSeconds, options.FetchesKept));
    }
}
