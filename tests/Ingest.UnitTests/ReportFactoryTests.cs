using Truceline.Ingest.Normalising;
using Truceline.Ingest.Reports;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.UnitTests;

public class ReportFactoryTests
{
    private static readonly DateTimeOffset Noon = new(2020, 3, 6, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Create_TheSameDraftLater_HasTheSameId()
    {
        var draft = new ReportDraft { Text = "A truce began.", Source = "Example Daily" };

        Assert.Equal(ReportFactory.Create(draft, draft.Text, Noon).Id, ReportFactory.Create(draft, draft.Text, Noon.AddDays(1)).Id);
    }

    [Theory]
    [InlineData("A truce ended.", "Example Daily", "")]
    [InlineData("A truce began.", "Other Daily", "")]
    [InlineData("A truce began.", "Example Daily", "2020-03-05")]
    public void Create_AnotherTextOrOrigin_HasAnotherId(string text, string source, string published)
    {
        var draft = new ReportDraft { Text = "A truce began.", Source = "Example Daily" };
        var other = new ReportDraft { Text = text, Source = source, Published = published };

        Assert.NotEqual(ReportFactory.Create(draft, draft.Text, Noon).Id, ReportFactory.Create(other, text, Noon).Id);
    }

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
