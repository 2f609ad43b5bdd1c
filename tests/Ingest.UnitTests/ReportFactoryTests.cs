using Truceline.Ingest.Reports;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.UnitTests;

public class ReportFactoryTests
{
    private static readonly DateTimeOffset Noon = new(2020, 3, 6, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Complete_TheSameReportLater_HasTheSameId() => Assert.Equal(IdOf(Base, Noon), IdOf(Base, Noon.AddDays(1)));

    [Theory]
    [InlineData("A truce ended.", "Example Daily", "", "")]
    [InlineData("A truce began.", "Other Daily", "", "")]
    [InlineData("A truce began.", "Example Daily", "2020-03-05", "")]
    [InlineData("A truce began.", "Example Daily", "", "item-2")]
    public void Complete_AnotherTextOrOrigin_HasAnotherId(string text, string source, string published, string externalId)
    {
        var other = new Report { Text = text, Source = source, Published = published, ExternalId = externalId };

        Assert.NotEqual(IdOf(Base, Noon), IdOf(other, Noon));
    }

    [Fact]
    public void Complete_RowsWithTheSameWordsAndOtherFields_HaveOtherIds()
    {
        Report Row(string place) => new() { Text = "Shelling.", Observation = new Observation { Places = { place }, Fields = { ["b"] = "2", ["a"] = "1" } } };

        Assert.NotEqual(IdOf(Row("North village"), Noon), IdOf(Row("South village"), Noon));
        Assert.Equal(IdOf(Row("North village"), Noon), IdOf(Row("North village"), Noon));
    }

    private static Report Base => new() { Text = "A truce began.", Source = "Example Daily" };

    private static string IdOf(Report report, DateTimeOffset received) => ReportFactory.Complete(report, "sha256:00", "", "text", received).Id;
}
