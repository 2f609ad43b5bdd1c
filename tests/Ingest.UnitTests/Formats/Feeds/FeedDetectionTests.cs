using System.Text;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Feeds;
using Truceline.Ingest.Formats.Feeds.Markup;

namespace Truceline.Ingest.UnitTests.Formats.Feeds;

public sealed class FeedDetectionTests
{
    [Theory]
    [InlineData("<note><to>x</to></note>")]
    [InlineData("<!DOCTYPE html><html><body><rss></rss></body></html>")]
    [InlineData("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description/></rdf:RDF>")]
    [InlineData("<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'/>")]
    [InlineData("<channel><x/></channel>")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[]}")]
    [InlineData("{\"items\":[1,2]}")]
    [InlineData("[{\"version\":\"https://jsonfeed.org/version/1\"}]")]
    [InlineData("Plain words about <rss")]
    [InlineData("<")]
    [InlineData("")]
    public void Match_SomethingElse_IsNone(string text)
    {
        var head = DocumentHeads.Of(Encoding.UTF8.GetBytes(text), true, new());

        Assert.All(new IDocumentFormat[] { new RssFormat(), new AtomFormat(), new JsonFeedFormat() }, f => Assert.Equal(FormatMatch.None, f.Match(head)));
    }

    [Theory]
    [InlineData("5 < 6 and AT&T", false)]
    [InlineData("a <thing> b", false)]
    [InlineData("x & y; z", false)]
    [InlineData("one<br/>two", true)]
    [InlineData("<P class='x'>one", true)]
    [InlineData("caf&eacute;", true)]
    [InlineData("&#8211;", true)]
    [InlineData("<!-- x -->", true)]
    public void LooksLikeHtml_Text_IsTold(string text, bool expected) => Assert.Equal(expected, MarkupText.LooksLikeHtml(text));

    [Theory]
    [InlineData("ada@x.example (Ada Lind)", "Ada Lind", "ada@x.example")]
    [InlineData("Ada Lind (ada@x.example)", "Ada Lind", "ada@x.example")]
    [InlineData("\"Ada Lind\" <ada@x.example>", "Ada Lind", "ada@x.example")]
    [InlineData("mailto:ada@x.example", "", "ada@x.example")]
    [InlineData("Ada Lind", "Ada Lind", "")]
    [InlineData("Ada Lind (special to us)", "Ada Lind (special to us)", "")]
    public void Persons_Read_NameAndAddressAreTold(string text, string name, string mail) =>
        Assert.Equal((name, mail), FeedPersons.Read(text) is { } person ? (person.Name, person.Email) : ("", ""));
}
