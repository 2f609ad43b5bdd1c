using Truceline.Ingest.Stories.Revisions;

namespace Truceline.Ingest.UnitTests.Stories.Revisions;

public class CanonicalUrlTests
{
    [Theory]
    [InlineData("https://www.example.org/a/b/", "example.org/a/b")]
    [InlineData("http://Example.org:80/a/b?utm_source=rss&utm_medium=x#top", "example.org/a/b")]
    [InlineData("https://example.org/?p=12&fbclid=abc", "example.org?p=12")]
    [InlineData("https://example.org/x?b=2&a=1", "example.org/x?a=1&b=2")]
    [InlineData("https://example.org:8443/x", "example.org:8443/x")]
    [InlineData("https://example.org/app#!/story/7", "example.org/app#!/story/7")]
    public void Of_AnAddress_LeavesWhatNamesThePage(string url, string expected) => Assert.Equal(expected, CanonicalUrl.Of(url));

    [Theory]
    [InlineData("")]
    [InlineData("/a")]
    [InlineData("ftp://example.org/a")]
    public void Of_NoWebAddress_IsNull(string url) => Assert.Null(CanonicalUrl.Of(url));

    [Fact]
    public void Of_AnotherPage_IsAnother() => Assert.NotEqual(CanonicalUrl.Of("https://example.org/?p=1"), CanonicalUrl.Of("https://example.org/?p=2"));
}
