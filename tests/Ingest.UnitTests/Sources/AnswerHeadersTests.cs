using System.Net;
using Truceline.Ingest.Sources.Fetching;

namespace Truceline.Ingest.UnitTests.Sources;

public class AnswerHeadersTests
{
    private static readonly DateTimeOffset Now = new(2020, 3, 6, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Fri, 06 Mar 2020 12:10:00 GMT", 600)]
    [InlineData("Fri, 06 Mar 2020 11:00:00 GMT", 0)]
    public void Read_RetryAfter_IsSecondsOrADate(string value, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), Read(("Retry-After", value)).RetryAfter);

    [Fact]
    public void Read_RetryAfterAsADate_IsMeasuredByTheServersClock() => Assert.Equal(
        TimeSpan.FromSeconds(60), Read(("Retry-After", "Fri, 06 Mar 2020 13:01:00 GMT"), ("Date", "Fri, 06 Mar 2020 13:00:00 GMT")).RetryAfter);

    [Theory]
    [InlineData("max-age=600", 600)]
    [InlineData("public, max-age=600, s-maxage=5", 600)]
    [InlineData("no-cache, max-age=600", null)]
    [InlineData("no-store", null)]
    [InlineData("max-age=often", null)]
    public void Read_CacheControl_SaysHowLongItIsFresh(string value, int? seconds) =>
        Assert.Equal(seconds is { } s ? TimeSpan.FromSeconds(s) : null, Read(("Cache-Control", value)).Freshness);

    [Fact]
    public void Read_AnAnswerFromACache_IsFreshForTheRest() =>
        Assert.Equal(TimeSpan.FromSeconds(400), Read(("Cache-Control", "max-age=600"), ("Age", "200")).Freshness);

    [Theory]
    [InlineData("\"a\"")]
    [InlineData("W/\"a\"")]
    [InlineData("not-quoted")]
    public void Read_AnETag_IsKeptAsWritten(string tag) => Assert.Equal(tag, Read(("ETag", tag)).Validators.ETag);

    [Fact]
    public void Read_SeveralETags_AreKeptAsAList() => Assert.Equal("\"a\", W/\"b\"", Read(("ETag", "\"a\""), ("ETag", "W/\"b\"")).Validators.ETag);

    [Fact]
    public void Read_AnETagWithoutEnd_IsNone() => Assert.Equal("", Read(("ETag", new string('x', 5000))).Validators.ETag);

    private static FetchAnswer Read(params (string Name, string Value)[] headers)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.OK);
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return AnswerHeaders.Read(response, RedirectPath.From(new Uri("https://example.org/feed")), wasConditional: false, Now);
    }
}
