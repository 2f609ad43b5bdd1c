using SmartReader;

namespace Truceline.Ingest.Normalising;

/// <summary>Takes the article's own text out of a web page (SmartReader, a port of Mozilla's Readability).</summary>
internal static class WebArticle
{
    private static readonly Uri Unknown = new("https://report.invalid/");

    /// <summary>The article's text; null when the page holds none.</summary>
    /// <param name="html">The page.</param>
    /// <param name="url">Where it was found; empty when unknown.</param>
    internal static string? TextOf(string html, string url)
    {
        var address = Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri : Unknown;
        var article = new Reader(address.ToString(), html).GetArticle();
        var text = article.TextContent?.Trim();
        return string.IsNullOrEmpty(text) ? null : text;
    }
}
