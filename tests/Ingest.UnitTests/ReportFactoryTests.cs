using Truceline.Ingest.Normalising;
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

    [Fact]
    public void TextOf_APage_IsTheArticleWithoutItsSurroundings()
    {
        var paragraphs = string.Concat(Enumerable.Range(1, 8).Select(i =>
            $"<p>Paragraph {i} of the story tells how both sides withdrew their guns from the line, how observers counted them, and what the villagers saw.</p>"));
        var page = $"<html><body><nav>Home | Sport | Weather</nav><article><h1>Guns leave the line</h1>{paragraphs}</article><footer>Imprint</footer></body></html>";

        var text = WebArticle.TextOf(page, "https://example.org/story");

        Assert.Contains("Paragraph 8 of the story", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Weather", text, StringComparison.Ordinal);
    }

    [Fact]
    public void TextOf_AnEmptyPage_IsNothing() => Assert.Null(WebArticle.TextOf("<html><body></body></html>", ""));
}
