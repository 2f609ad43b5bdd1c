using Truceline.Ingest.Sources.Polling;

namespace Truceline.Ingest.UnitTests.Sources;

public class ValidatorsTests
{
    private static readonly Uri Address = new("https://feeds.example.org/world.xml");

    [Theory]
    [InlineData("\"a\"", "\"a\"")]
    [InlineData("W/\"a\"", "W/\"a\"")]
    [InlineData("\"a\", W/\"b\"", "\"a\", W/\"b\"")]
    [InlineData("unquoted", "unquoted")]
    [InlineData("\"5e60-gzip\"", "\"5e60-gzip\", \"5e60\"")]
    [InlineData("W/\"5e60-gzip\"", "W/\"5e60-gzip\", W/\"5e60\"")]
    public void IfNoneMatch_OfATag_GivesBackWhatTheServerWrote(string tag, string expected) =>
        Assert.Equal(expected, new Validators(tag, "", Address.AbsoluteUri).IfNoneMatch(Address));

    [Fact]
    public void IfNoneMatch_ToAnotherAddress_IsNotSent()
    {
        var validators = new Validators("\"a\"", "Fri, 06 Mar 2020 11:00:00 GMT", Address.AbsoluteUri);

        Assert.Null(validators.IfNoneMatch(new Uri("https://cdn.example.org/world.xml")));
        Assert.Null(validators.IfModifiedSince(new Uri("https://cdn.example.org/world.xml")));
        Assert.Equal("Fri, 06 Mar 2020 11:00:00 GMT", validators.IfModifiedSince(Address));
    }

    [Fact]
    public void IfNoneMatch_WithoutATag_IsNotSent() => Assert.Null(Validators.None.IfNoneMatch(Address));
}
