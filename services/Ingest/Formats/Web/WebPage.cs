using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SmartReader;
using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Web;

/// <summary>
/// Takes the article out of a web page: SmartReader (a port of Mozilla's Readability) finds it, <see cref="HtmlText"/> sets its text, <see cref="TextAlignment"/> leads back to the
/// page's characters, <see cref="PageFacts"/> reads what the page says of itself. Pages that no tree should be built of, and those in which no article stands out, give their whole
/// visible text.
/// </summary>
internal static class WebPage
{
    private const int MostElements = 150_000;
    private const string Unknown = "https://report.invalid/";

    /// <summary>The article; null when the page holds no text.</summary>
    /// <param name="html">The page.</param>
    /// <param name="url">Where it was found; empty when unknown.</param>
    /// <param name="limits">How deep it may be.</param>
    /// <exception cref="DocumentRefusedException">TOO_DEEP: more than ten times as deep as documents may be, which no page of the wild is.</exception>
    internal static ReportContent? Read(string html, string url, DocumentLimits limits)
    {
        var cost = PageCost.Of(html);
        if (cost.Depth > limits.Depth * 10)
        {
            throw new DocumentRefusedException("document", $"Its elements must be nested at most {limits.Depth * 10} deep.", "TOO_DEEP");
        }

        var page = HtmlText.Of(html);
        if (!page.Text.Any(char.IsLetter))
        {
            return null;
        }

        if (cost.Depth > limits.Depth || cost.Elements > MostElements)
        {
            return new ReportContent { Text = page };
        }

        var tree = new HtmlParser().ParseDocument(html);
        var facts = PageFacts.Read(tree, url);
        var article = ArticleOf(tree, url);
        var text = article is null ? page.Text : HtmlText.Of(article.Content).Text;
        var mapped = text.Any(char.IsLetter) && !ReferenceEquals(text, page.Text)
            ? new MappedText(text, TextAlignment.Align(text, page.Text).Through(page.Map))
            : page;
        return facts.With(mapped, article?.Title ?? "", First(article?.Byline, article?.Author));
    }

    private static Article? ArticleOf(IHtmlDocument tree, string url)
    {
        var address = Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme.StartsWith("http", StringComparison.Ordinal) ? uri.ToString() : Unknown;
        try
        {
            var article = new Reader(address, tree) { ContinueIfNotReadable = true }.GetArticle();
            return string.IsNullOrWhiteSpace(article.Content) ? null : article;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // What it can't make out of a broken page is no reason to lose the page.
            return null;
        }
    }

    private static string First(params ReadOnlySpan<string?> values)
    {
        foreach (var value in values)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                return value.Trim();
            }
        }

        return "";
    }
}
