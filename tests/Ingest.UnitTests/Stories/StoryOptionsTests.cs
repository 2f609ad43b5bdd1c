using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Truceline.Ingest.Stories;
using Truceline.Ingest.Stories.Signatures;

namespace Truceline.Ingest.UnitTests.Stories;

public class StoryOptionsTests
{
    [Fact]
    public void Defaults_AreAsDocumentedAndValid()
    {
        var options = new StoryOptions();

        Assert.Equal((30, 2), (options.WindowDays, options.PollSeconds));
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(3651, 2)]
    [InlineData(30, 0)]
    [InlineData(30, 3601)]
    public void Validate_OutOfRange_IsRefused(int days, double poll)
    {
        var options = new StoryOptions { WindowDays = days, PollSeconds = poll };

        Assert.Throws<ValidationException>(() => Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true));
    }

    [Fact]
    public async Task Check_UntilTheIndexIsRead_IsDegraded()
    {
        var index = new StoryIndex(new NearDuplicateIndex());
        var check = new StoryIndexCheck(index);

        Assert.Equal(HealthStatus.Degraded, (await check.CheckHealthAsync(new HealthCheckContext())).Status);
        index.EndLoading();
        Assert.Equal(HealthStatus.Healthy, (await check.CheckHealthAsync(new HealthCheckContext())).Status);
    }

    [Fact]
    public void Resolve_JoinedStories_GivesTheLast()
    {
        var index = new StoryIndex(new NearDuplicateIndex());
        index.Join("a", "b");
        index.Join("b", "c");

        Assert.Equal(("c", "x"), (index.Resolve("a"), index.Resolve("x")));
    }
}
